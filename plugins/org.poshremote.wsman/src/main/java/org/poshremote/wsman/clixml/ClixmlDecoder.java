package org.poshremote.wsman.clixml;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the decoded standard error of a PowerShell host apart: after a line {@code #< CLIXML} come documents
 * {@code <Objs>…</Objs>}, whose objects are handed out one by one as soon as each is complete; everything else is plain
 * text. Text may be cut anywhere. Nothing is ever lost: what cannot be read as CLIXML comes out as plain text. One stream
 * each; not thread-safe.
 */
public final class ClixmlDecoder {
    private static final String MARKER = "#< CLIXML";
    private static final String ROOT = "<Objs";
    /** An object longer than this is passed on as text. */
    private static final int LONGEST_OBJECT = 4 * 1024 * 1024;

    private static final int MOST_BLANKS = 64 * 1024;

    private enum State {
        /** Outside of documents. */
        TEXT,
        /** After the marker or a document: another document, or text again. */
        BETWEEN,
        /** In the start tag of a document. */
        ROOT_TAG,
        /** In a document, between or within objects. */
        DOCUMENT
    }

    private final List<ClixmlItem> items = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    /** What cannot be decided yet: a beginning of a marker, of a root tag, or of an object. */
    private final StringBuilder pending = new StringBuilder();
    /** White space after a marker or document, which counts only where other text follows. */
    private final StringBuilder blanks = new StringBuilder();
    private State state = State.TEXT;
    private boolean lineStart = true;

    // within DOCUMENT
    private int depth;
    private int tagStart = -1;
    private char quote;

    /** @return what is complete now, in order */
    public List<ClixmlItem> feed(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            take(text.charAt(i));
        }
        return flush();
    }

    /** The stream has ended: what was held back comes out. */
    public List<ClixmlItem> finish() {
        if (!pending.isEmpty()) {
            plain.append(withoutFirstLineEnd(blanks)).append(pending);
        }
        blanks.setLength(0);
        pending.setLength(0);
        state = State.TEXT;
        return flush();
    }

    private List<ClixmlItem> flush() {
        flushPlain();
        List<ClixmlItem> complete = List.copyOf(items);
        items.clear();
        return complete;
    }

    private void flushPlain() {
        if (!plain.isEmpty()) {
            items.add(new ClixmlItem.PlainText(plain.toString()));
            plain.setLength(0);
        }
    }

    private void take(char c) {
        switch (state) {
            case TEXT -> takeText(c);
            case BETWEEN -> takeBetween(c);
            case ROOT_TAG -> takeRootTag(c);
            case DOCUMENT -> takeDocument(c);
        }
    }

    private void takeText(char c) {
        if (!pending.isEmpty() || lineStart && (c == '#' || c == '\uFEFF')) {
            pending.append(c);
            int skip = pending.charAt(0) == '\uFEFF' ? 1 : 0;
            String marker = pending.substring(skip);
            if (marker.equals(MARKER)) {
                pending.setLength(0);
                state = State.BETWEEN;
            } else if (!MARKER.startsWith(marker)) {
                char last = pending.charAt(pending.length() - 1);
                plain.append(pending, 0, pending.length() - 1);
                pending.setLength(0);
                lineStart = false;
                takeText(last);
            }
            return;
        }
        plain.append(c);
        lineStart = c == '\n' || c == '\r';
    }

    private void takeBetween(char c) {
        if (pending.isEmpty() && Character.isWhitespace(c)) {
            blanks.append(c);
            if (blanks.length() > MOST_BLANKS) {
                plain.append(blanks);
                blanks.setLength(0);
            }
            return;
        }
        pending.append(c);
        if (pending.length() == ROOT.length() && ROOT.contentEquals(pending)) {
            blanks.setLength(0);
            state = State.ROOT_TAG;
        } else if (pending.length() >= ROOT.length() || !ROOT.startsWith(pending.toString())) {
            String text = withoutFirstLineEnd(blanks) + pending;
            blanks.setLength(0);
            pending.setLength(0);
            state = State.TEXT;
            lineStart = true;
            for (int i = 0; i < text.length(); i++) {
                take(text.charAt(i));
            }
        }
    }

    /** The line end that closed a marker or document is not part of the text after it. */
    private static String withoutFirstLineEnd(CharSequence blanks) {
        boolean carriageReturn = !blanks.isEmpty() && blanks.charAt(0) == '\r';
        int end = carriageReturn ? 1 : 0;
        if (end < blanks.length() && blanks.charAt(end) == '\n') {
            end++;
        }
        return blanks.subSequence(end, blanks.length()).toString();
    }

    private void takeRootTag(char c) {
        pending.append(c);
        if (quote != 0) {
            if (c == quote) {
                quote = 0;
            }
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            boolean empty = pending.charAt(pending.length() - 2) == '/';
            pending.setLength(0);
            state = empty ? State.BETWEEN : State.DOCUMENT;
            depth = 0;
            tagStart = -1;
        }
        giveUpIfTooLong();
    }

    private void takeDocument(char c) {
        if (pending.isEmpty() && Character.isWhitespace(c)) {
            return; // between objects
        }
        pending.append(c);
        if (tagStart < 0) {
            if (c == '<') {
                tagStart = pending.length() - 1;
            } else if (depth == 0) {
                giveUp(); // text where only objects can be
                return;
            }
        } else if (quote != 0) {
            if (c == quote) {
                quote = 0;
            }
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            endTag();
            return;
        }
        giveUpIfTooLong();
    }

    private void endTag() {
        char second = pending.charAt(tagStart + 1);
        boolean selfClosing = pending.charAt(pending.length() - 2) == '/';
        if (second == '/') {
            if (depth == 0) { // </Objs>
                pending.setLength(0);
                tagStart = -1;
                state = State.BETWEEN;
                return;
            }
            depth--;
        } else if (second == '!' || second == '?') {
            giveUp(); // PowerShell writes neither comments nor instructions here
            return;
        } else if (!selfClosing) {
            depth++;
        }
        tagStart = -1;
        if (depth == 0) {
            String element = pending.toString();
            pending.setLength(0);
            flushPlain();
            ClixmlObject.read(element).ifPresentOrElse(items::add, () -> plain.append(element));
        }
    }

    private void giveUpIfTooLong() {
        if (pending.length() > LONGEST_OBJECT) {
            giveUp();
        }
    }

    private void giveUp() {
        plain.append(pending);
        pending.setLength(0);
        quote = 0;
        depth = 0;
        tagStart = -1;
        state = State.TEXT;
        lineStart = false;
    }
}
