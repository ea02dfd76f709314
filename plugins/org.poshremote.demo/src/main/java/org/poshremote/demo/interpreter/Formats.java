package org.poshremote.demo.interpreter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Composite formatting (-f) for the usual specifiers. */
final class Formats {
    private Formats() {
    }

    static String format(String pattern, List<Object> values) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < pattern.length() && pattern.charAt(i + 1) == c) {
                out.append(c);
                i++;
            } else if (c == '{') {
                int close = pattern.indexOf('}', i);
                if (close < 0) {
                    throw wrong();
                }
                item(pattern.substring(i + 1, close), values, out);
                i = close;
            } else if (c == '}') {
                throw wrong();
            } else {
                out.append(c);
            }
            if (out.length() > Values.LONGEST_TEXT) {
                Values.bounded(out);
            }
        }
        return out.toString();
    }

    private static PsError wrong() {
        return PsError.runtime("Error formatting a string: Input string was not in a correct format..", "FormatError", "InvalidOperation", "RuntimeException");
    }

    private static void item(String item, List<Object> values, StringBuilder out) {
        int colon = item.indexOf(':');
        String head = colon < 0 ? item : item.substring(0, colon);
        String specifier = colon < 0 ? "" : item.substring(colon + 1);
        String[] parts = head.split(",");
        if (!parts[0].strip().matches("\\d{1,4}") || parts.length > 1 && !parts[1].strip().matches("-?\\d{1,4}")) {
            throw wrong();
        }
        int index = Integer.parseInt(parts[0].strip());
        if (index >= values.size()) {
            throw PsError.runtime("Error formatting a string: Index (zero based) must be greater than or equal to zero and less than the size of the argument list..",
                "FormatError", "InvalidOperation", "RuntimeException");
        }
        String text = specified(values.get(index), specifier);
        int width = parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 0;
        String padding = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        out.append(width > 0 ? padding + text : text + padding);
    }

    static String specified(Object value, String specifier) {
        if (specifier.isEmpty()) {
            return Values.text(value);
        }
        if (value instanceof LocalDateTime date) {
            return date(date, specifier);
        }
        if (!(value instanceof Number number)) {
            return Values.text(value);
        }
        char kind = Character.toUpperCase(specifier.charAt(0));
        String digits = specifier.substring(1);
        boolean standard = digits.isEmpty() || digits.matches("\\d{1,2}");
        int places = digits.isEmpty() || !standard ? -1 : Integer.parseInt(digits);
        if (standard && "DXNFPCGE".indexOf(kind) >= 0) {
            return switch (kind) {
                case 'D' -> String.format(Locale.ROOT, "%0" + Math.max(1, places) + "d", number.longValue());
                case 'X' -> hex(number, places, Character.isUpperCase(specifier.charAt(0)));
                case 'N' -> decimal("#,##0", places < 0 ? 2 : places, number);
                case 'F' -> decimal("0", places < 0 ? 2 : places, number);
                case 'P' -> decimal("#,##0", places < 0 ? 2 : places, new BigDecimal(number.toString()).movePointRight(2)) + " %";
                default -> Values.text(number);
            };
        }
        return new DecimalFormat(specifier, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static String hex(Number number, int places, boolean upper) {
        String hex = number instanceof Long ? Long.toHexString(number.longValue()) : Integer.toHexString(number.intValue());
        String padded = "0".repeat(Math.max(0, places - hex.length())) + hex;
        return upper ? padded.toUpperCase(Locale.ROOT) : padded;
    }

    private static String decimal(String whole, int places, Number number) {
        DecimalFormat format = new DecimalFormat(whole + (places > 0 ? "." + "0".repeat(places) : ""), DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    static String date(LocalDateTime date, String specifier) {
        String pattern = switch (specifier) {
            case "o", "O" -> "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS";
            case "s" -> "yyyy-MM-dd'T'HH:mm:ss";
            case "u" -> "yyyy-MM-dd HH:mm:ss'Z'";
            case "d" -> "M/d/yyyy";
            case "t" -> "h:mm a";
            case "T" -> "h:mm:ss a";
            case "g" -> "M/d/yyyy h:mm a";
            case "G" -> "M/d/yyyy h:mm:ss a";
            default -> specifier.replace("f", "S").replace("tt", "a").replace("dddd", "EEEE").replace("ddd", "EEE").replace("z", "x");
        };
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.US).format(date);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }
}
