package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.credssp.CredSsp;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.winrs.CommandState;
import org.poshremote.wsman.winrs.ConnectionSettings;
import org.poshremote.wsman.winrs.Received;
import org.poshremote.wsman.winrs.RemoteCommand;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.WinRs;

/** The node's CredSSP with our client, NTLM inside: whole conversations. That the codecs agree with others is shown elsewhere. */
@Timeout(60)
class CredSspTest {
    private static DemoNode node(boolean credssp) throws IOException {
        DemoNodeSettings settings = Nodes.settings("windows-server-2022").withAllowUnencrypted(false);
        return DemoNode.start(settings.withSignIn(settings.personality().server().signIn().withCredSsp(credssp)));
    }

    private static WinRs client(DemoNode node, boolean https, AuthenticatorFactory signIn) {
        return new WinRs(ConnectionSettings.of(new Endpoint(node.host(), https ? node.httpsPort() : node.port(), https, "/wsman"), signIn)
                .withTrust(https ? new Trust.None() : Trust.SYSTEM));
    }

    private static CredSsp credssp(String account, Secret password) {
        return new CredSsp(Account.parse(account), password, Optional.empty());
    }

    private static String run(WinRs client, String commandLine) throws WsmanException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Shell shell = client.open(ShellOptions.DEFAULTS);
        RemoteCommand command = shell.start(commandLine, false);
        Received received;
        do {
            received = command.receive();
            received.chunks().forEach(chunk -> out.writeBytes(chunk.data()));
        } while (received.state() != CommandState.DONE);
        shell.delete();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fiveRequestsMoreThanBasicOnceForALane() throws Exception {
        try (DemoNode node = node(true); Secret password = node.password()) {
            int basic;
            try (WinRs client = client(node, true, new Basic("demo", password, false))) {
                assertEquals("x\r\n", run(client, "echo x"));
                basic = client.requests();
            }
            for (boolean https : new boolean[] { false, true }) {
                try (WinRs client = client(node, https, credssp("demo", password))) {
                    assertEquals("x\r\n", run(client, "echo x"));
                    assertEquals(basic + 5, client.requests());
                    assertEquals("y\r\n", run(client, "echo y"));
                    assertEquals(2 * basic + 5, client.requests());
                }
            }
        }
    }

    @Test
    void keysThatTheNodeHasForgotten() throws Exception {
        try (DemoNode node = node(true); Secret password = node.password(); WinRs client = client(node, false, credssp("demo", password))) {
            IdleLoss.check(node, client);
        }
    }

    /** Several pieces of 16 KB each way. */
    @Test
    void longMessages() throws Exception {
        try (DemoNode node = node(true); Secret password = node.password(); WinRs client = client(node, false, credssp(".\\demo", password))) {
            byte[] text = "long äöü ".repeat(6000).getBytes(StandardCharsets.UTF_8);
            Shell shell = client.open(ShellOptions.DEFAULTS);
            RemoteCommand command = shell.start("cat", false);
            command.send(text, 0, text.length, true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Received received;
            do {
                received = command.receive();
                received.chunks().forEach(chunk -> out.writeBytes(chunk.data()));
            } while (received.state() != CommandState.DONE);
            assertArrayEquals(text, out.toByteArray());
        }
    }

    private static AuthenticationException failure(DemoNode node, AuthenticatorFactory signIn) {
        try (WinRs client = client(node, false, signIn)) {
            return assertThrows(AuthenticationException.class, () -> client.open(ShellOptions.DEFAULTS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "demo", "other" })
    void wrongOnesAreRefusedInWordsAndSentOnce(String account) throws Exception {
        try (DemoNode node = node(true); Secret wrong = Secret.of("wrong".toCharArray()); Secret right = node.password()) {
            AuthenticationException failure = failure(node, credssp(account, account.equals("demo") ? wrong : right));
            assertEquals(Reason.REJECTED, failure.reason());
            assertTrue(failure.getMessage().contains("user name or password of " + account), failure.getMessage());
            assertEquals(4, node.requestLog().requests(), "nothing after the refusal");
        }
    }

    @Test
    void notOffered() throws Exception {
        try (DemoNode node = node(false); Secret password = node.password()) {
            AuthenticationException failure = failure(node, credssp("demo", password));
            assertEquals(Reason.NOT_OFFERED, failure.reason());
            assertTrue(failure.getMessage().contains("Enable-WSManCredSSP -Role Server"), failure.getMessage());
            assertEquals(List.of("Authenticate"), node.requestLog().operations());
        }
    }

    /** The node survives whatever comes in the header. */
    @Test
    void foreignTokens() throws Exception {
        try (DemoNode node = node(true); WireClient client = WireClient.to(node)) {
            for (String token : List.of("", "***", "AAAA", "FgMBAAUBAAABAw==", "MAA=")) {
                client.authorization = "CredSSP " + token;
                assertEquals(401, client.post("/wsman", "", "").status(), token);
            }
        }
    }
}
