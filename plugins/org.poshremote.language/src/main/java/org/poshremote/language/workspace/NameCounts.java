package org.poshremote.language.workspace;

import java.util.Arrays;

/** How often names occur, in any case, without keeping the names: eight bytes of hash and four of count for each. Immutable. */
public final class NameCounts {
    public static final NameCounts NONE = new Builder().build();

    private final long[] hashes;
    private final int[] counts;

    private NameCounts(long[] hashes, int[] counts) {
        this.hashes = hashes;
        this.counts = counts;
    }

    public int of(String name) {
        int at = Arrays.binarySearch(hashes, hash(name));
        return at < 0 ? 0 : counts[at];
    }

    /** FNV-1a of the lower-case name, over UTF-16 units. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ Character.toLowerCase(name.charAt(i))) * 0x100000001b3L;
        }
        return hash;
    }

    /** Counts. Of one thread. */
    static final class Builder {
        private long[] found = new long[16];
        private int size;

        void add(String name) {
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
            }
            found[size++] = hash(name);
        }

        NameCounts build() {
            Arrays.sort(found, 0, size);
            long[] hashes = new long[size];
            int[] counts = new int[size];
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || found[i] != found[i - 1]) {
                    hashes[distinct++] = found[i];
                }
                counts[distinct - 1]++;
            }
            return new NameCounts(Arrays.copyOf(hashes, distinct), Arrays.copyOf(counts, distinct));
        }
    }
}
