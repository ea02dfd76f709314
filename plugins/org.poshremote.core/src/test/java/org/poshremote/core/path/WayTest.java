package org.poshremote.core.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poshremote.core.path.ProxySettings.Use;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.Transport;
import org.poshremote.wsman.Secret;

/** Which way is taken, and what the environment says about it. */
class WayTest {
    private static String words(Target target, Map<String, String> environment) {
        Way way = Way.to(target, PathContext.of(environment));
        return way.refusal().map(refusal -> "refused: " + refusal).orElse(way.words());
    }

    private final Map<String, String> environment = Map.of("http_proxy", "http://plain:3128", "HTTPS_PROXY", "http://olga:geheim@secure.example:8080/",
        "NO_PROXY", "10.0.0.0/8,.lab", "ALL_PROXY", "http://all:1");

    @Test
    void theTargetDecides() {
        Target.Builder node = Target.at("node.example");
        assertEquals("", words(node.build(), environment));
        assertEquals("through proxy plain:3128 (from the environment)", words(node.proxy(ProxyChoice.AUTOMATIC).build(), environment));
        assertEquals("through proxy secure.example:8080 (from the environment)", words(Target.at("node.example").https(true).proxy(ProxyChoice.AUTOMATIC).build(), environment));
        assertEquals("", words(Target.at("10.1.2.3").proxy(ProxyChoice.AUTOMATIC).build(), environment));
        assertEquals("", words(Target.at("node.lab").proxy(ProxyChoice.AUTOMATIC).build(), environment));
        assertEquals("", words(Target.at("127.0.0.1").proxy(ProxyChoice.AUTOMATIC).build(), environment));
        assertEquals("through proxy mine:80", words(Target.at("127.0.0.1").proxy(ProxyChoice.parse("http://olga@mine")).build(), environment));
        assertEquals("through jump host me@jump.example:2222", words(Target.at("node").jumpHost(Optional.of(JumpHost.parse("me@jump.example:2222"))).build(), environment));
        assertEquals("through proxy all:1 (from the environment) and jump host me@jump",
            words(Target.at("node.lab").proxy(ProxyChoice.AUTOMATIC).jumpHost(Optional.of(JumpHost.parse("me@jump"))).build(), environment));
        assertEquals("through proxy all:1 (from the environment)", words(Target.at("node").transport(Transport.SSH).proxy(ProxyChoice.AUTOMATIC).build(), environment));
        assertEquals("", words(Target.at("node.example").proxy(ProxyChoice.AUTOMATIC).build(), Map.of()));
    }

    @Test
    void anEnvironmentThatMakesNoSenseIsRefusedWithoutItsPassword() {
        for (String url : new String[] {"socks5://olga:geheim@proxy:1080", "http://olga:geheim@proxy:99999", "http://olga:geheim@", "https://olga:geheim@proxy", "http://olga:geheim@proxy/x"}) {
            String words = words(Target.at("node.example").proxy(ProxyChoice.AUTOMATIC).build(), Map.of("HTTP_PROXY", url));
            assertTrue(words.startsWith("refused: The variable HTTP_PROXY of the environment cannot be used."), words);
            assertFalse(words.contains("geheim"), words);
        }
    }

    @Test
    void aPasswordOfTheEnvironmentIsForItsProxyAlone() {
        EnvironmentProxy proxies = new EnvironmentProxy(environment);
        var secure = proxies.find("node.example", Use.HTTPS).orElseThrow();
        assertEquals(Optional.of("olga"), secure.user());
        assertEquals("http://olga@secure.example:8080", secure.toString());
        try (Secret password = proxies.password(secure).orElseThrow()) {
            assertEquals("geheim", password.<String>use(String::new));
        }
        assertTrue(proxies.password(proxies.find("node.example", Use.HTTP).orElseThrow()).isEmpty());
    }
}
