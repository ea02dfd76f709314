package org.poshremote.wsman.auth.ntlm;

import java.util.Arrays;

/** The RC4 stream cipher. The JDK has it as well, but a security policy may have switched it off there. */
final class Rc4 {
    private final byte[] state = new byte[256];
    private int i;
    private int j;

    Rc4(byte[] key) {
        for (int k = 0; k < state.length; k++) {
            state[k] = (byte) k;
        }
        int at = 0;
        for (int k = 0; k < state.length; k++) {
            at = at + state[k] + key[k % key.length] & 0xFF;
            swap(k, at);
        }
    }

    /** Encrypts or decrypts the next bytes of the stream. */
    byte[] next(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int k = 0; k < bytes.length; k++) {
            i = i + 1 & 0xFF;
            j = j + state[i] & 0xFF;
            swap(i, j);
            result[k] = (byte) (bytes[k] ^ state[state[i] + state[j] & 0xFF]);
        }
        return result;
    }

    private void swap(int a, int b) {
        byte kept = state[a];
        state[a] = state[b];
        state[b] = kept;
    }

    void wipe() {
        Arrays.fill(state, (byte) 0);
    }
}
