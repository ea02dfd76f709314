package org.poshremote.core.run.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.run.NodeGreeting;

/** Takes the greeting off the front of standard output, however the bytes are cut. One thread. */
public final class GreetingReader {
    /** No greeting is longer; what is longer is output. */
    private static final int LONGEST = 4096;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] expected;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean decided;
    private Optional<NodeGreeting> greeting = Optional.empty();

    public GreetingReader(String nonce) {
        expected = ("PR1 " + nonce + ' ').getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether it is known that there was a greeting, or that there was none. */
    public boolean decided() {
        return decided;
    }

    /** Present once it was read. */
    public Optional<NodeGreeting> greeting() {
        return greeting;
    }

    /** Gives what is output: nothing while the greeting may still be on its way. */
    public byte[] accept(byte[] bytes) {
        if (decided) {
            return bytes;
        }
        held.writeBytes(bytes);
        byte[] all = held.toByteArray();
        int start = startsWith(all, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        int end = indexOf(all, (byte) '\n');
        boolean possible = couldBe(all, start);
        if (possible && end < 0 && all.length < LONGEST) {
            return new byte[0];
        }
        decided = true;
        held.reset();
        if (!possible || end < 0) {
            return all;
        }
        greeting = Optional.of(parse(new String(all, start, end - start, StandardCharsets.US_ASCII)));
        byte[] rest = new byte[all.length - end - 1];
        System.arraycopy(all, end + 1, rest, 0, rest.length);
        return rest;
    }

    /** Standard output has ended: what was held back is output. */
    public byte[] finish() {
        decided = true;
        byte[] rest = held.toByteArray();
        held.reset();
        return rest;
    }

    /** Whether the bytes so far agree with the start of our greeting. */
    private boolean couldBe(byte[] all, int start) {
        for (int i = 0; i < expected.length && start + i < all.length; i++) {
            if (all[start + i] != expected[i]) {
                // a byte order mark may itself be incomplete
                return start == 0 && all.length < BYTE_ORDER_MARK.length && startsWith(BYTE_ORDER_MARK, 0, all);
            }
        }
        return true;
    }

    private NodeGreeting parse(String line) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String field : line.strip().substring(expected.length - 1).strip().split(" ")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                facts.put(field.substring(0, equals), printable(field.substring(equals + 1)));
            }
        }
        return new NodeGreeting(facts);
    }

    private static String printable(String value) {
        return value.replaceAll("[^\\x21-\\x7e]", "?");
    }

    private static boolean startsWith(byte[] all, int from, byte[] prefix) {
        if (all.length - from < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (all[from + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] all, byte wanted) {
        for (int i = 0; i < all.length; i++) {
            if (all[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
