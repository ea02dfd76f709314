package org.poshremote.ui.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.path.PathQuestions.HostKeyQuestion;
import org.poshremote.core.path.PathQuestions.Kind;
import org.poshremote.core.path.PathQuestions.SecretQuestion;
import org.poshremote.core.path.ProxySettings.Use;
import org.poshremote.core.path.Way;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.ProxyServer;
import org.poshremote.core.target.Target;
import org.poshremote.ui.secrets.PasswordDialog;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.testing.Workbench;
import org.poshremote.wsman.Secret;

/** Eclipse's own settings as the way to a node. */
class EclipsePathTest {
    private final IProxyService proxies = Services.find(IProxyService.class).orElseThrow();

    @BeforeEach
    void prepare() throws CoreException {
        Workbench.page();
        proxies.setSystemProxiesEnabled(false);
        proxies.setProxiesEnabled(true);
        set(IProxyData.HTTP_PROXY_TYPE, "proxy.example", 3128, "olga", "geheim");
        set(IProxyData.HTTPS_PROXY_TYPE, "secure.example", 8080, null, null);
        proxies.setNonProxiedHosts(new String[] {"localhost", "127.0.0.1", "*.lab"});
    }

    @AfterEach
    void restore() throws CoreException {
        for (String type : List.of(IProxyData.HTTP_PROXY_TYPE, IProxyData.HTTPS_PROXY_TYPE, IProxyData.SOCKS_PROXY_TYPE)) {
            set(type, null, -1, null, null);
        }
        proxies.setProxiesEnabled(false);
        Passwords.get().askByDialog();
        Passwords.get().forgetTyped();
        EclipseQuestions.askForKeysByDialog();
    }

    private void set(String type, String host, int port, String user, String password) throws CoreException {
        IProxyData data = proxies.getProxyData(type);
        data.setHost(host);
        data.setPort(port);
        data.setUserid(user);
        data.setPassword(password);
        proxies.setProxyData(new IProxyData[] {data});
    }

    @Test
    void proxiesAreThoseOfThePreferences() throws CoreException {
        EclipseProxies settings = new EclipseProxies();
        ProxyServer http = settings.find("node.example", Use.HTTP).orElseThrow();
        assertEquals(new ProxyServer("proxy.example", 3128, Optional.of("olga")), http);
        try (Secret password = settings.password(http).orElseThrow()) {
            assertEquals("geheim", password.<String>use(String::new));
        }
        assertEquals(Optional.of(new ProxyServer("secure.example", 8080, Optional.empty())), settings.find("node.example", Use.HTTPS));
        assertEquals(Optional.empty(), settings.find("node.lab", Use.HTTPS));
        assertEquals("through proxy secure.example:8080 (from Eclipse's network settings)",
            Way.to(Target.at("node.example").https(true).proxy(ProxyChoice.AUTOMATIC).build(), EclipsePath.context()).words());
        proxies.setProxiesEnabled(false);
        assertEquals(Optional.empty(), settings.find("node.example", Use.HTTP));
    }

    @Test
    void aSocksProxyIsRefusedInWords() throws CoreException {
        set(IProxyData.HTTP_PROXY_TYPE, null, -1, null, null);
        set(IProxyData.HTTPS_PROXY_TYPE, null, -1, null, null);
        set(IProxyData.SOCKS_PROXY_TYPE, "socks.example", 1080, null, null);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new EclipseProxies().find("node.example", Use.HTTP)).getMessage().contains("SOCKS"));
    }

    @Test
    void keysAndKnownServersAreEclipses() throws Exception {
        EclipseSsh ssh = new EclipseSsh();
        assertFalse(ssh.knownHostsPlace().isBlank());
        assertTrue(ssh.identities("node.example").stream().allMatch(key -> key.getName() != null));
        assertTrue(ssh.knownHosts().check("no.such.host.example", new byte[] {0, 0, 0, 1, 1}) != 0);
    }

    @Test
    void whatIsAskedGoesThroughThePasswordsAndComesBackOnce() throws Exception {
        SecretQuestion question = Way.proxyQuestion(ProxyServer.parse("http://olga@proxy.example:3128"));
        assertEquals(Kind.PROXY, question.kind());
        int[] asked = {0};
        Passwords.get().askForPathBy((about, reason) -> {
            asked[0]++;
            return Optional.of(new PasswordDialog.Answer(about.account(), Secret.of(("p" + asked[0]).toCharArray()), false));
        });
        EclipseQuestions questions = new EclipseQuestions();
        assertEquals("p1", away(() -> questions.secret(question).orElseThrow().<String>use(String::new)));
        assertEquals("p1", away(() -> questions.secret(question).orElseThrow().<String>use(String::new)));
        questions.refused(question, "no");
        assertEquals("p2", away(() -> questions.secret(question).orElseThrow().<String>use(String::new)));
        EclipseQuestions.askForKeysBy(key -> key.fingerprint().equals("SHA256:right"));
        assertTrue(away(() -> questions.trusts(new HostKeyQuestion("me@jump", "jump", 22, "ssh-ed25519", "SHA256:right", "list"))));
        assertFalse(away(() -> questions.trusts(new HostKeyQuestion("me@jump", "jump", 22, "ssh-ed25519", "SHA256:wrong", "list"))));
    }

    /** Not in the UI thread, as runs ask. */
    private static <T> T away(java.util.function.Supplier<T> question) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
        Workbench.until("answered", answer::isDone);
        return answer.join();
    }
}
