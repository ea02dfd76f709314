package org.poshremote.editor.coloring;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/** The state at the beginning of each line of a document, kept as it changes. In the UI thread. */
final class LexicalColors {
    private static final LineLexer.State[] STATES = LineLexer.State.values();

    private final IDocument document;
    private byte[] begins = {0};
    private int lines;

    LexicalColors(IDocument document) {
        this.document = document;
        rescan(0, document.getNumberOfLines());
    }

    /** The line changed, and with it as many after it as have another state now. @return the last of them */
    int changed(int line, int insertedLines) {
        int count = document.getNumberOfLines();
        int delta = count - lines;
        if (delta != 0) {
            byte[] moved = Arrays.copyOf(begins, Math.max(count + 1, 1));
            int from = Math.min(line + 1, lines);
            if (lines + 1 - from > 0) {
                int to = Math.max(from + delta, Math.min(line + 1, count));
                int length = Math.min(lines + 1 - (to - delta), count + 1 - to);
                if (length > 0) {
                    System.arraycopy(begins, to - delta, moved, to, length);
                }
            }
            begins = moved;
            lines = count;
        }
        return scan(line, line + insertedLines + 1);
    }

    private void rescan(int from, int count) {
        lines = count;
        begins = new byte[count + 1];
        scan(from, count);
    }

    private int scan(int from, int atLeast) {
        int line = from;
        while (line < lines) {
            byte after = (byte) LineLexer.of(text(line), STATES[begins[line]]).end().ordinal();
            boolean same = begins[line + 1] == after;
            begins[line + 1] = after;
            if (same && line + 1 >= atLeast) {
                break;
            }
            line++;
        }
        return Math.min(line, lines - 1);
    }

    /** As many as the document had when it was last looked at. */
    int lines() {
        return lines;
    }

    List<LineLexer.Piece> pieces(int line) {
        return LineLexer.of(text(line), STATES[line < begins.length ? begins[line] : 0]).pieces();
    }

    private String text(int line) {
        try {
            IRegion region = document.getLineInformation(line);
            return document.get(region.getOffset(), region.getLength());
        } catch (BadLocationException e) { // the document is shorter by now
            return "";
        }
    }
}
