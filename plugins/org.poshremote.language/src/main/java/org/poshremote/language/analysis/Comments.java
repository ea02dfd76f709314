package org.poshremote.language.analysis;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Script;

/** Comments that belong together: a block, or lines that follow each other. */
final class Comments {
    private Comments() {
    }

    /** The run that ends before an offset, with nothing but blanks between. */
    static Optional<Span> before(Script script, int offset) {
        List<Script.Comment> all = script.comments();
        int at = firstFrom(all, offset) - 1;
        if (at < 0 || !isBlank(script.text(), all.get(at).end(), offset)) {
            return Optional.empty();
        }
        int end = all.get(at).end();
        while (at > 0 && joined(script.text(), all.get(at - 1), all.get(at))) {
            at--;
        }
        return Optional.of(new Span(all.get(at).start(), end));
    }

    /** The run that begins where a comment does. */
    static Span run(Script script, int start) {
        List<Script.Comment> all = script.comments();
        int at = firstFrom(all, start);
        int end = at;
        while (end + 1 < all.size() && joined(script.text(), all.get(end), all.get(end + 1))) {
            end++;
        }
        return new Span(all.get(at).start(), all.get(end).end());
    }

    /** The run that comes first behind an opening brace. */
    static Optional<Span> firstIn(Script script, int from, int to) {
        int inside = from < script.text().length() && script.text().charAt(from) == '{' ? from + 1 : from;
        int at = firstFrom(script.comments(), inside);
        return at < script.comments().size() && script.comments().get(at).end() < to && isBlank(script.text(), inside, script.comments().get(at).start())
            ? Optional.of(run(script, script.comments().get(at).start())) : Optional.empty();
    }

    /** The run that comes last before a closing brace. */
    static Optional<Span> lastIn(Script script, int from, int to) {
        int inside = to > 0 && script.text().charAt(to - 1) == '}' ? to - 1 : to;
        return before(script, inside).filter(run -> run.start() > from);
    }

    static int blankLines(String text, int from, int to) {
        return Math.max(0, (int) text.substring(from, to).chars().filter(c -> c == '\n').count() - 1);
    }

    /** Lines that follow each other directly. */
    private static boolean joined(String text, Script.Comment first, Script.Comment second) {
        return text.charAt(first.start()) == '#' && text.charAt(second.start()) == '#' && isBlank(text, first.end(), second.start())
            && blankLines(text, first.end(), second.start()) == 0;
    }

    /** The index of the first that begins at the offset or behind. */
    private static int firstFrom(List<Script.Comment> all, int offset) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
