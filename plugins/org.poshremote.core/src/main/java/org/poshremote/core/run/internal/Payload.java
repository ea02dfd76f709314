package org.poshremote.core.run.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * What standard input begins with: the header line and the packed texts ({@code docs/run-protocol.md}, section 2).
 *
 * @param nonce by which the greeting is known
 * @param bytes to be sent before anything else
 */
public record Payload(String nonce, byte[] bytes) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Payload of(String guard, String script, String invocation) {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return of(HexFormat.of().formatHex(nonce), guard, script, invocation);
    }

    static Payload of(String nonce, String guard, String script, String invocation) {
        byte[] first = guard.getBytes(StandardCharsets.UTF_8);
        byte[] second = script.getBytes(StandardCharsets.UTF_8);
        byte[] third = invocation.getBytes(StandardCharsets.UTF_8);
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
                zip.write(first);
                zip.write(second);
                zip.write(third);
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(("PR1 " + nonce + ' ' + packed.size() + ' ' + first.length + ' ' + second.length + ' '
                    + third.length + '\n').getBytes(StandardCharsets.US_ASCII));
            packed.writeTo(all);
            return new Payload(nonce, all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
    }
}
