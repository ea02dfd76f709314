package org.poshremote.editor.input;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;

/** Closes brackets and quotes, writes over those that it closed, and indents new lines. */
public final class ScriptTyping implements IAutoEditStrategy {
    private static final String OPEN = "({[";
    private static final String CLOSE = ")}]";

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        if (!command.doit || command.text == null) {
            return;
        }
        try {
            if (command.length == 0 && TextUtilities.equals(document.getLegalLineDelimiters(), command.text) >= 0) {
                newLine(document, command);
            } else if (command.text.length() == 1 && command.length == 0) {
                character(document, command, command.text.charAt(0));
            }
        } catch (BadLocationException e) { // the text goes in as it was typed
            command.caretOffset = -1;
        }
    }

    private static void character(IDocument document, DocumentCommand command, char typed) throws BadLocationException {
        if (typed == '\t') {
            tab(document, command);
            return;
        }
        if (typed == '}') {
            outwards(document, command);
        }
        char next = at(document, command.offset);
        boolean quote = typed == '"' || typed == '\'';
        if ((CLOSE.indexOf(typed) >= 0 || quote) && next == typed && before(document, command.offset) != '`') {
            over(command);
        } else if (OPEN.indexOf(typed) >= 0 && !inName(next) && next != typed) {
            pair(command, CLOSE.charAt(OPEN.indexOf(typed)));
        } else if (quote && !inName(next) && opens(before(document, command.offset)) && !inString(document, command.offset)) {
            pair(command, typed);
        }
    }

    /** Spaces in a script that is indented with spaces. */
    private static void tab(IDocument document, DocumentCommand command) throws BadLocationException {
        Indentation indentation = Indentation.of(document);
        if (indentation.spaces()) {
            IRegion line = document.getLineInformationOfOffset(command.offset);
            int column = command.offset - line.getOffset();
            command.text = " ".repeat(indentation.size() - column % indentation.size());
        }
    }

    /** A closing brace that begins a line stands where the line with its opening one begins. */
    private static void outwards(IDocument document, DocumentCommand command) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(command.offset);
        String before = document.get(line.getOffset(), command.offset - line.getOffset());
        if (!before.isBlank() || before.isEmpty() || at(document, command.offset) == '}') {
            return;
        }
        int depth = 0;
        for (int above = document.getLineOfOffset(command.offset) - 1; above >= 0; above--) {
            IRegion region = document.getLineInformation(above);
            String text = document.get(region.getOffset(), region.getLength());
            for (int i = text.length() - 1; i >= 0; i--) {
                depth += text.charAt(i) == '}' ? 1 : text.charAt(i) == '{' ? -1 : 0;
                if (depth < 0) {
                    command.offset = line.getOffset();
                    command.length = before.length();
                    command.text = text.substring(0, text.length() - text.stripLeading().length()) + '}';
                    return;
                }
            }
        }
    }

    /** The caret steps over what is there already. */
    private static void over(DocumentCommand command) {
        command.text = "";
        command.caretOffset = command.offset + 1;
        command.shiftsCaret = false;
    }

    private static void pair(DocumentCommand command, char close) {
        command.text += close;
        command.caretOffset = command.offset + 1;
        command.shiftsCaret = false;
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** A quote behind a name or another quote ends something more often than it begins. */
    private static boolean opens(char before) {
        return !Character.isLetterOrDigit(before) && before != '\'' && before != '"' && before != '`' && before != '@';
    }

    /** An odd number of quotes on this line before it. */
    private static boolean inString(IDocument document, int offset) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(offset);
        String before = document.get(line.getOffset(), offset - line.getOffset());
        return (before.chars().filter(c -> c == '"').count() & 1) == 1 || (before.chars().filter(c -> c == '\'').count() & 1) == 1;
    }

    private static char at(IDocument document, int offset) throws BadLocationException {
        return offset < document.getLength() ? document.getChar(offset) : '\n';
    }

    private static char before(IDocument document, int offset) throws BadLocationException {
        return offset > 0 ? document.getChar(offset - 1) : '\n';
    }

    private static void newLine(IDocument document, DocumentCommand command) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(command.offset);
        String before = document.get(line.getOffset(), command.offset - line.getOffset());
        String indent = before.substring(0, before.length() - before.stripLeading().length());
        String trimmed = before.stripTrailing();
        char last = trimmed.isEmpty() ? '\n' : trimmed.charAt(trimmed.length() - 1);
        boolean deeper = OPEN.indexOf(last) >= 0;
        String delimiter = command.text;
        command.text = delimiter + indent + (deeper ? Indentation.of(document).unit() : "");
        if (deeper && at(document, command.offset) == CLOSE.charAt(OPEN.indexOf(last))) {
            command.caretOffset = command.offset + command.text.length();
            command.shiftsCaret = false;
            command.text += delimiter + indent;
        }
    }
}
