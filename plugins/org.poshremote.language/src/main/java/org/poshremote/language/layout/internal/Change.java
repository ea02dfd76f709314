package org.poshremote.language.layout.internal;

import java.util.ArrayList;
import java.util.List;

/** What stands from {@code start} to {@code end} of a script becomes {@code text}. */
public record Change(int start, int end, String text) {
    /** From one text, which begins at an offset, to another: only what differs. */
    static void between(String old, String now, int offset, List<Change> changes) {
        int most = Math.min(old.length(), now.length());
        int front = 0;
        while (front < most && old.charAt(front) == now.charAt(front)) {
            front++;
        }
        // CR LF is one
        if (front > 0 && front < old.length() && old.charAt(front - 1) == '\r' && old.charAt(front) == '\n') {
            front--;
        }
        int back = 0;
        while (back < most - front && old.charAt(old.length() - 1 - back) == now.charAt(now.length() - 1 - back)) {
            back++;
        }
        if (back > 0 && back < old.length() - front && old.charAt(old.length() - back) == '\n' && old.charAt(old.length() - back - 1) == '\r') {
            back--;
        }
        if (front < old.length() - back || front < now.length() - back) {
            changes.add(new Change(offset + front, offset + old.length() - back, now.substring(front, now.length() - back)));
        }
    }

    /** The same for each line by itself, where there are as many. */
    static void lineByLine(String old, String now, int offset, List<Change> changes) {
        List<String> oldLines = lines(old);
        List<String> nowLines = lines(now);
        if (oldLines.size() != nowLines.size()) {
            between(old, now, offset, changes);
            return;
        }
        int at = offset;
        for (int i = 0; i < oldLines.size(); i++) {
            between(oldLines.get(i), nowLines.get(i), at, changes);
            at += oldLines.get(i).length();
        }
    }

    /** With their line ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(4);
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int newline = Gap.newline(text, at);
            at += Math.max(1, newline);
            if (newline > 0) {
                lines.add(text.substring(start, at));
                start = at;
            }
        }
        lines.add(text.substring(start));
        return lines;
    }
}
