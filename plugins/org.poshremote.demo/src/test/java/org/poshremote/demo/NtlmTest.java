package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.demo.auth.ChannelBindingCheck;
import org.poshremote.demo.personality.SignInOffers;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.ntlm.Ntlm;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.winrs.CommandState;
import org.poshremote.wsman.winrs.ConnectionSettings;
import org.poshremote.wsman.winrs.Received;
import org.poshremote.wsman.winrs.RemoteCommand;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.Signal;
import org.poshremote.wsman.winrs.WinRs;

/** The node's NTLM with our client: whole conversations, sealed over HTTP and bound to TLS over HTTPS. */
class NtlmTest {
    private static DemoNode node(boolean negotiate, ChannelBindingCheck check) throws IOException {
        return DemoNode.start(Nodes.settings("windows-server-2022").withAllowUnencrypted(false).withSignIn(new SignInOffers(!negotiate, negotiate, check)));
    }

    private static WinRs client(DemoNode node, boolean https, AuthenticatorFactory signIn) throws Exception {
        Endpoint endpoint = new Endpoint(node.host(), https ? node.httpsPort() : node.port(), https, "/wsman");
        String pin = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(node.certificate().getEncoded()));
        return new WinRs(ConnectionSettings.of(endpoint, signIn).withTrust(https ? new Trust.Pinned(pin) : Trust.SYSTEM));
    }

    private static Ntlm ntlm(DemoNode node, String account) {
        return new Ntlm(Account.parse(account), node.password());
    }

    private static String run(WinRs client, String commandLine) throws WsmanException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Shell shell = client.open(ShellOptions.DEFAULTS)) {
            RemoteCommand command = shell.start(commandLine, false);
            Received received;
            do {
                received = command.receive();
                received.chunks().forEach(chunk -> out.writeBytes(chunk.data()));
            } while (received.state() != CommandState.DONE);
            command.signal(Signal.TERMINATE);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = { "demo", ".\\Demo", "DEMO-2022\\demo", "demo-2022\\demo" })
    void sealedOverHttp(String account) throws Exception {
        try (DemoNode node = node(true, ChannelBindingCheck.RELAXED); WinRs client = client(node, false, ntlm(node, account))) {
            assertEquals("sealed words\r\n", run(client, "echo sealed words"));
            assertEquals(List.of("Authenticate", "Create", "Command", "Receive", "Signal", "Delete"), node.requestLog().operations());
            assertEquals("Negotiate", node.requestLog().entries().get(1).scheme(), "the first request rides with the last token");
            assertEquals("", node.requestLog().entries().get(2).scheme());
            assertEquals(1, node.requestLog().connections());
        }
    }

    @ParameterizedTest
    @EnumSource
    void overHttpsBoundToTheCertificate(ChannelBindingCheck check) throws Exception {
        try (DemoNode node = node(true, check); WinRs client = client(node, true, ntlm(node, "demo"))) {
            assertEquals("safe\r\n", run(client, "echo safe"));
        }
    }

    @Test
    void oneRequestMoreThanBasicForEachLane() throws Exception {
        int basic;
        try (DemoNode node = node(false, ChannelBindingCheck.RELAXED); WinRs client = client(node, true, new Basic("demo", node.password(), false))) {
            run(client, "echo x");
            basic = client.requests();
        }
        for (boolean https : new boolean[] { false, true }) {
            try (DemoNode node = node(true, ChannelBindingCheck.RELAXED); WinRs client = client(node, https, ntlm(node, "demo"))) {
                run(client, "echo x");
                assertEquals(basic + 1, client.requests());
                run(client, "echo y");
                assertEquals(2 * basic + 1, client.requests(), "once for a lane, not once for a request");
            }
        }
    }

    @Test
    void whatIsWrongIsRejectedAndSentOnce() throws Exception {
        try (DemoNode node = node(true, ChannelBindingCheck.RELAXED)) {
            for (String account : List.of("other", "ELSEWHERE\\demo", "demo@realm.test")) {
                assertEquals(Reason.REJECTED, failure(node, ntlm(node, account)).reason(), account);
            }
            AuthenticationException failure = failure(node, new Ntlm(Account.parse("demo"), Secret.of("wrong".toCharArray())));
            assertTrue(failure.getMessage().contains("rejected user name or password of demo (NTLM"), failure.getMessage());
            assertEquals(8, node.requestLog().requests());
            assertEquals(0, node.openShells());
        }
    }

    private static AuthenticationException failure(DemoNode node, AuthenticatorFactory signIn) throws Exception {
        try (WinRs client = client(node, false, signIn)) {
            return assertThrows(AuthenticationException.class, () -> client.open(ShellOptions.DEFAULTS));
        }
    }

    @Test
    void aNodeThatOffersBasicAlone() throws Exception {
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-server-2022").withSignIn(new SignInOffers(true, false, ChannelBindingCheck.RELAXED)))) {
            AuthenticationException failure = failure(node, ntlm(node, "demo"));
            assertEquals(Reason.NOT_OFFERED, failure.reason());
            assertEquals(List.of("Basic"), failure.offered());
            assertTrue(failure.getMessage().contains("it offers Basic"), failure.getMessage());
        }
    }

    @Test
    void keysThatTheNodeHasForgotten() throws Exception {
        try (DemoNode node = node(true, ChannelBindingCheck.RELAXED); WinRs client = client(node, false, ntlm(node, "demo"))) {
            IdleLoss.check(node, client);
        }
    }

    @Test
    void afterAnInjectedResetTheLaneSignsInAgainForWhatIsSafe() throws Exception {
        try (DemoNode node = node(true, ChannelBindingCheck.RELAXED); WinRs client = client(node, false, ntlm(node, "demo"))) {
            client.identifySignedIn();
            node.inject(FaultPlan.at("Identify", 1, InjectedFault.CLOSE_BEFORE_REPLY));
            assertTrue(client.identifySignedIn().toString().contains("10.0.20348"));
            assertEquals(List.of("Authenticate", "Identify", "Identify", "Authenticate", "Identify"), node.requestLog().operations());
            assertEquals(2, node.requestLog().connections());
        }
    }

    /** What Windows answers where it has forgotten the keys of an idle connection. */
    @Test
    void afterAnEmpty400TheLaneSignsInAgainForWhatIsSafe() throws Exception {
        try (DemoNode node = node(true, ChannelBindingCheck.RELAXED); WinRs client = client(node, false, ntlm(node, "demo"))) {
            client.identifySignedIn();
            node.inject(FaultPlan.at("Identify", 1, new InjectedFault.Status("lost-keys", 400)));
            assertTrue(client.identifySignedIn().toString().contains("10.0.20348"));
            node.inject(FaultPlan.at("Create", 1, new InjectedFault.Status("lost-keys", 400)));
            assertThrows(WsmanException.class, () -> client.open(ShellOptions.DEFAULTS), "a shell may be there");
            assertEquals("again\r\n", run(client, "echo again"), "on a connection of its own");
        }
    }
}
