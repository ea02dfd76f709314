package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GreetingReaderTest {
    private static final String LINE = "PR1 abc ps=5.1 edition= clr=4.0.30319.42000 codepage=65001 culture=de-DE elevated=True\n";

    private static String read(GreetingReader reader, byte[] all, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < all.length) {
            int length = Math.min(1 + random.nextInt(7), all.length - at);
            GreetingReader.Taken taken = reader.accept(Arrays.copyOfRange(all, at, at + length));
            out.writeBytes(taken.before());
            out.writeBytes(taken.after());
            at += length;
        }
        out.writeBytes(reader.finish());
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void isTakenOffHoweverItIsCut() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            GreetingReader reader = new GreetingReader("abc");
            assertEquals("out\nPR1 abc not\n", read(reader, (LINE + "out\nPR1 abc not\n").getBytes(StandardCharsets.US_ASCII), random));
            assertEquals("de-DE", reader.greeting().orElseThrow().culture().orElseThrow());
            assertTrue(reader.greeting().orElseThrow().edition().isEmpty());
            assertEquals(65001, reader.greeting().orElseThrow().codePage().orElseThrow().number());
        }
    }

    @Test
    void aByteOrderMarkBeforeItDoesNotMatter() {
        GreetingReader reader = new GreetingReader("abc");
        assertEquals("x", read(reader, ("\u00EF\u00BB\u00BF" + LINE + "x").getBytes(StandardCharsets.ISO_8859_1), new Random(2)));
        assertTrue(reader.greeting().isPresent());
    }

    /** Profile scripts may write before the bootstrap runs. */
    @Test
    void linesBeforeItAreOutput() {
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            GreetingReader reader = new GreetingReader("abc");
            assertEquals("profile\r\nPR1 ab\n\nx", read(reader, ("profile\r\nPR1 ab\n\n" + LINE + "x").getBytes(StandardCharsets.US_ASCII), random));
            assertTrue(reader.greeting().isPresent());
        }
    }

    @Test
    void anythingElseIsOutput() {
        for (String output : new String[] {"hello\n", "PR1 abd x=1\n", "PR1 abc", "", "PR", "\u00EF\u00BB", "\u00EFx", "PR1 abc " + "x".repeat(5000) + "\n"}) {
            GreetingReader reader = new GreetingReader("abc");
            assertEquals(output, read(reader, output.getBytes(StandardCharsets.ISO_8859_1), new Random(3)));
            assertFalse(reader.greeting().isPresent(), output);
        }
    }

    @Test
    void neverFailsOnForeignBytes() {
        Random random = new Random(4);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            byte[] all = random.nextBoolean() ? bytes : ("PR1 abc " + new String(bytes, StandardCharsets.ISO_8859_1) + "\nrest").getBytes(StandardCharsets.ISO_8859_1);
            GreetingReader reader = new GreetingReader("abc");
            String output = read(reader, all, random);
            if (reader.greeting().isEmpty()) {
                assertEquals(new String(all, StandardCharsets.ISO_8859_1), output);
            } else {
                reader.greeting().get().summary();
            }
        }
    }
}
