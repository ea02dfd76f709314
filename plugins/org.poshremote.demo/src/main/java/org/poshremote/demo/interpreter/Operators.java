package org.poshremote.demo.interpreter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Binary operators (language specification 7.6 to 7.9, 8). */
final class Operators {
    private final Session session;

    Operators(Session session) {
        this.session = session;
    }

    Object apply(String operator, Object left, Object right) {
        return switch (operator) {
            case "+" -> plus(left, right);
            case "-" -> arithmetic('-', left, right);
            case "*" -> times(left, right);
            case "/" -> arithmetic('/', left, right);
            case "%" -> arithmetic('%', left, right);
            case ".." -> range(left, right);
            case "-f" -> Formats.format(Values.text(left), Values.list(right));
            case "-band" -> bits(Values.whole(left) & Values.whole(right), left, right);
            case "-bor" -> bits(Values.whole(left) | Values.whole(right), left, right);
            case "-bxor" -> bits(Values.whole(left) ^ Values.whole(right), left, right);
            case "-shl" -> left instanceof Long ? (Object) (Values.whole(left) << Values.integer(right)) : (Object) (Values.integer(left) << Values.integer(right));
            case "-shr" -> left instanceof Long ? (Object) (Values.whole(left) >> Values.integer(right)) : (Object) (Values.integer(left) >> Values.integer(right));
            case "-join" -> Values.list(left).stream().map(Values::text).collect(Collectors.joining(Values.text(right)));
            case "-is" -> isType(left, right);
            case "-isnot" -> !isType(left, right);
            case "-as" -> as(left, right);
            case "-xor" -> Values.truth(left) != Values.truth(right);
            default -> comparison(operator.substring(1), left, right);
        };
    }

    private static Object bits(long result, Object left, Object right) {
        return left instanceof Long || right instanceof Long || result != (int) result ? (Object) result : (Object) (int) result;
    }

    private boolean isType(Object value, Object type) {
        String name = type instanceof TypeValue t ? t.name() : Values.text(type);
        String actual = TypeValue.nameOf(value);
        boolean exception = actual.endsWith("Exception") && (name.equals("System.Exception")
            || name.equals("System.Management.Automation.RuntimeException") && actual.startsWith("System.Management.Automation.")
            || name.equals("System.Management.Automation.ParameterBindingException") && actual.startsWith("System.Management.Automation.ParameterBinding"));
        return value != null && (exception || actual.equalsIgnoreCase(name) || name.equals("System.Object") || name.equals("System.Array") && Values.enumerable(value)
            || actual.equals("System.Management.Automation.PSCustomObject") && name.equals("System.Management.Automation.PSObject"));
    }

    private Object as(Object value, Object type) {
        try {
            return Conversions.to(type instanceof TypeValue t ? t : TypeValue.named(Values.text(type)), value, session);
        } catch (PsError e) {
            return null;
        }
    }

    private Object plus(Object left, Object right) {
        if (left instanceof List<?> list) {
            session.reserve(list.size() + (right instanceof List<?> more ? more.size() : 1));
        }
        return switch (left) {
            case null -> right;
            case String s -> {
                StringBuilder text = new StringBuilder(s).append(Values.text(right));
                yield Values.bounded(text);
            }
            case Character c -> right instanceof Number ? arithmetic('+', left, right) : (Object) (c + Values.text(right));
            case List<?> list -> {
                List<Object> all = new ArrayList<>(list);
                all.addAll(Values.enumerable(right) ? Values.list(right) : Arrays.asList(right));
                yield all;
            }
            case byte[] bytes -> {
                List<Object> all = Values.list(bytes);
                all.addAll(Values.list(right));
                yield all;
            }
            case PsHashtable table -> {
                PsHashtable sum = new PsHashtable();
                table.entries().forEach(sum::put);
                if (right instanceof PsHashtable more) {
                    more.entries().forEach(sum::put);
                }
                yield sum;
            }
            default -> arithmetic('+', left, right);
        };
    }

    private Object times(Object left, Object right) {
        if (left instanceof String s) {
            long count = Values.whole(right);
            if (count < 0 || s.length() * count > Values.LONGEST_TEXT) {
                throw PsError.runtime("Insufficient memory to continue the execution of the program.", "System.OutOfMemoryException", "ResourceUnavailable", "OutOfMemoryException");
            }
            return s.repeat((int) count);
        }
        if (Values.enumerable(left)) {
            List<Object> all = new ArrayList<>();
            List<Object> once = Values.list(left);
            long count = Values.whole(right);
            session.reserve(once.size() * count);
            for (long i = 0; i < count; i++) {
                all.addAll(once);
            }
            return all;
        }
        return arithmetic('*', left, right);
    }

