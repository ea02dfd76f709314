package org.poshremote.demo.interpreter;

import org.poshremote.language.syntax.Script;

/** Where an error is, as PowerShell shows it. */
final class Positions {
    private final Script script;

    Positions(Script script) {
        this.script = script;
    }

    String at(int start, int end) {
        String text = script.text();
        int from = Math.min(start, text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < from; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int lineEnd = text.indexOf('\n', from);
        lineEnd = lineEnd < 0 ? text.length() : lineEnd;
        String shown = text.substring(lineStart, lineEnd).stripTrailing();
        int column = from - lineStart;
        int width = Math.max(1, Math.min(end, lineStart + shown.length()) - from);
        if (shown.length() > 160) {
            shown = shown.substring(0, 157) + "...";
            width = Math.min(width, Math.max(1, 160 - column));
        }
        return "At line:" + line + " char:" + (column + 1) + "\r\n+ " + shown + "\r\n+ " + " ".repeat(Math.min(column, 200)) + "~".repeat(Math.min(width, 200));
    }
}
