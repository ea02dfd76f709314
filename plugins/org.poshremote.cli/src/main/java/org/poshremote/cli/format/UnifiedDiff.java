package org.poshremote.cli.format;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.format.Formatted;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.syntax.LineMap;

/** What a file's new layout changes, as {@code diff -u} tells it and {@code patch} and {@code git apply} read it. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final String before;
    private final LineMap lines;
    private final int lastLine;
    private final StringBuilder diff = new StringBuilder();

    /** Lines from 1, both included, and what becomes of them. */
    private record Change(int first, int last, String text) {
    }

    private UnifiedDiff(String before) {
        this.before = before;
        this.lines = new LineMap(before);
        this.lastLine = before.isEmpty() ? 0 : lines.line(before.length() - 1);
    }

    static String of(String name, String before, Formatted formatted) {
        return new UnifiedDiff(before).diff(name.replace('\\', '/'), formatted.edits());
    }

    private String diff(String name, List<Edit> edits) {
        diff.append("--- a/").append(name).append("\n+++ b/").append(name).append('\n');
        List<Change> changes = changes(edits);
        int moved = 0;
        int from = 0;
        while (from < changes.size()) {
            int to = from;
            while (to + 1 < changes.size() && changes.get(to + 1).first() - changes.get(to).last() <= 2 * CONTEXT) {
                to++;
            }
            moved += hunk(changes.subList(from, to + 1), moved);
            from = to + 1;
        }
        return diff.toString();
    }

    /** Edits that share a line are one change. */
    private List<Change> changes(List<Edit> edits) {
        List<Change> changes = new ArrayList<>();
        int i = 0;
        while (i < edits.size()) {
            int first = line(edits.get(i).start());
            int last = first;
            StringBuilder text = new StringBuilder();
            int at = lines.start(first);
            while (i < edits.size() && line(edits.get(i).start()) <= last) {
                Edit edit = edits.get(i++);
                text.append(before, at, edit.start()).append(edit.text());
                at = edit.end();
                last = Math.max(last, line(edit.end()));
            }
            int end = lines.start(last + 1);
            text.append(before, at, end);
            changes.add(new Change(first, last, text.toString()));
        }
        return changes;
    }

    /** The end of the text belongs to its last line. */
    private int line(int offset) {
        return Math.min(lines.line(offset), Math.max(1, lastLine));
    }

    /** @return how many lines more there are */
    private int hunk(List<Change> changes, int moved) {
        int first = Math.max(1, changes.get(0).first() - CONTEXT);
        int last = Math.min(lastLine, changes.get(changes.size() - 1).last() + CONTEXT);
        StringBuilder body = new StringBuilder();
        int added = 0;
        int line = first;
        for (Change change : changes) {
            context(body, line, change.first() - 1);
            if (change.first() <= lastLine) {
                prefixed(body, '-', before.substring(lines.start(change.first()), lines.start(change.last() + 1)));
            }
            added += prefixed(body, '+', change.text());
            added -= change.first() <= lastLine ? change.last() - change.first() + 1 : 0;
            line = change.last() + 1;
        }
        context(body, line, last);
        int count = lastLine == 0 ? 0 : last - first + 1;
        diff.append("@@ -").append(count == 0 ? 0 : first).append(',').append(count).append(" +").append(first + moved).append(',').append(count + added).append(" @@\n").append(body);
        return added;
    }

    private void context(StringBuilder body, int first, int last) {
        if (first <= last) {
            prefixed(body, ' ', before.substring(lines.start(first), lines.start(last + 1)));
        }
    }

    /** @return how many lines it are */
    private static int prefixed(StringBuilder body, char sign, String text) {
        int count = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            body.append(sign).append(text, start, end < 0 ? text.length() : end + 1);
            if (end < 0) {
                body.append("\n\\ No newline at end of file\n");
            }
            start = end < 0 ? text.length() : end + 1;
            count++;
        }
        return count;
    }
}
