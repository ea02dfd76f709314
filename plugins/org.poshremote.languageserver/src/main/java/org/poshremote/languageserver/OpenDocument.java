package org.poshremote.languageserver;

import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/**
 * One version of a document that a client has open. Positions are in UTF-16 units, as LSP counts unless agreed otherwise
 * (3.18, Position).
 */
final class OpenDocument {
    /** A longer text is not a script that a person edits; it is answered with one problem that says so. */
    static final int LONGEST = 8 * 1024 * 1024;

    private final String uri;
    private final int version;
    private final String text;
    private final LineMap lines;
    private Script script;
    private ScriptModel model;

    OpenDocument(String uri, int version, String text) {
        this.uri = uri;
        this.version = version;
        this.text = text;
        this.lines = new LineMap(text);
    }

    String uri() {
        return uri;
    }

    int version() {
        return version;
    }

    String text() {
        return text;
    }

    boolean tooLong() {
        return text.length() > LONGEST;
    }

    /** Parsed once, by whoever asks first; of a text that is too long, that of an empty one. */
    synchronized Script script() {
        if (script == null) {
            script = Parser.parse(tooLong() ? "" : text);
        }
        return script;
    }

    /** What the script declares and mentions; made once, by whoever asks first. */
    synchronized ScriptModel model() {
        if (model == null) {
            model = ScriptModel.of(script());
        }
        return model;
    }

    LineMap lines() {
        return lines;
    }

    /** The next version; changes count one after the other. */
    OpenDocument changed(int newVersion, List<TextDocumentContentChangeEvent> changes) {
        OpenDocument document = this;
        for (TextDocumentContentChangeEvent change : changes) {
            document = new OpenDocument(uri, newVersion, document.replaced(change));
        }
        return document;
    }

    private String replaced(TextDocumentContentChangeEvent change) {
        if (change.getRange() == null) {
            return change.getText();
        }
        int start = offset(change.getRange().getStart());
        int end = Math.max(start, offset(change.getRange().getEnd()));
        return text.substring(0, start) + change.getText() + text.substring(end);
    }

    /** A position behind the end of its line or text means that end (LSP 3.18, Position). */
    int offset(Position position) {
        int line = Math.clamp(position.getLine(), 0, Integer.MAX_VALUE - 2);
        int start = lines.start(line + 1);
        int end = lines.start(line + 2);
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return Math.clamp((long) start + Math.max(0, position.getCharacter()), start, end);
    }

    /** An offset behind the end of the text means that end. */
    Position position(int offset) {
        int within = Math.min(offset, text.length());
        return new Position(lines.line(within) - 1, lines.column(within) - 1);
    }

    Range range(int start, int end) {
        return new Range(position(start), position(end));
    }

    Range range(Span span) {
        return range(span.start(), span.end());
    }
}
