package org.poshremote.core.diagnose;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition over the evidence, as the table of causes writes it: {@code key} (there is any), {@code key=value},
 * {@code key>number}, {@code key<number}, and each of them denied by a leading {@code !}. Numbers may be hexadecimal (0x…);
 * values are compared without regard to case.
 */
public record Condition(boolean denied, String key, char operator, String value) {
    private static final Pattern SYNTAX = Pattern.compile("(!?)([a-z][a-z0-9.-]*)(?:([=<>])(.+))?");

    /** @throws IllegalArgumentException where it is not one */
    public static Condition parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a condition: " + text);
        }
        char operator = matcher.group(3) == null ? ' ' : matcher.group(3).charAt(0);
        String value = matcher.group(4) == null ? "" : matcher.group(4).strip().toLowerCase(Locale.ROOT);
        if (value.startsWith("0x")) {
            value = Long.toString(Long.parseLong(value.substring(2), 16));
        }
        if ((operator == '<' || operator == '>') && number(value).isEmpty()) {
            throw new IllegalArgumentException("not a number: " + text);
        }
        return new Condition(!matcher.group(1).isEmpty(), matcher.group(2), operator, value);
    }

    public boolean holds(Facts facts) {
        return denied != facts.values(key).stream().anyMatch(this::fits);
    }

    private boolean fits(String found) {
        return switch (operator) {
            case '=' -> found.equals(value);
            case '>' -> number(found).orElse(Long.MIN_VALUE) > number(value).orElseThrow();
            case '<' -> number(found).orElse(Long.MAX_VALUE) < number(value).orElseThrow();
            default -> true;
        };
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public String toString() {
        return (denied ? "!" : "") + key + (operator == ' ' ? "" : operator + value);
    }
}
