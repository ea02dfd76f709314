package org.poshremote.cli.terminal;

/** How a line looks on a terminal; never the only carrier of a meaning, since each kind of line has its own first word. */
public enum Style {
    PLAIN(""), ERROR("\u001b[31m"), WARNING("\u001b[33m"), DETAIL("\u001b[36m"), QUIET("\u001b[2m"), GOOD("\u001b[32m");

    static final String END = "\u001b[0m";

    private final String begin;

    Style(String begin) {
        this.begin = begin;
    }

    String begin() {
        return begin;
    }
}
