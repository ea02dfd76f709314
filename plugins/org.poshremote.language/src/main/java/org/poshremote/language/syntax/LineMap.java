package org.poshremote.language.syntax;

import java.util.Arrays;

/** Offsets of a text as lines and columns, both from 1, in UTF-16 units. Line ends are CR LF, LF and CR. */
public final class LineMap {
    private final int[] starts;
    private final int length;

    public LineMap(String text) {
        length = text.length();
        int[] found = new int[text.length() / 16 + 2];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    public int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Where a line begins; the end of the text for one behind the last. */
    public int start(int line) {
        return line > starts.length ? length : starts[line - 1];
    }

    public int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }
}
