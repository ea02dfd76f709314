package org.poshremote.cli.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;
import org.poshremote.core.ssh.UserSshFolder;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;
import org.poshremote.testing.Peers;
import org.poshremote.wsman.Secret;

/** Proxies, jump hosts and SSH as a person at a terminal asks for them. */
@Timeout(180)
class PathCommandsTest {
    @TempDir
    private Path folder;
    private Session session;
    private SshServer server;
    private DemoNode node;
    private Process proxy;
    private int proxyPort;

    @BeforeEach
    void begin() throws Exception {
        Personality personality = Personality.named("windows-server-2022");
        node = DemoNode.start(DemoNodeSettings.of(personality, new CommandShell(personality)));
        session = new Session(folder.resolve("work"));
        Files.createDirectories(session.folder);
        session.file("a.ps1", "param($Name) \"hello $Name é\"");
        session.asTerminal = false;
        try (Secret password = node.password()) {
            session.environment.put("POSHREMOTE_PASSWORD", password.<String>use(String::new));
        }
    }

    @AfterEach
    void end() throws IOException {
        node.close();
        if (server != null) {
            server.close();
        }
        if (proxy != null) {
            proxy.destroyForcibly();
        }
    }

    private void server(String... configuration) throws Exception {
        server = SshServer.start(folder.resolve("ssh"), configuration);
        session.environment.put(UserSshFolder.VARIABLE, server.personsFolder().toString());
    }

