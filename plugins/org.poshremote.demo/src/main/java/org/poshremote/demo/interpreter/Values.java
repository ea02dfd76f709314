package org.poshremote.demo.interpreter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Conversions between values, by PowerShell's rules (language specification 6). */
final class Values {
    /** A string longer than this is refused: a script must not take the demo node's memory. */
    static final int LONGEST_TEXT = 64 * 1024 * 1024;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT);

    private Values() {
    }

    /** As string expansion and output write it, culture-invariant. */
    static String text(Object value) {
        return switch (value) {
            case null -> "";
            case String s -> s;
            case Boolean b -> b ? "True" : "False";
            case Double d -> real(d);
            case BigDecimal d -> d.toPlainString();
            case List<?> list -> joined(list);
            case byte[] bytes -> joined(listOf(bytes));
            case PsHashtable h -> "System.Collections.Hashtable";
            case PsObject object -> objectText(object);
            case LocalDateTime date -> DATE.format(date);
            case TypeValue type -> type.name();
            case ScriptBlockValue block -> block.inside();
            default -> value.toString();
        };
    }

    private static String objectText(PsObject object) {
        if (object.has("ToString()")) {
            return text(object.get("ToString()"));
        }
        StringBuilder text = new StringBuilder("@{");
        for (Map.Entry<String, Object> property : object.properties().entrySet()) {
            text.append(text.length() > 2 ? "; " : "").append(property.getKey()).append('=').append(text(property.getValue()));
        }
        return text.append('}').toString();
    }

    private static String joined(List<?> list) {
        StringBuilder text = new StringBuilder();
        for (Object element : list) {
            if (!text.isEmpty() || element != list.get(0)) {
                text.append(' ');
            }
            text.append(element instanceof List<?> ? "System.Object[]" : text(element));
        }
        return text.toString();
    }

    static String real(double d) {
        if (Double.isInfinite(d)) {
            return d > 0 ? "Infinity" : "-Infinity";
        }
        if (d == Math.rint(d) && Math.abs(d) < 1e15) {
            return Long.toString((long) d);
        }
        String text = new BigDecimal(Double.toString(d)).round(new java.math.MathContext(15)).stripTrailingZeros().toString();
        return text.contains("E") ? text : new BigDecimal(text).toPlainString();
    }

    static boolean truth(Object value) {
        return switch (value) {
            case null -> false;
            case Boolean b -> b;
            case String s -> !s.isEmpty();
            case Character c -> c != 0;
            case Number n -> n.doubleValue() != 0;
            case List<?> list -> list.size() > 1 || list.size() == 1 && truth(list.get(0));
            case byte[] bytes -> bytes.length > 0;
            default -> true;
        };
    }

    /** An enumerable as a list; a single value as a list of one, null as an empty one. */
    static List<Object> list(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> new ArrayList<>(list);
            case byte[] bytes -> listOf(bytes);
            default -> new ArrayList<>(Arrays.asList(value));
        };
    }

    private static List<Object> listOf(byte[] bytes) {
        List<Object> list = new ArrayList<>(bytes.length);
        for (byte b : bytes) {
            list.add(b & 0xFF);
        }
        return list;
    }

    static boolean enumerable(Object value) {
        return value instanceof List<?> || value instanceof byte[];
    }

    /** A pipeline's output as an expression sees it: nothing, the one value, or a list. */
    static Object collapsed(List<Object> output) {
        return output.isEmpty() ? null : output.size() == 1 ? output.get(0) : output;
    }

    /** Integer, Long, BigInteger, Double or BigDecimal. */
    static Number number(Object value) {
        return switch (value) {
            case null -> 0;
            case Number n -> n instanceof Byte || n instanceof Short ? (Number) n.intValue() : n;
            case Boolean b -> b ? 1 : 0;
            case Character c -> (int) c;
            case String s -> parsed(s);
            case List<?> list when list.size() == 1 -> number(list.get(0));
            default -> throw cannot(value, "System.Int32");
        };
    }

    private static Number parsed(String s) {
        String text = s.strip();
        if (text.isEmpty()) {
            return 0;
        }
        try {
            if (text.matches("(?i)0x[0-9a-f]{1,8}")) {
                return (int) Long.parseLong(text.substring(2), 16);
            }
            if (text.matches("[+-]?[0-9]{1,18}")) {
                long number = Long.parseLong(text);
                return number == (int) number ? (Number) (int) number : (Number) number;
            }
            if (text.length() < 400) {
                return Double.parseDouble(text.replace(",", ""));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new PsError(new ErrorRecord("Cannot convert value \"" + s + "\" to type \"System.Int32\". Error: \"Input string was not in a correct format.\"",
            "InvalidCastFromStringToInteger", "InvalidArgument", "", "", "RuntimeException", ""), false, null);
    }

    /** Rounded half to even, as casts do. */
    static long whole(Object value) {
        Number number = number(value);
        return switch (number) {
            case Double d -> {
                if (d.isNaN() || Math.abs(d) > 9.3e18) {
                    throw cannot(value, "System.Int64");
                }
                yield (long) Math.rint(d);
            }
            case BigDecimal d -> d.setScale(0, java.math.RoundingMode.HALF_EVEN).longValue();
            default -> number.longValue();
        };
    }

    static int integer(Object value) {
        long number = whole(value);
        if (number != (int) number) {
            throw PsError.runtime("Cannot convert value \"" + text(value) + "\" to type \"System.Int32\". Error: \"Value was either too large or too small for an Int32.\"",
                "InvalidCastIConvertible", "InvalidArgument", "RuntimeException");
        }
        return (int) number;
    }

    static PsError cannot(Object value, String type) {
        return new PsError(new ErrorRecord("Cannot convert the \"" + shortened(text(value)) + "\" value of type \"" + TypeValue.nameOf(value) + "\" to type \"" + type + "\".",
            "ConvertToFinalInvalidCastException", "InvalidArgument", "", "", "RuntimeException", ""), false, null);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    static String bounded(StringBuilder text) {
        if (text.length() > LONGEST_TEXT) {
            throw PsError.runtime("Insufficient memory to continue the execution of the program.", "System.OutOfMemoryException", "ResourceUnavailable", "OutOfMemoryException");
        }
        return text.toString();
    }

    static Number fitting(BigInteger number) {
        return number.bitLength() < 32 ? (Number) number.intValue() : number.bitLength() < 64 ? (Number) number.longValue() : (Number) number.doubleValue();
    }
}
