package org.poshremote.core.codepage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodePagesTest {
    /** Bytes by the code page tables that Microsoft publishes (unicode.org/Public/MAPPINGS/VENDORS/MICSFT). */
    @Test
    void decodeAsWindowsDoes() {
        assertEquals("ä", text(437, 0x84));
        assertEquals("ä", text(850, 0x84));
        assertEquals("ø", text(850, 0x9B));
        assertEquals("¢", text(437, 0x9B));
        assertEquals("€", text(1252, 0x80));
        assertEquals("€", text(858, 0xD5));
        assertEquals("Ж", text(866, 0x86));
        assertEquals("あ", text(932, 0x82, 0xA0));
        assertEquals("①", text(932, 0x87, 0x40));
        assertEquals("中", text(936, 0xD6, 0xD0));
        assertEquals("한", text(949, 0xC7, 0xD1));
        assertEquals("中", text(950, 0xA4, 0xA4));
        assertEquals("ä", text(65001, 0xC3, 0xA4));
    }

    private static String text(int page, int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return new String(all, CodePages.of(page).charset().orElseThrow());
    }

    @Test
    void allButTheOnesThatJavaLacksHaveACharset() {
        assertEquals(List.of(720, 65000), CodePages.all().stream().filter(page -> page.charset().isEmpty()).map(CodePage::number).toList());
        assertTrue(CodePages.of(4711).charset().isEmpty());
    }

    @Test
    void choicesAreRead() {
        assertEquals(Optional.of(CodePageChoice.AUTOMATIC), CodePageChoice.parse("Auto"));
        assertEquals(Optional.of(CodePageChoice.of(437)), CodePageChoice.parse(" 437 "));
        for (String wrong : List.of("", "x", "0", "-1", "65536", "1e3")) {
            assertTrue(CodePageChoice.parse(wrong).isEmpty(), wrong);
        }
    }
}