    private void proxy(String... more) throws Exception {
        Path program = Path.of("/usr/bin/tinyproxy");
        Peers.require(Files.isExecutable(program), "tinyproxy-bin");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            proxyPort = free.getLocalPort();
        }
        Path config = Files.writeString(folder.resolve("tinyproxy.conf"), "Port " + proxyPort + "\nListen 127.0.0.1\nTimeout 60\nAllow 127.0.0.1\nMaxClients 20\n"
            + String.join("\n", more) + "\n");
        proxy = new ProcessBuilder(program.toString(), "-d", "-c", config.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("proxy.log").toFile()).start();
        for (int i = 0; i < 200; i++) {
            try (Socket probe = new Socket("127.0.0.1", proxyPort)) {
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }

    private int run(String... options) {
        String[] all = new String[options.length + 10];
        System.arraycopy(new String[] {"run", "a.ps1", "--host", node.host(), "--port", Integer.toString(node.port()), "--user", node.user()}, 0, all, 0, 8);
        System.arraycopy(options, 0, all, 8, options.length);
        all[options.length + 8] = "--";
        all[options.length + 9] = "you";
        return session.call(all);
    }

    @Test
    void throughAProxyWithAnAccount() throws Exception {
        proxy("BasicAuth olga geheim");
        assertEquals(ExitCodes.UNAVAILABLE, run("--proxy", "http://127.0.0.1:" + proxyPort));
        assertTrue(session.err().contains("wants a sign-in (Basic), and no account with its password is known here") && session.err().contains("http://user@proxy.example:3128"), session.err());
        session.environment.put("POSHREMOTE_PROXY_PASSWORD", "geheim");
        session.asTerminal = true;
        assertEquals(0, run("--proxy", "http://olga@127.0.0.1:" + proxyPort), session.err());
        assertEquals("hello you é", session.out().strip());
        assertTrue(session.err().contains("through proxy 127.0.0.1:" + proxyPort), session.err());
        assertFalse(session.err().contains("geheim"));
        session.environment.put("POSHREMOTE_PROXY_PASSWORD", "falsch");
        assertEquals(ExitCodes.UNAVAILABLE, run("--proxy", "http://olga@127.0.0.1:" + proxyPort));
        assertTrue(session.err().contains("rejected user name or password of olga (Basic)"), session.err());
        assertEquals(ExitCodes.USAGE, run("--proxy", "http://olga:geheim@127.0.0.1:" + proxyPort));
        assertTrue(session.err().contains("A password does not belong into the address of a proxy") && !session.err().contains("geheim"), session.err());
    }

    @Test
    void savedWithATargetAndLookedAtByTheDoctor() throws Exception {
        server();
        server.known();
        assertEquals(0, session.call("targets", "add", "web1", "--host", node.host(), "--port", Integer.toString(node.port()), "--user", node.user(),
            "--jump", server.account().toString()), session.err());
        assertEquals(0, session.call("targets", "list"));
        assertTrue(session.out().contains("through jump host " + server.account()), session.out());
        assertEquals(0, session.call("run", "a.ps1", "--on", "web1", "--json", "--", "you"), session.err());
        assertTrue(session.out().contains("\"way\":\"through jump host " + server.account() + "\""), session.out());
        assertEquals(ExitCodes.SUCCESS, session.call("doctor", "--on", "web1"), session.out() + session.err());
        assertTrue(session.out().contains("Signed in to the jump host " + server.account()), session.out());
        Files.delete(server.personsFolder().resolve("known_hosts"));
        assertEquals(ExitCodes.UNAVAILABLE, session.call("doctor", "--on", "web1"));
        assertTrue(session.out().contains("PR-SSH-HOST-KEY") && session.out().contains(server.fingerprint()), session.out());
        assertEquals(ExitCodes.UNAVAILABLE, session.call("run", "a.ps1", "--on", "web1"));
        assertTrue(session.err().contains("showed a key that is not known here") && session.err().contains("ssh-keygen -lf"), session.err());
        assertEquals(0, session.call("run", "a.ps1", "--on", "web1", "--jump", "none"), session.err());
    }

    @Test
    void throughAProxyToAJumpHost() throws Exception {
        server();
        server.known();
        proxy();
        session.environment.put("ALL_PROXY", "http://127.0.0.1:" + proxyPort);
        session.asTerminal = true;
        // this machine's own addresses are never reached through the environment's proxy, so it is named
        assertEquals(0, run("--proxy", "127.0.0.1:" + proxyPort, "--jump", server.account().toString()), session.err());
        assertTrue(session.err().contains("through proxy 127.0.0.1:" + proxyPort + " and jump host " + server.account()), session.err());
        assertTrue(Files.readString(folder.resolve("proxy.log")).contains("CONNECT 127.0.0.1:" + server.port()));
    }

    @Test
    void bySsh() throws Exception {
        server();
        server.known();
        session.environment.remove("POSHREMOTE_PASSWORD");
        assertEquals(0, session.call("run", "a.ps1", "--ssh", "--host", "127.0.0.1", "--port", Integer.toString(server.port()), "--user", SshServer.user(), "--json", "--", "you"),
            session.err());
        assertTrue(session.out().contains("\"address\":\"ssh://127.0.0.1:" + server.port() + "\"") && session.out().contains("hello you é"), session.out());
        assertEquals(ExitCodes.SUCCESS, session.call("doctor", "--ssh", "--host", "127.0.0.1", "--port", Integer.toString(server.port()), "--user", SshServer.user()),
            session.out() + session.err());
        assertTrue(session.out().contains("Signed in by key") && session.out().contains("powershell 5.1"), session.out());
        Files.writeString(folder.resolve("ssh/authorized_keys"), "");
        assertEquals(ExitCodes.NO_PERMISSION, session.call("run", "a.ps1", "--ssh", "--host", "127.0.0.1", "--port", Integer.toString(server.port()), "--user", SshServer.user()));
        assertTrue(session.err().contains("was reached, but not signed in to: it offers publickey"), session.err());
        assertEquals(ExitCodes.NO_PERMISSION, session.call("doctor", "--ssh", "--host", "127.0.0.1", "--port", Integer.toString(server.port()), "--user", SshServer.user()));
        assertTrue(session.out().contains("PR-SSH-SIGN-IN"), session.out());
    }

    @Test
    void theDoctorKnowsProxies() throws Exception {
        proxy("ConnectPort 443");
        assertEquals(ExitCodes.UNAVAILABLE, session.call("doctor", "--host", node.host(), "--port", Integer.toString(node.port()), "--proxy", "127.0.0.1:" + proxyPort));
        assertTrue(session.out().contains("PR-PROXY-RULES"), session.out());
        proxy.destroyForcibly().waitFor();
        assertEquals(ExitCodes.UNAVAILABLE, session.call("doctor", "--host", node.host(), "--port", Integer.toString(node.port()), "--proxy", "127.0.0.1:" + proxyPort));
        assertTrue(session.out().contains("PR-PROXY-UNREACHABLE"), session.out());
        session.environment.put("HTTP_PROXY", "socks5://x");
        assertEquals(ExitCodes.UNAVAILABLE, session.call("doctor", "--host", "node.example", "--proxy", "auto"));
        assertTrue(session.out().contains("PR-PROXY-SETTING"), session.out());
    }
}
