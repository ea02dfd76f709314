package org.poshremote.demo.interpreter;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Casts to the types that the demo node knows. */
final class Conversions {
    private static final List<String> DATES = List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "MM/dd/yyyy HH:mm:ss");

    private Conversions() {
    }

    static Object to(TypeValue type, Object value, Session session) {
        String name = type.name();
        if (name.endsWith("[]")) {
            TypeValue element = new TypeValue(name.substring(0, name.length() - 2));
            if (value == null) {
                return null;
            }
            List<Object> all = new ArrayList<>();
            for (Object part : value instanceof String s && element.name().equals("System.Char") ? s.chars().mapToObj(c -> (Object) (char) c).toList() : Values.list(value)) {
                all.add(to(element, part, session));
            }
            return element.name().equals("System.Byte") ? bytes(all) : all;
        }
        return switch (name) {
            case "System.Int32" -> Values.integer(value);
            case "System.Int64" -> Values.whole(value);
            case "System.UInt32", "System.UInt64", "System.Int16", "System.Byte" -> whole(name, value);
            case "System.Double", "System.Single" -> Values.number(value).doubleValue();
            case "System.Decimal" -> new BigDecimal(Values.number(value).toString());
            case "System.String" -> Values.text(value);
            case "System.Boolean" -> bool(value);
            case "System.Management.Automation.SwitchParameter" -> Values.truth(value);
            case "System.Char" -> character(value);
            case "System.Object", "System.Type" -> value;
            case "System.Void" -> null;
            case "System.Array" -> Values.list(value);
            case "System.Version" -> VersionValue.of(value);
            case "System.DateTime" -> date(value);
            case "System.Management.Automation.PSObject" -> value instanceof PsHashtable table ? object(table) : value;
            case "System.Collections.Specialized.OrderedDictionary", "System.Collections.Hashtable" -> {
                if (value instanceof PsHashtable || value == null) {
                    yield value;
                }
                throw Values.cannot(value, name);
            }
            case "System.Management.Automation.ScriptBlock" -> value instanceof ScriptBlockValue ? value : session.scriptBlock(Values.text(value));
            case "System.Exception", "System.ArgumentException", "System.InvalidOperationException", "System.IO.IOException" -> DotNetObjects.exception(name, Values.text(value));
            default -> {
                if (TypeValue.nameOf(value).equals(name)) {
                    yield value;
                }
                throw Values.cannot(value, name);
            }
        };
    }

    private static Object whole(String name, Object value) {
        long number = Values.whole(value);
        long least = name.equals("System.Int16") ? Short.MIN_VALUE : 0;
        long most = switch (name) {
            case "System.Byte" -> 255;
            case "System.Int16" -> Short.MAX_VALUE;
            case "System.UInt32" -> 0xFFFFFFFFL;
            default -> Long.MAX_VALUE;
        };
        if (number < least || number > most) {
            throw PsError.runtime("Cannot convert value \"" + Values.text(value) + "\" to type \"" + name + "\". Error: \"Value was either too large or too small for "
                + name.substring(7) + ".\"", "InvalidCastIConvertible", "InvalidArgument", "RuntimeException");
        }
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    static byte[] bytes(List<?> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Values.integer(numbers.get(i));
        }
        return bytes;
    }

    private static Object bool(Object value) {
        if (value instanceof String s && !s.isEmpty()) {
            return true;
        }
        return Values.truth(value);
    }

    private static Object character(Object value) {
        if (value instanceof String s) {
            if (s.length() == 1) {
                return s.charAt(0);
            }
            throw Values.cannot(value, "System.Char");
        }
        return value instanceof Character ? value : (Object) (char) Values.integer(value);
    }

    private static Object date(Object value) {
        if (value instanceof LocalDateTime) {
            return value;
        }
        String text = Values.text(value).strip();
        for (String pattern : DATES) {
            try {
                return LocalDateTime.parse(text.length() == 10 ? text + " 00:00:00" : text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
            } catch (DateTimeParseException e) {
                // the next one
            }
        }
        throw Values.cannot(value, "System.DateTime");
    }

    static PsObject object(PsHashtable table) {
        PsObject object = new PsObject("System.Management.Automation.PSCustomObject");
        table.entries().forEach((key, value) -> object.set(Values.text(key), value));
        return object;
    }
}
