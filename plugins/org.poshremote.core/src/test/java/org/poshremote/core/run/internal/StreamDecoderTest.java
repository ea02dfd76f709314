package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.core.codepage.CodePage;
import org.poshremote.core.codepage.CodePages;

class StreamDecoderTest {
    private static String decode(Charset charset, byte[] all, Random random) {
        StreamDecoder decoder = new StreamDecoder(charset);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < all.length) {
            int length = Math.min(random.nextInt(4), all.length - at);
            text.append(decoder.decode(Arrays.copyOfRange(all, at, at + length)));
            at += length;
        }
        return text.append(decoder.finish()).toString();
    }

    /** Cut anywhere, every charset gives what it gives for the whole. */
    @Test
    void pieceByPieceIsAsTheWhole() {
        Random random = new Random(42);
        for (CodePage page : CodePages.all()) {
            if (page.charset().isEmpty() || !page.charset().get().canEncode()) {
                continue;
            }
            Charset charset = page.charset().get();
            for (int i = 0; i < 60; i++) {
                byte[] bytes;
                if (i % 2 == 0) {
                    bytes = new byte[random.nextInt(50)];
                    random.nextBytes(bytes);
                } else {
                    bytes = "é日本💩Grüße ¥ \\ かな".repeat(2).getBytes(charset);
                }
                String whole = new String(bytes, charset);
                String expected = whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
                assertEquals(expected, decode(charset, bytes, random), page + " " + Arrays.toString(bytes));
            }
        }
    }

    @Test
    void aByteOrderMarkIsDroppedAtTheBeginningOnly() {
        byte[] bytes = "\uFEFFa\uFEFFb".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertEquals("a\uFEFFb", decode(java.nio.charset.StandardCharsets.UTF_8, bytes, new Random(1)));
    }
}
