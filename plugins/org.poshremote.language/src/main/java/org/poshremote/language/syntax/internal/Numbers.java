package org.poshremote.language.syntax.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number literals (about_Numeric_Literals): hexadecimal, binary, real, with type suffix and multiplier. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile(
        "(?:0x(?<hex>[0-9a-f]+)|0b(?<bin>[01]+)|(?<dec>[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?<exp>e[+-]?[0-9]+)?)"
            + "(?<type>uy|us|ul|y|s|l|u|n|d)?(?<multiplier>[kmgtp]b)?", Pattern.CASE_INSENSITIVE);
    private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {
    }

    record Literal(int end, Object value) {
    }

    /** The longest number that begins at an offset. */
    static Optional<Literal> at(String text, int offset) {
        char first = text.charAt(offset);
        boolean possible = Source.digit(first) || first == '.' && offset + 1 < text.length() && Source.digit(text.charAt(offset + 1));
        if (!possible) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(text).region(offset, Math.min(text.length(), offset + 400));
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int end = matcher.end();
        if (matcher.group("dec") != null && matcher.group("dec").endsWith(".") && matcher.group("exp") == null && end == matcher.end("dec")) {
            // "1..5" is a range, "1.ToString()" a member
            boolean range = end < text.length() && (text.charAt(end) == '.' || Source.wordStart(text.charAt(end)));
            if (range) {
                end--;
                return Optional.of(new Literal(end, integer(new BigInteger(text.substring(offset, end)), "", BigInteger.ONE)));
            }
        }
        Object value = value(matcher);
        return value == null ? Optional.empty() : Optional.of(new Literal(end, value));
    }

    private static Object value(Matcher matcher) {
        String type = Optional.ofNullable(matcher.group("type")).orElse("").toLowerCase(Locale.ROOT);
        BigInteger factor = factor(matcher.group("multiplier"));
        if (matcher.group("hex") != null) {
            return hex(matcher.group("hex"), 16, type, factor);
        }
        if (matcher.group("bin") != null) {
            return hex(matcher.group("bin"), 2, type, factor);
        }
        String digits = matcher.group("dec");
        String exponent = matcher.group("exp");
        boolean real = digits.indexOf('.') >= 0 || exponent != null;
        if (type.equals("d")) {
            return new BigDecimal(digits + (exponent == null ? "" : exponent)).multiply(new BigDecimal(factor));
        }
        if (real) {
            double number = Double.parseDouble(digits + (exponent == null ? "" : exponent)) * factor.doubleValue();
            return type.isEmpty() ? (Object) number : integer(new BigDecimal(number).toBigInteger(), type, BigInteger.ONE);
        }
        return integer(new BigInteger(digits), type, factor);
    }

    /** The top bit of a hexadecimal number that fills its type is a sign: 0xFFFFFFFF is -1. */
    private static Object hex(String digits, int radix, String type, BigInteger factor) {
        BigInteger number = new BigInteger(digits, radix);
        int bits = digits.length() * (radix == 16 ? 4 : 1);
        if (type.isEmpty() && bits == 32 && number.bitLength() == 32) {
            number = BigInteger.valueOf(number.intValue());
        } else if ((type.isEmpty() || type.equals("l")) && bits == 64 && number.bitLength() == 64) {
            number = BigInteger.valueOf(number.longValue());
        }
        return integer(number, type, factor);
    }

    private static Object integer(BigInteger number, String type, BigInteger factor) {
        BigInteger product = number.multiply(factor);
        return switch (type) {
            case "y" -> (byte) product.intValue();
            case "uy", "s" -> (short) product.intValue();
            case "us" -> product.intValue();
            case "l" -> product.longValue();
            case "ul", "n" -> product;
            case "u" -> product.bitLength() <= 32 ? (Object) product.longValue() : product;
            default -> fitting(product);
        };
    }

    private static Object fitting(BigInteger number) {
        if (number.abs().compareTo(INT_MAX) <= 0 || number.equals(BigInteger.valueOf(Integer.MIN_VALUE))) {
            return number.intValue();
        }
        if (number.abs().compareTo(LONG_MAX) <= 0) {
            return number.longValue();
        }
        BigDecimal decimal = new BigDecimal(number);
        return number.bitLength() <= 96 ? (Object) decimal : (Object) number.doubleValue();
    }

    private static BigInteger factor(String multiplier) {
        if (multiplier == null) {
            return BigInteger.ONE;
        }
        int power = "kmgtp".indexOf(Character.toLowerCase(multiplier.charAt(0))) + 1;
        return BigInteger.ONE.shiftLeft(10 * power);
    }
}
