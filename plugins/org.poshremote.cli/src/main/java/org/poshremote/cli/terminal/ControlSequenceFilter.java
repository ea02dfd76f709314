package org.poshremote.cli.terminal;

/**
 * Takes out of a node's output what a terminal would obey: escape sequences (ECMA-48 5.4 CSI, 5.6 control strings) and
 * all control characters but tab, line feed and carriage return. What a node says is data, never a command to the
 * terminal. Keeps its state between calls, because a sequence may be cut anywhere. Not thread-safe: one a stream.
 */
public final class ControlSequenceFilter {
    private enum State { TEXT, ESCAPE, INTERMEDIATE, CONTROL_SEQUENCE, CONTROL_STRING, CONTROL_STRING_ESCAPE }

    /** A control string that never ends would swallow all the output; no honest one is longer. */
    private static final int LONGEST_CONTROL_STRING = 4096;

    private State state = State.TEXT;
    private int controlStringLength;

    public String filter(CharSequence text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            take(text.charAt(i), kept);
        }
        return kept.toString();
    }

    private void take(char c, StringBuilder kept) {
        switch (state) {
            case TEXT -> takeText(c, kept);
            case ESCAPE -> takeAfterEscape(c, kept);
            case INTERMEDIATE -> {
                if (c < 0x20 || c >= 0x30) { // ECMA-35 13.2: intermediate bytes 02/00 to 02/15, then one final byte
                    state = State.TEXT;
                    if (c < 0x20 || c > 0x7E) {
                        takeText(c, kept);
                    }
                }
            }
            case CONTROL_SEQUENCE -> {
                if (c >= 0x40 && c <= 0x7E) {
                    state = State.TEXT;
                } else if (c < 0x20 || c > 0x7E) { // not part of any sequence: it was cut off
                    state = State.TEXT;
                    takeText(c, kept);
                }
            }
            case CONTROL_STRING -> {
                if (c == '\u0007' || c == '\u009C' || ++controlStringLength > LONGEST_CONTROL_STRING) {
                    state = State.TEXT;
                } else if (c == '\u001B') {
                    state = State.CONTROL_STRING_ESCAPE;
                }
            }
            case CONTROL_STRING_ESCAPE -> {
                if (c == '\\') {
                    state = State.TEXT;
                } else {
                    takeAfterEscape(c, kept);
                }
            }
        }
    }

    private void takeText(char c, StringBuilder kept) {
        switch (c) {
            case '\u001B' -> state = State.ESCAPE;
            case '\u009B' -> state = State.CONTROL_SEQUENCE;
            case '\u0090', '\u0098', '\u009D', '\u009E', '\u009F' -> beginControlString();
            case '\t', '\n', '\r' -> kept.append(c);
            default -> {
                if (!Character.isISOControl(c)) {
                    kept.append(c);
                }
            }
        }
    }

    private void takeAfterEscape(char c, StringBuilder kept) {
        switch (c) {
            case '[' -> state = State.CONTROL_SEQUENCE;
            case ']', 'P', 'X', '^', '_' -> beginControlString();
            case '\u001B' -> state = State.ESCAPE;
            default -> {
                if (c >= 0x20 && c <= 0x2F) {
                    state = State.INTERMEDIATE;
                } else {
                    state = State.TEXT;
                    if (c < 0x20 || c > 0x7E) { // no final byte: an escape that stood alone
                        takeText(c, kept);
                    }
                }
            }
        }
    }

    private void beginControlString() {
        state = State.CONTROL_STRING;
        controlStringLength = 0;
    }
}
