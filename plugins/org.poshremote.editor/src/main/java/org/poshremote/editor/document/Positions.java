package org.poshremote.editor.document;

import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Between offsets of a document and lines and UTF-16 columns of the protocol (LSP 3.18, Position). */
public final class Positions {
    private Positions() {
    }

    public static Position of(IDocument document, int offset) throws BadLocationException {
        int line = document.getLineOfOffset(offset);
        return new Position(line, offset - document.getLineOffset(line));
    }

    public static Range range(IDocument document, int offset, int length) throws BadLocationException {
        return new Range(of(document, offset), of(document, offset + length));
    }

    /** A column beyond the end of the line is its end, a line beyond the last the end of the document. */
    public static int offset(IDocument document, Position position) {
        try {
            if (position.getLine() >= document.getNumberOfLines()) {
                return document.getLength();
            }
            IRegion line = document.getLineInformation(position.getLine());
            return line.getOffset() + Math.min(position.getCharacter(), line.getLength());
        } catch (BadLocationException e) { // the document shrank meanwhile
            return document.getLength();
        }
    }

    public static IRegion region(IDocument document, Range range) {
        int start = offset(document, range.getStart());
        return new Region(start, Math.max(0, offset(document, range.getEnd()) - start));
    }

    /** The name around an offset: letters, digits, and what PowerShell allows inside of names of commands and variables. */
    public static Optional<IRegion> name(IDocument document, int offset) {
        try {
            int start = offset;
            while (start > 0 && inName(document.getChar(start - 1))) {
                start--;
            }
            int end = offset;
            while (end < document.getLength() && inName(document.getChar(end))) {
                end++;
            }
            return end > start ? Optional.of(new Region(start, end - start)) : Optional.empty();
        } catch (BadLocationException e) { // the document shrank meanwhile
            return Optional.empty();
        }
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$' || c == '?';
    }
}