    private static Object arithmetic(char operator, Object left, Object right) {
        Number a = Values.number(left);
        Number b = Values.number(right);
        if (a instanceof Double || b instanceof Double) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            return switch (operator) {
                case '+' -> x + y;
                case '-' -> x - y;
                case '*' -> x * y;
                case '/' -> x / y;
                default -> x % y;
            };
        }
        if ((operator == '/' || operator == '%') && b.doubleValue() == 0) {
            throw PsError.runtime("Attempted to divide by zero.", "RuntimeException", "NotSpecified", "RuntimeException");
        }
        if (a instanceof BigDecimal || b instanceof BigDecimal) {
            BigDecimal x = new BigDecimal(a.toString());
            BigDecimal y = new BigDecimal(b.toString());
            return switch (operator) {
                case '+' -> x.add(y);
                case '-' -> x.subtract(y);
                case '*' -> x.multiply(y);
                case '/' -> x.divide(y, MathContext.DECIMAL128).stripTrailingZeros();
                default -> x.remainder(y);
            };
        }
        BigInteger x = new BigInteger(a.toString());
        BigInteger y = new BigInteger(b.toString());
        return switch (operator) {
            case '+' -> Values.fitting(x.add(y));
            case '-' -> Values.fitting(x.subtract(y));
            case '*' -> Values.fitting(x.multiply(y));
            case '%' -> Values.fitting(x.remainder(y));
            default -> x.remainder(y).signum() == 0 ? (Object) Values.fitting(x.divide(y)) : (Object) (a.doubleValue() / b.doubleValue());
        };
    }

    private List<Object> range(Object from, Object to) {
        int first = Values.integer(from);
        int last = Values.integer(to);
        session.reserve(Math.abs((long) last - first) + 1);
        List<Object> all = new ArrayList<>();
        for (long i = first; first <= last ? i <= last : i >= last; i += first <= last ? 1 : -1) {
            all.add((int) i);
        }
        return all;
    }

    // ---- comparison

    private Object comparison(String name, Object left, Object right) {
        boolean caseSensitive = name.startsWith("c") && !name.equals("contains");
        String bare = (caseSensitive || name.startsWith("i") && !name.equals("in")) ? name.substring(1) : name;
        switch (bare) {
            case "contains":
                return Values.list(left).stream().anyMatch(element -> equal(element, right, caseSensitive));
            case "notcontains":
                return Values.list(left).stream().noneMatch(element -> equal(element, right, caseSensitive));
            case "in":
                return Values.list(right).stream().anyMatch(element -> equal(left, element, caseSensitive));
            case "notin":
                return Values.list(right).stream().noneMatch(element -> equal(left, element, caseSensitive));
            case "replace":
                return replace(left, right, caseSensitive);
            case "split":
                return split(left, right, caseSensitive);
            default:
                break;
        }
        if (Values.enumerable(left)) { // a collection is filtered
            return Values.list(left).stream().filter(element -> compare(bare, element, right, caseSensitive)).collect(Collectors.toCollection(ArrayList::new));
        }
        return compare(bare, left, right, caseSensitive);
    }

    private boolean compare(String name, Object left, Object right, boolean caseSensitive) {
        return switch (name) {
            case "eq" -> equal(left, right, caseSensitive);
            case "ne" -> !equal(left, right, caseSensitive);
            case "gt" -> order(left, right, caseSensitive) > 0;
            case "ge" -> order(left, right, caseSensitive) >= 0;
            case "lt" -> order(left, right, caseSensitive) < 0;
            case "le" -> order(left, right, caseSensitive) <= 0;
            case "like" -> Patterns.like(Values.text(left), Values.text(right), caseSensitive);
            case "notlike" -> !Patterns.like(Values.text(left), Values.text(right), caseSensitive);
            case "match" -> match(left, right, caseSensitive);
            case "notmatch" -> !match(left, right, caseSensitive);
            default -> throw PsError.notSupported("the operator -" + name);
        };
    }

    private boolean match(Object left, Object right, boolean caseSensitive) {
        Matcher matcher = Patterns.regex(Values.text(right), caseSensitive).matcher(new BoundedText(Values.text(left)));
        if (!matcher.find()) {
            return false;
        }
        PsHashtable matches = new PsHashtable();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                matches.put(i, matcher.group(i));
            }
        }
        matcher.namedGroups().forEach((group, number) -> {
            if (matcher.group(number) != null) {
                matches.remove(number);
                matches.put(group, matcher.group(number));
            }
        });
        session.setAutomatic("Matches", matches);
        return true;
    }

    static boolean equal(Object left, Object right, boolean caseSensitive) {
        if (left == null || right == null) {
            return left == right;
        }
        return switch (left) {
            case String s -> caseSensitive ? s.equals(Values.text(right)) : s.equalsIgnoreCase(Values.text(right));
            case Character c -> equal(String.valueOf(c), right, caseSensitive);
            case Boolean b -> b == Values.truth(right);
            case Number n -> {
                if (right instanceof PsHashtable || right instanceof PsObject || Values.enumerable(right)) {
                    yield false;
                }
                try {
                    yield numbers(n, Values.number(right)) == 0;
                } catch (PsError e) {
                    yield false;
                }
            }
            case TypeValue t -> right instanceof TypeValue other && t.name().equals(other.name());
            case VersionValue v -> v.compareTo(VersionValue.of(right)) == 0;
            default -> left.equals(right) || right instanceof String s && Values.text(left).equalsIgnoreCase(s);
        };
    }

    @SuppressWarnings("unchecked")
    static int order(Object left, Object right, boolean caseSensitive) {
        return switch (left) {
            case null -> right == null ? 0 : -1;
            case String s -> caseSensitive ? s.compareTo(Values.text(right)) : s.compareToIgnoreCase(Values.text(right));
            case Character c -> order(String.valueOf(c), right, caseSensitive);
            case Number n -> numbers(n, Values.number(right));
            case Boolean b -> Boolean.compare(b, Values.truth(right));
            case VersionValue v -> v.compareTo(VersionValue.of(right));
            case Comparable<?> c when right != null && c.getClass() == right.getClass() -> ((Comparable<Object>) c).compareTo(right);
            default -> throw PsError.runtime("Cannot compare \"" + Values.text(left) + "\" because it is not IComparable.", "NotIcomparable", "InvalidOperation", "RuntimeException");
        };
    }

    private static int numbers(Number a, Number b) {
        boolean plain = !(a instanceof Double) && !(b instanceof Double);
        return plain ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) : Double.compare(a.doubleValue(), b.doubleValue());
    }

    private Object replace(Object left, Object right, boolean caseSensitive) {
        List<Object> arguments = Values.list(right);
        Pattern pattern = Patterns.regex(Values.text(arguments.isEmpty() ? null : arguments.get(0)), caseSensitive);
        String with = arguments.size() > 1 ? Values.text(arguments.get(1)) : "";
        if (Values.enumerable(left)) {
            return Values.list(left).stream().map(element -> (Object) replaceAll(pattern, Values.text(element), with)).collect(Collectors.toCollection(ArrayList::new));
        }
        return replaceAll(pattern, Values.text(left), with);
    }

    /** .NET's substitutions: $1, ${name}, $$, $&amp;. */
    private static String replaceAll(Pattern pattern, String text, String with) {
        Matcher matcher = pattern.matcher(new BoundedText(text));
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (matcher.find()) {
            result.append(text, at, matcher.start());
            substitute(matcher, with, result);
            at = matcher.end();
            if (result.length() > Values.LONGEST_TEXT) {
                Values.bounded(result);
            }
        }
        return result.append(text, at, text.length()).toString();
    }

    private static void substitute(Matcher matcher, String with, StringBuilder result) {
        Matcher parts = Pattern.compile("\\$(?:(\\d{1,2})|\\{(\\w+)\\}|([$&]))").matcher(with);
        int at = 0;
        while (parts.find()) {
            result.append(with, at, parts.start());
            String group = parts.group(1) != null ? parts.group(1) : parts.group(2);
            if (group == null) {
                result.append(parts.group(3).equals("$") ? "$" : matcher.group());
            } else if (group.chars().allMatch(Character::isDigit) && Integer.parseInt(group) <= matcher.groupCount()) {
                result.append(matcher.group(Integer.parseInt(group)) == null ? "" : matcher.group(Integer.parseInt(group)));
            } else if (matcher.namedGroups().containsKey(group)) {
                result.append(matcher.group(group) == null ? "" : matcher.group(group));
            } else {
                result.append(parts.group());
            }
            at = parts.end();
        }
        result.append(with, at, with.length());
    }

    private Object split(Object left, Object right, boolean caseSensitive) {
        List<Object> arguments = Values.list(right);
        int limit = arguments.size() > 1 ? Values.integer(arguments.get(1)) : 0;
        Pattern pattern = Patterns.regex(Values.text(arguments.isEmpty() ? null : arguments.get(0)), caseSensitive);
        List<Object> all = new ArrayList<>();
        for (Object element : Values.list(left)) {
            all.addAll(Arrays.asList(pattern.split(new BoundedText(Values.text(element)), limit > 0 ? limit : -1)));
        }
        return all;
    }

    /** -split and -join before their operand. */
    static Object unary(String operator, Object operand) {
        return switch (operator.toLowerCase(Locale.ROOT)) {
            case "-join" -> Values.list(operand).stream().map(Values::text).collect(Collectors.joining());
            default -> Values.list(operand).stream().flatMap(element -> Arrays.stream(Values.text(element).strip().split("\\s+"))).map(word -> (Object) word)
                .collect(Collectors.toCollection(ArrayList::new));
        };
    }
}
