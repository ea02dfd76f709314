package org.poshremote.wsman.auth.der;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerReaderTest {
    @Test
    void readsWhatTheWriterMakes() throws IOException {
        for (int length : new int[] {0, 1, 0x7F, 0x80, 0xFF, 0x100, 70_000}) {
            byte[] content = new byte[length];
            new Random(length).nextBytes(content);
            DerReader outer = new DerReader(DerWriter.sequence(DerWriter.context(0, DerWriter.integer(-length)), DerWriter.context(3, DerWriter.octetString(content))));
            DerReader sequence = outer.enter(DerReader.SEQUENCE);
            assertFalse(outer.hasMore());
            assertEquals(-length, sequence.enter(DerReader.context(0)).integer());
            assertEquals(DerReader.context(3), sequence.peek());
            assertArrayEquals(content, sequence.next().octetString());
            assertEquals(-1, sequence.peek());
        }
        assertEquals("308180", HexFormat.of().formatHex(DerWriter.sequence(new byte[0x80]), 0, 3));
        assertEquals("02020080", HexFormat.of().formatHex(DerWriter.integer(128)));
    }

    /** Too short, of no definite length, longer than an array, a tag of two bytes, a number that is none. */
    @ParameterizedTest
    @ValueSource(strings = {"", "02", "0205", "020201", "0280", "0285010000000001", "02847fffffff01", "0284ffffffff", "1f8101", "0200", "0206010203040506"})
    void damaged(String hex) {
        assertThrows(IOException.class, () -> new DerReader(HexFormat.of().parseHex(hex)).integer());
    }

    @Test
    void whateverComesEnds() {
        Random random = new Random(1);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                walk(new DerReader(bytes), 0);
            } catch (IOException e) {
                refused++;
            }
        }
        assertTrue(refused > 5_000);
    }

    private static void walk(DerReader reader, int depth) throws IOException {
        while (reader.hasMore()) {
            DerReader inner = reader.next();
            if (depth < 20) {
                walk(inner, depth + 1);
            }
        }
    }
}
