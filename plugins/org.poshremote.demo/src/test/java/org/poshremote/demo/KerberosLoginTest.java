package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.poshremote.demo.auth.KerberosAcceptors;
import org.poshremote.demo.auth.KerberosAcceptors.Scheme;
import org.poshremote.demo.personality.Personality;
import org.poshremote.testing.TestRealm;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.Strongest;
import org.poshremote.wsman.auth.Strongest.Way;
import org.poshremote.wsman.auth.credssp.CredSsp;
import org.poshremote.wsman.auth.kerberos.Kerberos;
import org.poshremote.wsman.auth.kerberos.KerberosAccount;
import org.poshremote.wsman.auth.kerberos.KerberosOptions;
import org.poshremote.wsman.auth.kerberos.KerberosOptions.Mechanism;
import org.poshremote.wsman.auth.ntlm.Ntlm;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.winrs.CommandState;
import org.poshremote.wsman.winrs.ConnectionSettings;
import org.poshremote.wsman.winrs.Received;
import org.poshremote.wsman.winrs.RemoteCommand;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.WinRs;

/** A whole conversation, sealed; in a JVM of its own, since krb5.conf is one for a JVM. */
@Tag("jvm-of-its-own")
@Timeout(120)
class KerberosLoginTest {
    private static final String HOST = "demo.poshremote.test";
    private static final Secret PASSWORD = Secret.of("pass".toCharArray());
    @TempDir
    private static Path folder;
    private static TestRealm realm;
    private static DemoNode node;

    @BeforeAll
    static void start() throws IOException {
        TestRealm.require();
        realm = TestRealm.start(Files.createDirectory(folder.resolve("realm")));
        realm.user("user", "pass");
        Path keytab = realm.service("WSMAN/" + HOST, "");
        Personality personality = Personality.named("windows-server-2022");
        node = DemoNode.start(DemoNodeSettings.of(personality).withSignIn(personality.server().signIn().withCredSsp(true)).withAllowUnencrypted(false).withGathering(Duration.ofSeconds(20))
                .withAcceptor(new KerberosAcceptors(keytab, Scheme.NEGOTIATE)).withAcceptor(new KerberosAcceptors(keytab, Scheme.KERBEROS)));
    }

    @AfterAll
    static void end() throws IOException {
        if (node != null) {
            node.close();
        }
        if (realm != null) {
            realm.close();
        }
    }

    private static WinRs client(boolean https, Mechanism mechanism, String host) {
        Endpoint endpoint = new Endpoint("127.0.0.1", https ? node.httpsPort() : node.port(), https, "/wsman");
        KerberosOptions options = KerberosOptions.DEFAULTS.withServiceHost(Optional.of(host)).withMechanism(mechanism);
        return new WinRs(ConnectionSettings.of(endpoint, new Kerberos(new KerberosAccount.Password("user", PASSWORD), options)).withTrust(new Trust.None()));
    }

    private static String hostname(WinRs client) throws WsmanException {
        StringBuilder output = new StringBuilder();
        Shell shell = client.open(ShellOptions.DEFAULTS);
        RemoteCommand command = shell.start("hostname", false);
        Received received;
        do {
            received = command.receive();
            received.chunks().forEach(chunk -> output.append(new String(chunk.data(), StandardCharsets.US_ASCII)));
        } while (received.state() != CommandState.DONE);
        shell.delete();
        return output.toString().strip();
    }

    @ParameterizedTest
    @EnumSource
    void sealedOverHttpAndAsItIsOverHttps(Mechanism mechanism) throws WsmanException {
        int basic;
        int http;
        int https;
        String name;
        try (WinRs client = client(true, mechanism, HOST)) {
            name = hostname(client);
            https = client.requests();
        }
        try (WinRs client = client(false, mechanism, HOST)) {
            assertEquals(name, hostname(client));
            http = client.requests();
        }
        try (Secret password = node.password(); WinRs client = new WinRs(ConnectionSettings.of(
                new Endpoint("127.0.0.1", node.httpsPort(), true, "/wsman"), new Basic(node.user(), password, false)).withTrust(new Trust.None()))) {
            assertEquals(name, hostname(client));
            basic = client.requests();
        }
        assertTrue(!name.isEmpty());
        assertEquals(basic, https, "over HTTPS as many requests as Basic");
        assertEquals(basic + 1, http, "over HTTP one more than Basic");
    }

