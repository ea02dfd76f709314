package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How cmd.exe takes a line apart. */
final class CommandLineText {
    private CommandLineText() {
    }

    /** @param operator that follows it: "", "&", "&&", "||", "|" */
    record Part(String text, String operator) {
    }

    record Redirections(String command, String out, boolean append, String err, boolean errToOut, boolean outToErr) {
    }

    /** Commands between &, && and ||; quotes protect, a caret escapes. */
    static List<Part> parts(String line) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (!quoted && c == '^' && i + 1 < line.length()) {
                text.append('^').append(line.charAt(++i));
                continue;
            }
            boolean redirect = c == '&' && text.length() > 0 && text.charAt(text.length() - 1) == '>';
            if (!quoted && !redirect && (c == '&' || c == '|')) {
                boolean twice = i + 1 < line.length() && line.charAt(i + 1) == c;
                parts.add(new Part(text.toString(), twice ? "" + c + c : "" + c));
                text.setLength(0);
                i += twice ? 1 : 0;
                continue;
            }
            text.append(c);
        }
        parts.add(new Part(text.toString(), ""));
        return parts;
    }

    /** %NAME% where there is such a variable. */
    static String expand(String text, Map<String, String> environment) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('%', at);
            int close = open < 0 ? -1 : text.indexOf('%', open + 1);
            if (close < 0) {
                return expanded.append(text, at, text.length()).toString();
            }
            String value = environment.get(text.substring(open + 1, close));
            if (value == null) {
                expanded.append(text, at, close);
                at = close;
            } else {
                expanded.append(text, at, open).append(value);
                at = close + 1;
            }
        }
        return expanded.toString();
    }

    /** Takes redirections and carets out. */
    static Redirections redirections(String text) {
        StringBuilder command = new StringBuilder();
        String out = "";
        String err = "";
        boolean append = false;
        boolean errToOut = false;
        boolean outToErr = false;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (!quoted && c == '^' && i + 1 < text.length()) {
                command.append(text.charAt(++i));
                continue;
            }
            if (quoted || c != '>') {
                command.append(c);
                continue;
            }
            int stream = 1;
            int last = command.length() - 1;
            boolean numbered = last >= 0 && (command.charAt(last) == '1' || command.charAt(last) == '2') && (last == 0 || Character.isWhitespace(command.charAt(last - 1)));
            if (numbered) {
                stream = command.charAt(last) - '0';
                command.setLength(last);
            }
            boolean twice = i + 1 < text.length() && text.charAt(i + 1) == '>';
            i += twice ? 1 : 0;
            if (i + 2 < text.length() && text.charAt(i + 1) == '&') {
                errToOut |= stream == 2 && text.charAt(i + 2) == '1';
                outToErr |= stream == 1 && text.charAt(i + 2) == '2';
                i += 2;
                continue;
            }
            int from = i + 1;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            int to = from;
            while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            String file = text.substring(from, to).replace("\"", "");
            if (stream == 2) {
                err = file;
            } else {
                out = file;
                append = twice;
            }
            i = to - 1;
        }
        return new Redirections(command.toString(), out, append, err, errToOut, outToErr);
    }

    /** Words of a command; quotes group and are taken off. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (!quoted && Character.isWhitespace(c)) {
                if (any) {
                    words.add(word.toString());
                    word.setLength(0);
                    any = false;
                }
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }

    /** What follows the first word, as it stands. */
    static String rest(String command) {
        int at = 0;
        boolean quoted = false;
        while (at < command.length() && (quoted || !Character.isWhitespace(command.charAt(at)))) {
            quoted ^= command.charAt(at) == '"';
            at++;
        }
        return at >= command.length() ? "" : command.substring(at + 1);
    }
}
