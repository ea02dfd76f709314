package org.poshremote.language.layout.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.Token.Kind;

/**
 * The indentation of what has just been closed. It is relative to the line that it was opened on, wherever that stands, since what is
 * around may be unfinished.
 */
public final class WhileTyping {
    private final Draft draft;
    private final Indentation indentation;
    private final Depths depths;

    public WhileTyping(Draft draft, Indentation indentation) {
        this.draft = draft;
        this.indentation = indentation;
        this.depths = new Depths(draft, indentation.pipelines());
    }

    /** The block that ends with the brace before an offset. */
    public List<Change> brace(int offset) {
        int close = draft.at(offset) - 1;
        int open = close < 0 || draft.token(close).end() != offset || draft.kind(close) != Kind.CLOSE_BRACE ? -1 : draft.partner(close);
        if (open < 0 || broken(draft.token(open).start(), offset)) {
            return List.of();
        }
        int first = firstOnLine(open);
        indentation.within(draft, depths, open + 1, close, indent(first), depths.of(first));
        return draft.changes();
    }

    /** The statement that ends with the semicolon before an offset. */
    public List<Change> semicolon(int offset) {
        int semicolon = draft.at(offset) - 1;
        if (semicolon < 1 || draft.token(semicolon).end() != offset || draft.kind(semicolon) != Kind.SEMICOLON) {
            return List.of();
        }
        Optional<Statement> ended = last(draft.token(semicolon).owner(), offset);
        if (ended.isEmpty() || broken(ended.get().start(), offset)) {
            return List.of();
        }
        int from = draft.at(ended.get().start());
        int around = around(from);
        String base = around < 0 ? "" : indent(firstOnLine(around));
        indentation.within(draft, depths, from, semicolon, base, around < 0 ? 0 : depths.of(firstOnLine(around)));
        return draft.changes();
    }

    private static Optional<Statement> last(Node owner, int offset) {
        return owner.children().stream().flatMap(child -> child instanceof Statement ? Stream.of(child) : child.children().stream())
            .filter(Statement.class::isInstance).map(Statement.class::cast).filter(statement -> statement.end() < offset).reduce((a, b) -> b);
    }

    /** The line that an offset is in, which is new. */
    public List<Change> line(int offset) {
        int next = draft.at(offset);
        int start = next == 0 ? 0 : draft.token(next - 1).end();
        if (start > offset) {
            return List.of(); // within a string
        }
        String gap = draft.gap(next).text();
        Gap.Piece piece = draft.gap(next).pieces().stream().filter(each -> start + each.end() >= offset && !each.comment()).findFirst().orElseThrow();
        int lineStart = offset - start;
        while (lineStart > 0 && !Gap.isNewline(gap.charAt(lineStart - 1))) {
            lineStart--;
        }
        if (lineStart < piece.start() || lineStart == 0 && next > 0) {
            return List.of(); // within a comment, or not a new line at all
        }
        int lineEnd = lineStart;
        while (lineEnd < gap.length() && !Gap.isNewline(gap.charAt(lineEnd)) && Character.isWhitespace(gap.charAt(lineEnd))) {
            lineEnd++;
        }
        int around = around(next);
        String base = around < 0 ? "" : indent(firstOnLine(around));
        boolean ofToken = lineEnd == gap.length() && next < draft.size();
        int depth = ofToken ? depths.of(next) : around < 0 ? 0 : depths.of(firstOnLine(around)) + (depths.counts(around) ? 1 : 0);
        String wanted = indentation.step(depth, base, around < 0 ? 0 : depths.of(firstOnLine(around)));
        String written = gap.substring(lineStart, lineEnd);
        return written.equals(wanted) ? List.of() : List.of(new Change(start + lineStart, start + lineEnd, wanted));
    }

    private boolean broken(int from, int to) {
        return draft.script().errors().stream().anyMatch(error -> error.start() >= from && error.start() < to);
    }

    /** The nearest bracket before a token that is still open there; -1 for none. */
    private int around(int token) {
        boolean closes = token < draft.size() && draft.kind(token).closes() && draft.partner(token) >= 0;
        int open = closes ? draft.partner(token) : draft.around(token);
        while (open >= 0 && draft.kind(open) == Kind.OPEN_BRACKET) {
            open = draft.around(open);
        }
        return open;
    }

    private int firstOnLine(int token) {
        int i = token;
        while (i > 0 && !draft.first(i)) {
            i--;
        }
        return i;
    }

    private String indent(int first) {
        return first == 0 && draft.gap(0).plain() ? draft.gap(0).text() : draft.gap(first).indent();
    }
}
