package org.poshremote.core.run.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what follows {@code #Requires}: parameters, words, quoted words, lists and literal hash tables. */
final class RequiresTokens {
    /**
     * A word, or a hash table with its keys in lower case.
     *
     * @param table empty for a word
     */
    record Value(String text, Map<String, String> table, boolean isTable) {
    }

    private final String line;
    private int at;

    RequiresTokens(String line) {
        this.line = line;
        blanks();
    }

    boolean atEnd() {
        return at >= line.length();
    }

    /** The name after a dash, without it. */
    Optional<String> parameter() {
        if (atEnd() || !isDash(line.charAt(at))) {
            return Optional.empty();
        }
        int start = ++at;
        while (!atEnd() && (Character.isLetterOrDigit(line.charAt(at)))) {
            at++;
        }
        String name = line.substring(start, at);
        if (!atEnd() && line.charAt(at) == ':') {
            at++;
        }
        blanks();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** The values up to the next parameter, parted by commas; empty when they cannot be read. */
    Optional<List<Value>> values() {
        List<Value> values = new ArrayList<>();
        while (!atEnd() && !isDash(line.charAt(at))) {
            Optional<Value> value = value();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
            blanks();
            if (atEnd() || line.charAt(at) != ',') {
                break;
            }
            at++;
            blanks();
        }
        return atEnd() || isDash(line.charAt(at)) ? Optional.of(values) : Optional.empty();
    }

    private Optional<Value> value() {
        if (line.startsWith("@{", at)) {
            at += 2;
            return table();
        }
        return word(",").map(text -> new Value(text, Map.of(), false));
    }

    private Optional<Value> table() {
        Map<String, String> table = new LinkedHashMap<>();
        while (true) {
            separators();
            if (atEnd()) {
                return Optional.empty();
            }
            if (line.charAt(at) == '}') {
                at++;
                return Optional.of(new Value("", table, true));
            }
            Optional<String> key = word("=;}");
            blanks();
            if (key.isEmpty() || atEnd() || line.charAt(at) != '=') {
                return Optional.empty();
            }
            at++;
            blanks();
            Optional<String> value = word(";}");
            if (value.isEmpty()) {
                return Optional.empty();
            }
            table.put(key.get().toLowerCase(Locale.ROOT), value.get());
        }
    }

    private Optional<String> word(String stops) {
        if (atEnd()) {
            return Optional.empty();
        }
        char first = line.charAt(at);
        if (isSingle(first) || isDouble(first)) {
            return quoted(isSingle(first));
        }
        int start = at;
        while (!atEnd() && !Character.isWhitespace(line.charAt(at)) && stops.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return start == at ? Optional.empty() : Optional.of(line.substring(start, at));
    }

    private Optional<String> quoted(boolean single) {
        StringBuilder text = new StringBuilder();
        at++;
        while (!atEnd()) {
            char c = line.charAt(at++);
            if (single ? isSingle(c) : isDouble(c)) {
                if (atEnd() || !(single ? isSingle(line.charAt(at)) : isDouble(line.charAt(at)))) {
                    return Optional.of(text.toString());
                }
                at++;
            }
            text.append(c);
        }
        return Optional.empty();
    }

    private void blanks() {
        while (!atEnd() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private void separators() {
        while (!atEnd() && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == ';')) {
            at++;
        }
    }

    private static boolean isDash(char c) {
        return c == '-' || c >= '\u2013' && c <= '\u2015';
    }

    private static boolean isSingle(char c) {
        return c == '\'' || c >= '\u2018' && c <= '\u201B';
    }

    private static boolean isDouble(char c) {
        return c == '"' || c >= '\u201C' && c <= '\u201E';
    }
}
