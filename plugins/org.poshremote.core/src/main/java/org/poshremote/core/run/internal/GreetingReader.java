package org.poshremote.core.run.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.run.NodeGreeting;

/**
 * Takes the greeting out of standard output, however the bytes are cut. As a rule it is the first line; PowerShell profile
 * scripts may have written lines before. One thread.
 */
public final class GreetingReader {
    /** No greeting is longer; what is longer is output. */
    private static final int LONGEST = 4096;
    /** A byte order mark, which a host may write before its first output. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * What is output among the bytes given.
     *
     * @param before   what comes before the greeting
     * @param greeting present where it ended with these bytes
     * @param after    what comes after it
     */
    public record Taken(byte[] before, Optional<NodeGreeting> greeting, byte[] after) {
        private static final byte[] NOTHING = new byte[0];
    }

    private final byte[] expected;
    /** The beginning of a line that may be the greeting. */
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean atLineStart = true;
    private Optional<NodeGreeting> greeting = Optional.empty();

    public GreetingReader(String nonce) {
        expected = ("PR1 " + nonce + ' ').getBytes(StandardCharsets.US_ASCII);
    }

    /** Present once it was read. */
    public Optional<NodeGreeting> greeting() {
        return greeting;
    }

    /** Bytes that may belong to the greeting are held back until that is known. */
    public Taken accept(byte[] bytes) {
        if (greeting.isPresent()) {
            return new Taken(Taken.NOTHING, Optional.empty(), bytes);
        }
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            if (!atLineStart) {
                before.write(bytes[i]);
                atLineStart = bytes[i] == '\n';
                continue;
            }
            held.write(bytes[i]);
            boolean ended = bytes[i] == '\n';
            if (ended && couldBe(held.toByteArray()) && held.size() > expected.length) {
                greeting = Optional.of(parse(held.toString(StandardCharsets.US_ASCII)));
                held.reset();
                byte[] after = new byte[bytes.length - i - 1];
                System.arraycopy(bytes, i + 1, after, 0, after.length);
                return new Taken(before.toByteArray(), greeting, after);
            }
            if (ended || held.size() > LONGEST || held.size() <= expected.length + MARK.length && !couldBe(held.toByteArray())) {
                before.writeBytes(held.toByteArray());
                held.reset();
                atLineStart = ended;
            }
        }
        return new Taken(before.toByteArray(), Optional.empty(), Taken.NOTHING);
    }

    /** Standard output has ended: what was held back is output. */
    public byte[] finish() {
        byte[] rest = held.toByteArray();
        held.reset();
        return rest;
    }

    /** Whether the line so far agrees with the start of our greeting, after a byte order mark or not. */
    private boolean couldBe(byte[] line) {
        return agrees(line, 0) || startsWithMark(line) && agrees(line, Math.min(line.length, MARK.length));
    }

    private boolean agrees(byte[] line, int start) {
        for (int i = 0; i < expected.length && start + i < line.length; i++) {
            if (line[start + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithMark(byte[] line) {
        for (int i = 0; i < MARK.length && i < line.length; i++) {
            if (line[i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static NodeGreeting parse(String line) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String field : line.strip().split(" ")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                facts.put(field.substring(0, equals), field.substring(equals + 1).replaceAll("[^\\x21-\\x7e]", "?"));
            }
        }
        return new NodeGreeting(facts);
    }
}
