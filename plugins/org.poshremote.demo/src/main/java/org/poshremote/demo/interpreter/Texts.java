package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Methods of strings. */
final class Texts {
    private Texts() {
    }

    static Object call(String text, String lower, List<Object> arguments, Session session) {
        String first = arguments.isEmpty() ? "" : Values.text(arguments.get(0));
        int count = arguments.size();
        return switch (lower) {
            case "toupper", "toupperinvariant" -> text.toUpperCase(Locale.ROOT);
            case "tolower", "tolowerinvariant" -> text.toLowerCase(Locale.ROOT);
            case "trim" -> count == 0 ? text.strip() : trim(text, first, true, true);
            case "trimstart" -> count == 0 ? text.stripLeading() : trim(text, first, true, false);
            case "trimend" -> count == 0 ? text.stripTrailing() : trim(text, first, false, true);
            case "startswith" -> text.startsWith(first);
            case "endswith" -> text.endsWith(first);
            case "contains" -> text.contains(first);
            case "indexof" -> text.indexOf(first);
            case "lastindexof" -> text.lastIndexOf(first);
            case "substring" -> substring(text, arguments);
            case "replace" -> {
                String replaced = text.replace(first, Values.text(arguments.get(1)));
                yield Values.bounded(new StringBuilder(replaced));
            }
            case "split" -> split(text, arguments);
            case "tochararray" -> text.chars().mapToObj(c -> (Object) (char) c).collect(Collectors.toCollection(ArrayList::new));
            case "padleft" -> pad(text, arguments, true);
            case "padright" -> pad(text, arguments, false);
            case "insert" -> new StringBuilder(text).insert(Math.clamp(Values.integer(arguments.get(0)), 0, text.length()), Values.text(arguments.get(1))).toString();
            case "remove" -> text.substring(0, Math.clamp(Values.integer(arguments.get(0)), 0, text.length()))
                + (count > 1 ? text.substring(Math.clamp((long) Values.integer(arguments.get(0)) + Values.integer(arguments.get(1)), 0, text.length())) : "");
            case "tostring" -> text;
            case "equals" -> text.equals(first);
            case "compareto" -> Integer.signum(text.compareTo(first));
            case "length" -> text.length();
            default -> DotNetObject.NONE;
        };
    }

    private static String trim(String text, String letters, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && letters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (end && to > from && letters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String substring(String text, List<Object> arguments) {
        int from = Values.integer(arguments.get(0));
        int length = arguments.size() > 1 ? Values.integer(arguments.get(1)) : text.length() - from;
        if (from < 0 || length < 0 || from + length > text.length()) {
            throw PsError.runtime("Exception calling \"Substring\" with \"" + arguments.size() + "\" argument(s): \"Index and length must refer to a location within the string.\"",
                "ArgumentOutOfRangeException", "NotSpecified", "MethodInvocationException");
        }
        return text.substring(from, from + length);
    }

    private static Object split(String text, List<Object> arguments) {
        String letters = arguments.isEmpty() ? " \t\r\n" : String.join("", Values.list(arguments.get(0)).stream().map(Values::text).toList());
        return new ArrayList<Object>(Arrays.asList((Object[]) text.split("[" + Pattern.quote(letters) + "]", -1)));
    }

    private static String pad(String text, List<Object> arguments, boolean left) {
        int width = Math.min(Values.integer(arguments.get(0)), Values.LONGEST_TEXT);
        String with = arguments.size() > 1 ? Values.text(arguments.get(1)) : " ";
        String padding = with.substring(0, 1).repeat(Math.max(0, width - text.length()));
        return left ? padding + text : text + padding;
    }
}
