package org.poshremote.editor.completion;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with places to fill in (LSP 3.18, Snippet Syntax): {@code $1}, {@code ${1:text}}, {@code ${1|one,two|}}, {@code $0}.
 *
 * @param places in the order of the text
 */
record Snippet(String text, List<Place> places) {
    record Place(int number, int start, int length) {
    }

    static Snippet of(String source) {
        StringBuilder text = new StringBuilder();
        List<Place> places = new ArrayList<>();
        read(source, 0, false, text, places);
        return new Snippet(text.toString(), List.copyOf(places));
    }

    /** @return where it stopped: behind the closing brace of a nested text */
    private static int read(String source, int from, boolean nested, StringBuilder text, List<Place> places) {
        int at = from;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\' && at + 1 < source.length() && "\\$}".indexOf(source.charAt(at + 1)) >= 0) {
                text.append(source.charAt(at + 1));
                at += 2;
            } else if (nested && c == '}') {
                return at + 1;
            } else if (c == '$' && at + 1 < source.length() && (Character.isDigit(source.charAt(at + 1)) || source.charAt(at + 1) == '{' && digit(source, at + 2))) {
                at = place(source, at + 1, text, places);
            } else {
                text.append(c);
                at++;
            }
        }
        return at;
    }

    private static boolean digit(String source, int at) {
        return at < source.length() && Character.isDigit(source.charAt(at));
    }

    private static int place(String source, int from, StringBuilder text, List<Place> places) {
        boolean braced = source.charAt(from) == '{';
        int at = braced ? from + 1 : from;
        int number = 0;
        while (digit(source, at) && number < 1000) {
            number = number * 10 + source.charAt(at++) - '0';
        }
        int start = text.length();
        int index = places.size();
        places.add(new Place(number, start, 0));
        if (braced && at < source.length() && source.charAt(at) == ':') {
            at = read(source, at + 1, true, text, places);
        } else if (braced && at < source.length() && source.charAt(at) == '|') {
            int end = source.indexOf("|}", at);
            String choices = source.substring(at + 1, end < 0 ? source.length() : end);
            text.append(choices.split(",", 2)[0]);
            at = end < 0 ? source.length() : end + 2;
        } else if (braced) {
            at = Math.min(at + 1, source.length());
        }
        places.set(index, new Place(number, start, text.length() - start));
        return at;
    }
}
