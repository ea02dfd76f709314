package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The MD4 message digest (RFC 1320), which NTLM needs for the password and the JDK does not offer. */
final class Md4 {
    private static final int BLOCK = 64;
    private static final int[][] SHIFTS = { { 3, 7, 11, 19 }, { 3, 5, 9, 13 }, { 3, 9, 11, 15 } };
    /** Order of the words in rounds 2 and 3 (RFC 1320 section 3.4). */
    private static final int[] ORDER_2 = { 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15 };
    private static final int[] ORDER_3 = { 0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15 };

    private Md4() {
    }

    static byte[] hash(byte[] message) {
        int padded = (message.length + 8) / BLOCK * BLOCK + BLOCK;
        ByteBuffer blocks = ByteBuffer.wrap(Arrays.copyOf(message, padded)).order(ByteOrder.LITTLE_ENDIAN);
        blocks.put(message.length, (byte) 0x80);
        blocks.putLong(padded - 8, message.length * 8L);
        int[] state = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476 };
        int[] words = new int[16];
        while (blocks.hasRemaining()) {
            for (int i = 0; i < words.length; i++) {
                words[i] = blocks.getInt();
            }
            block(state, words);
        }
        Arrays.fill(blocks.array(), (byte) 0);
        Arrays.fill(words, 0);
        ByteBuffer digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            digest.putInt(word);
        }
        return digest.array();
    }

    private static void block(int[] state, int[] words) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int i = 0; i < 48; i++) {
            int round = i / 16;
            int mixed = switch (round) {
                case 0 -> (b & c | ~b & d) + words[i];
                case 1 -> (b & c | b & d | c & d) + words[ORDER_2[i - 16]] + 0x5a827999;
                default -> (b ^ c ^ d) + words[ORDER_3[i - 32]] + 0x6ed9eba1;
            };
            int next = Integer.rotateLeft(a + mixed, SHIFTS[round][i % 4]);
            a = d;
            d = c;
            c = b;
            b = next;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }
}
