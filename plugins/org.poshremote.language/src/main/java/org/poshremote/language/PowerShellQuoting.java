package org.poshremote.language;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts values into PowerShell text. The only place that does: whatever the value holds, it stays a value.
 *
 * <p>PowerShell takes five characters for a single quote (language specification 2.3.5.2): U+0027 and U+2018 to U+201B.
 * Within a verbatim string each of them stands for itself only when doubled, and nothing else is special.
 */
public final class PowerShellQuoting {
    /** A token that is a parameter wherever it stands, whatever its name; other names are passed as text. */
    private static final Pattern PARAMETER = Pattern.compile("[-\u2013-\u2015]([\\p{L}_][\\p{L}\\p{Nd}_]*)(?::(.*))?",
            Pattern.DOTALL);

    private PowerShellQuoting() {
    }

    /** A verbatim string literal, quotes included: {@code it's} becomes {@code 'it''s'}. */
    public static String literal(String value) {
        StringBuilder text = new StringBuilder(value.length() + 8).append('\'');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c);
            if (isSingleQuote(c)) {
                text.append(c);
            }
        }
        return text.append('\'').toString();
    }

    /** An array of string literals, also for none or one: {@code @('a', 'b')}. */
    public static String array(Collection<String> values) {
        return values.stream().map(PowerShellQuoting::literal).collect(Collectors.joining(", ", "@(", ")"));
    }

    /** A literal that matches exactly this text where PowerShell expects a wildcard pattern. */
    public static String wildcardLiteral(String value) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '*' || c == '?' || c == '[' || c == ']' || c == '`') {
                text.append('`');
            }
            text.append(c);
        }
        return literal(text.toString());
    }

    /** A variable of any name: {@code ${name}}, with braces and backticks in the name escaped. */
    public static String variable(String name) {
        StringBuilder text = new StringBuilder(name.length() + 8).append("${");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '{' || c == '}' || c == '`') {
                text.append('`');
            }
            text.append(c);
        }
        return text.append('}').toString();
    }

    /**
     * The arguments of a command, as {@code powershell -File script} takes them from its command line: what looks like a
     * parameter is one, {@code -Name:$true} and {@code -Name:$false} carry a Boolean, {@code -Name:text} carries text, and
     * all else is text by position, never an expression. A name that PowerShell would not take for a parameter, such as
     * {@code -5}, is text too.
     *
     * @return without a leading blank; empty for no arguments
     */
    public static String arguments(List<String> arguments) {
        return arguments.stream().map(PowerShellQuoting::argument).collect(Collectors.joining(" "));
    }

    private static String argument(String argument) {
        Matcher parameter = PARAMETER.matcher(argument);
        if (!parameter.matches()) {
            return literal(argument);
        }
        String name = "-" + parameter.group(1);
        String value = parameter.group(2);
        if (value == null) {
            return name;
        }
        if (value.isEmpty()) {
            return name + ":";
        }
        if (value.equalsIgnoreCase("$true") || value.equalsIgnoreCase("$false")) {
            return name + ":" + value;
        }
        return name + ":" + literal(value);
    }

    static boolean isSingleQuote(char c) {
        return c == '\'' || c >= '\u2018' && c <= '\u201B';
    }
}
