package org.poshremote.editor.coloring;

/**
 * Which lines look other than the tokens of the server had them, since those came: the lines from the first to the last that changed.
 * Lines after them have moved by as many as were inserted before. So an answer about a changed text repaints what it changes.
 */
final class Repaint {
    private int from = Integer.MAX_VALUE;
    private int to = -1;
    private int moved;

    /** @param last the last line that looks another way now. @param inserted lines more than before; negative for fewer */
    void changed(int first, int last, int inserted) {
        to = to == Integer.MAX_VALUE ? to : first <= to ? Math.max(to + inserted, last) : last;
        from = Math.min(from, first);
        moved += inserted;
    }

    /** Nothing looks as it did. */
    void all() {
        from = 0;
        to = Integer.MAX_VALUE;
    }

    void none() {
        from = Integer.MAX_VALUE;
        to = -1;
        moved = 0;
    }

    /** Whether the line has to be painted for the new tokens. */
    boolean wants(int line, SemanticColors before, SemanticColors now) {
        return line >= from && line <= to || !now.sameAt(line, before, line > to && to >= 0 ? line - moved : line);
    }
}
