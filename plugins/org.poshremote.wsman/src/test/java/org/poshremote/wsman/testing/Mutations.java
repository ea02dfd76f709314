package org.poshremote.wsman.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Damage to bytes. */
public final class Mutations {
    private Mutations() {
    }

    /** One to four changes: bytes replaced, removed, doubled, moved; now and then a cut. */
    public static byte[] of(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextInt(10) == 0 ? bytes.length : 8));
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, from);
            switch (random.nextInt(6)) {
                case 0 -> {
                    byte[] noise = new byte[to - from];
                    random.nextBytes(noise);
                    changed.writeBytes(noise);
                    changed.write(bytes, to, bytes.length - to);
                }
                case 1 -> changed.write(bytes, to, bytes.length - to);
                case 2 -> {
                    changed.write(bytes, from, to - from);
                    changed.write(bytes, from, bytes.length - from);
                }
                case 3 -> {
                    changed.write(bytes[random.nextInt(bytes.length)]);
                    changed.write(bytes, from + 1, bytes.length - from - 1);
                }
                case 4 -> {
                    int other = random.nextInt(bytes.length);
                    changed.write(bytes, other, Math.min(20, bytes.length - other));
                    changed.write(bytes, from, bytes.length - from);
                }
                default -> {
                    boolean cut = random.nextInt(4) == 0;
                    changed.writeBytes(cut ? new byte[0] : Arrays.copyOfRange(bytes, from, bytes.length));
                }
            }
            bytes = changed.toByteArray();
        }
        return bytes;
    }
}
