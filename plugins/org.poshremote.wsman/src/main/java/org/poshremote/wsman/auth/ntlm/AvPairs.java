package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Attributes about the target (AV_PAIR, MS-NLMP 2.2.2.1), in their order. Immutable. */
public final class AvPairs {
    public static final int NB_COMPUTER_NAME = 1;
    public static final int NB_DOMAIN_NAME = 2;
    public static final int DNS_COMPUTER_NAME = 3;
    public static final int FLAGS = 6;
    public static final int TIMESTAMP = 7;
    public static final int TARGET_NAME = 9;
    public static final int CHANNEL_BINDINGS = 10;
    /** Bit of {@link #FLAGS}: the AUTHENTICATE message has an integrity code. */
    public static final int FLAG_MIC = 2;
    private static final int EOL = 0;

    public static final AvPairs NONE = new AvPairs(Map.of());

    private final Map<Integer, byte[]> pairs;

    private AvPairs(Map<Integer, byte[]> pairs) {
        this.pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    /** @throws NtlmException where a pair is cut off, comes twice, or no end is marked */
    public static AvPairs parse(byte[] bytes) throws NtlmException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, byte[]> found = new LinkedHashMap<>();
        while (in.remaining() >= 4) {
            int id = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            if (id == EOL) {
                return new AvPairs(found);
            }
            if (length > in.remaining()) {
                throw new NtlmException("the description of the target is cut off");
            }
            byte[] value = new byte[length];
            in.get(value);
            if (found.put(id, value) != null) {
                throw new NtlmException("the description of the target says something twice");
            }
        }
        throw new NtlmException("the description of the target has no end");
    }

    public byte[] encode() {
        int size = 4 + pairs.values().stream().mapToInt(value -> 4 + value.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        pairs.forEach((id, value) -> out.putShort(id.shortValue()).putShort((short) value.length).put(value));
        return out.array();
    }

    public Optional<byte[]> get(int id) {
        return Optional.ofNullable(pairs.get(id)).map(byte[]::clone);
    }

    public Optional<String> text(int id) {
        return Optional.ofNullable(pairs.get(id)).map(value -> new String(value, StandardCharsets.UTF_16LE)).filter(value -> !value.isEmpty());
    }

    /** {@link #FLAGS}, 0 where they are not there. */
    public int flags() {
        byte[] value = pairs.get(FLAGS);
        return value == null || value.length != 4 ? 0 : ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    public AvPairs with(int id, byte[] value) {
        if (value.length > 0xFFFF) {
            throw new IllegalArgumentException("too long for an attribute");
        }
        Map<Integer, byte[]> changed = new LinkedHashMap<>(pairs);
        changed.put(id, value.clone());
        return new AvPairs(changed);
    }

    public AvPairs with(int id, String text) {
        return with(id, text.getBytes(StandardCharsets.UTF_16LE));
    }

    public AvPairs withFlags(int flags) {
        return with(FLAGS, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(flags).array());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AvPairs that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
