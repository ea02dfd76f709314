package org.poshremote.core.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyListTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "example.com | example.com | true", "example.com | WEB.Example.com | true", "example.com | badexample.com | false", "example.com | example.com. | true",
        ".example.com | web.example.com | true", ".example.com | example.com | true", "*.example.com | a.b.example.com | true",
        "10.0.0.5 | 10.0.0.5 | true", "10.0.0.5 | 10.0.0.50 | false", "10.0.0.0/8 | 10.200.3.4 | true", "10.0.0.0/8 | 11.0.0.1 | false",
        "192.168.4.0/22 | 192.168.7.255 | true", "192.168.4.0/22 | 192.168.8.0 | false", "0.0.0.0/0 | 8.8.8.8 | true", "10.0.0.0/33 | 10.0.0.1 | false",
        "10.0.0.0/x | 10.0.0.1 | false", "10.0.0.0/8 | ten.example | false", "fd00::/8 | fd12::1 | true", "fd00::/8 | fe80::1 | false", "fd00::/8 | [fd12::1] | true",
        "2001:db8::1 | 2001:DB8:0:0::1 | true", "[2001:db8::1]:5985 | 2001:db8::1 | true", "example.com:5985 | example.com | true",
        "* | anything.example | true", "<local> | web01 | true", "<local> | web01.example | false", "a, b;c  d | c | true", "0 | 0.0.0.0 | false",
        "'' | localhost | true", "'' | 127.3.2.1 | true", "'' | ::1 | true", "'' | [::1] | true", "'' | localhost.example | false", "'' | 10.0.0.1 | false" })
    void covers(String list, String host, boolean covered) {
        assertEquals(covered, NoProxyList.parse(list).covers(host));
    }

    @Test
    void thisMachineIsNotListedByItself() {
        assertEquals(false, NoProxyList.parse("").lists("127.0.0.1"));
        assertEquals(true, NoProxyList.parse("localhost").lists("localhost"));
    }
}
