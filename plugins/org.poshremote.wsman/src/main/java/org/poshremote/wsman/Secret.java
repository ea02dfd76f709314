package org.poshremote.wsman;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A password or the like. It cannot be printed, logged, serialised or compared; what it holds is reached through a copy
 * that is wiped afterwards. Thread-safe.
 */
public final class Secret implements AutoCloseable {
    private char[] value;

    private Secret(char[] value) {
        this.value = value;
    }

    /** Copies; wiping the given array is up to the caller. */
    public static Secret of(char[] value) {
        return new Secret(value.clone());
    }

    /**
     * Calls with a copy, which is wiped when the call returns.
     *
     * @throws IllegalStateException once closed
     */
    public <T> T use(Function<char[], T> user) {
        char[] copy;
        synchronized (this) {
            if (value == null) {
                throw new IllegalStateException("The secret was wiped already.");
            }
            copy = value.clone();
        }
        try {
            return user.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /** The same as UTF-8 bytes. */
    public <T> T useUtf8(Function<byte[], T> user) {
        return useEncoded(StandardCharsets.UTF_8, user);
    }

    /** The same as UTF-16LE bytes, as NTLM takes it (MS-NLMP 2.2.2.5). */
    public <T> T useUtf16le(Function<byte[], T> user) {
        return useEncoded(StandardCharsets.UTF_16LE, user);
    }

    private <T> T useEncoded(Charset charset, Function<byte[], T> user) {
        return use(chars -> {
            ByteBuffer encoded = charset.encode(CharBuffer.wrap(chars));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            Arrays.fill(encoded.array(), (byte) 0);
            try {
                return user.apply(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }

    /** A secret of its own with the same value, which lives on when this one is closed. */
    public Secret copy() {
        return use(Secret::of);
    }

    /** Wipes. */
    @Override
    public synchronized void close() {
        if (value != null) {
            Arrays.fill(value, '\0');
            value = null;
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