    @Test
    void keysThatTheNodeHasForgotten() throws WsmanException {
        try (WinRs client = client(false, Mechanism.NEGOTIATE, HOST)) {
            IdleLoss.check(node, client);
        }
    }

    /** Kerberos inside of CredSSP; the account is none of the node's own, so that NTLM could not have done it. */
    @Test
    void insideOfCredSsp() throws WsmanException {
        Kerberos kerberos = new Kerberos(new KerberosAccount.Password("user", PASSWORD), KerberosOptions.DEFAULTS.withServiceHost(Optional.of(HOST)));
        try (WinRs client = new WinRs(ConnectionSettings.of(new Endpoint("127.0.0.1", node.port(), false, "/wsman"),
                new CredSsp(Account.parse("user@" + TestRealm.NAME), PASSWORD, Optional.of(kerberos))))) {
            assertTrue(!hostname(client).isEmpty());
        }
    }

    private static String signedIn(String host, List<String> worked) throws WsmanException {
        KerberosOptions options = KerberosOptions.DEFAULTS.withServiceHost(Optional.of(host));
        try (Secret password = node.password(); WinRs client = new WinRs(ConnectionSettings.of(new Endpoint("127.0.0.1", node.port(), false, "/wsman"),
                new Strongest(List.of(new Way("Kerberos", new Kerberos(new KerberosAccount.Password("user", PASSWORD), options), false),
                    new Way("NTLM", new Ntlm(Account.parse(node.user()), password), false)), way -> worked.add(way.words()))))) {
            return hostname(client);
        }
    }

    /** As "negotiate" does: the node takes both under the same name. */
    @Test
    void kerberosIsTakenFirstAndNtlmWhereTheRealmKnowsNoSuchService() throws WsmanException {
        List<String> worked = new ArrayList<>();
        String name = signedIn(HOST, worked);
        assertEquals(name, signedIn("unknown.poshremote.test", worked));
        assertEquals(List.of("Kerberos", "NTLM"), worked);
    }

    /** A client that others wrote, over HTTPS (Debian's can seal nothing over HTTP): python3-winrm with MIT Kerberos. */
    @Test
    void pythonWinrmSignsIn() throws Exception {
        TestRealm.require("python3-requests-kerberos", "/usr/lib/python3/dist-packages/requests_kerberos");
        TestRealm.require("python3-winrm", "/usr/lib/python3/dist-packages/winrm");
        Path cache = realm.tickets("user", "pass");
        String script = """
                import sys, warnings
                warnings.simplefilter("ignore")
                from winrm.protocol import Protocol
                node = Protocol("https://localhost:%s/wsman" % sys.argv[1], transport="kerberos", ca_trust_path=sys.argv[3],
                                service="WSMAN", kerberos_hostname_override=sys.argv[2])
                shell = node.open_shell(codepage=65001)
                command = node.run_command(shell, "hostname")
                print(node.get_command_output(shell, command)[0].decode().strip())
                node.cleanup_command(shell, command)
                node.close_shell(shell)
                """;
        Path authority = Files.writeString(folder.resolve("node.pem"), node.certificatePem());
        ProcessBuilder builder = realm.process(List.of("/usr/bin/python3", "-c", script, Integer.toString(node.httpsPort()), HOST,
                authority.toString())).redirectErrorStream(true);
        builder.environment().put("KRB5CCNAME", "FILE:" + cache);
        builder.environment().keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process python = builder.start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, python.waitFor(), said);
        try (WinRs client = client(true, Mechanism.NEGOTIATE, HOST)) {
            assertEquals(hostname(client), said.strip());
        }
    }

    @Test
    void anotherServiceIsRefused() throws IOException {
        realm.service("WSMAN/other.poshremote.test", "");
        try (WinRs client = client(false, Mechanism.NEGOTIATE, "other.poshremote.test")) {
            assertThrows(AuthenticationException.class, () -> hostname(client));
        }
    }
}
