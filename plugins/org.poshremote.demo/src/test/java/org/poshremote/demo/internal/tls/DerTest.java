package org.poshremote.demo.internal.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Examples of X.690 chapter 8 and of A Layman's Guide to a Subset of ASN.1. */
class DerTest {
    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void integers() {
        assertEquals("020100", hex(Der.integer(BigInteger.ZERO)));
        assertEquals("02020080", hex(Der.integer(BigInteger.valueOf(128))));
        assertEquals("020180", hex(Der.integer(BigInteger.valueOf(-128))));
    }

    @Test
    void objectIdentifiers() {
        assertEquals("06062a864886f70d", hex(Der.oid("1.2.840.113549")));
        assertEquals("0603883703", hex(Der.oid("2.999.3"))); // X.690 8.19.5
    }

    @Test
    void lengths() {
        assertEquals("0400", hex(Der.octets(new byte[0])));
        assertEquals("047f", hex(Der.octets(new byte[127])).substring(0, 4));
        assertEquals("048180", hex(Der.octets(new byte[128])).substring(0, 6));
        assertEquals("04820201", hex(Der.octets(new byte[513])).substring(0, 8));
    }

    @Test
    void others() {
        assertEquals("0101ff", hex(Der.bool(true)));
        assertEquals("030200aa", hex(Der.bits(new byte[] { (byte) 0xaa })));
        assertEquals("170d3931303530363233343534305a", hex(Der.time(Instant.parse("1991-05-06T23:45:40Z"))));
        assertEquals("30060c0161" + "020105", hex(Der.sequence(Der.utf8("a"), Der.integer(BigInteger.valueOf(5)))));
    }
}
