package org.poshremote.language.workspace;

import java.util.Arrays;

/**
 * The words of a text, in any case: letters, digits and {@code _}, and several of them joined by dashes. Kept as hashes, so that it
 * may say yes for a word that does not occur, but never no for one that does. Immutable.
 */
public final class WordSet {
    private final int[] hashes;

    private WordSet(int[] hashes) {
        this.hashes = hashes;
    }

    public static WordSet of(String text) {
        int[] found = new int[Math.max(16, text.length() / 8)];
        int size = 0;
        int part = 0;
        int whole = 0;
        boolean joined = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isWord(c)) {
                int lower = Character.toLowerCase(c);
                part = 31 * part + lower;
                whole = 31 * whole + lower;
                continue;
            }
            if (size + 2 > found.length) {
                size = distinct(found, size);
                found = Arrays.copyOf(found, Math.max(found.length, size * 2 + 2));
            }
            if (part != 0) {
                found[size++] = part;
            }
            if (c == '-' && whole != 0) {
                joined = true;
                whole = 31 * whole + c;
            } else {
                if (joined) {
                    found[size++] = whole;
                }
                joined = false;
                whole = 0;
            }
            part = 0;
        }
        return new WordSet(Arrays.copyOf(found, distinct(found, size)));
    }

    private static boolean isWord(char c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' : Character.isLetterOrDigit(c);
    }

    private static int distinct(int[] found, int size) {
        Arrays.sort(found, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[distinct++] = found[i];
            }
        }
        return distinct;
    }

    /** Whether the word may occur; yes for what is no word of this kind. */
    public boolean mayHold(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!isWord(c) && c != '-') {
                return true;
            }
            hash = 31 * hash + Character.toLowerCase(c);
        }
        return word.isEmpty() || word.startsWith("-") || Arrays.binarySearch(hashes, hash) >= 0;
    }
}
