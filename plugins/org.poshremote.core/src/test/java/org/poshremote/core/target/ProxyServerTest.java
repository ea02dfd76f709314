package org.poshremote.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyServerTest {
    @ParameterizedTest
    @CsvSource({ "http://proxy.example:3128, http://proxy.example:3128", "proxy:8080, http://proxy:8080", "HTTP://proxy/, http://proxy:80", "proxy, http://proxy:80",
        "http://olga@proxy:1, http://olga@proxy:1", "http://CORP%5Colga@proxy:1, http://CORP%5Colga@proxy:1", "http://CORP\\olga@proxy:1, http://CORP%5Colga@proxy:1",
        "http://olga@corp.example@proxy:1, http://olga%40corp.example@proxy:1", "http://[2001:db8::1]:8080, http://[2001:db8::1]:8080", "http://gr%C3%B6%C3%9Fe@p:1, http://gr%C3%B6%C3%9Fe@p:1" })
    void isReadAndWritten(String typed, String written) {
        ProxyServer server = ProxyServer.parse(typed);
        assertEquals(written, server.toString());
        assertEquals(server, ProxyServer.parse(server.toString()));
    }

    @Test
    void aPasswordIsRefusedAndNotRepeated() {
        for (String url : new String[] {"http://olga:geheim@proxy:3128", "olga:geheim@proxy", "http://olga:ge@heim@proxy"}) {
            String message = assertThrows(IllegalArgumentException.class, () -> ProxyServer.parse(url)).getMessage();
            assertTrue(message.contains("write http://user@proxy"), message);
            assertFalse(message.contains("heim"), message);
        }
        assertEquals(Optional.of("ge@he:im"), ProxyServer.parseWithPassword("http://olga:ge%40he:im@proxy").password().map(String::new));
        assertFalse(ProxyServer.parseWithPassword("http://olga:geheim@proxy").toString().contains("geheim"));
    }

    @ParameterizedTest
    @CsvSource({ "socks5://proxy:1080, SOCKS", "https://proxy, wants TLS itself", "ftp://proxy, is written as", "http://proxy:0, from 1 to 65535", "http://proxy:123456, from 1 to 65535",
        "http://proxy/path, without a path", "http://@proxy, stands an account", "http://[::1, in brackets", "http://a b, is not the host" })
    void whatIsNoneIsToldWhy(String typed, String words) {
        String message = assertThrows(IllegalArgumentException.class, () -> ProxyServer.parse(typed)).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void jumpHosts() {
        assertEquals(new JumpHost("me", "jump.example", 22), JumpHost.parse(" me@jump.example "));
        assertEquals(new JumpHost("DOM\\me@corp", "jump", 2222), JumpHost.parse("DOM\\me@corp@jump:2222"));
        assertEquals(new JumpHost("me", "::1", 22), JumpHost.parse("me@[::1]"));
        assertEquals("me@[::1]:23", JumpHost.parse("me@[::1]:23").toString());
        for (String wrong : new String[] {"", "jump", "me@", "@jump", "me@jump:0", "me@jump:x", "me@::1", "me@a b", "me@[::1", "me@jump:99999", "a\nb@jump"}) {
            assertThrows(IllegalArgumentException.class, () -> JumpHost.parse(wrong), wrong);
        }
    }

    /** What is taken is written so that it is read again; all else is refused with a sentence. */
    @Test
    void anyText() {
        Random random = new Random(3128);
        String signs = "http://@:[]%5C\\user.example-1 é/";
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://" : "");
            for (int n = random.nextInt(14); n >= 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            try {
                ProxyServer server = ProxyServer.parse(text.toString());
                assertEquals(server, ProxyServer.parse(server.toString()));
                taken++;
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().endsWith(".") || e.getMessage().endsWith("needed."), e.getMessage());
            }
            try {
                JumpHost host = JumpHost.parse(text.toString());
                assertEquals(host, JumpHost.parse(host.toString()));
            } catch (IllegalArgumentException e) {
                assertFalse(e.getMessage().isBlank());
            }
        }
        assertTrue(taken > 200, "some are sound: " + taken);
    }
}
