package org.poshremote.language.syntax.internal;

import java.util.Arrays;


/** Binary operators, by how tightly they bind (language specification 7). */
enum Operator {
    NONE("", 0), UNKNOWN("", 0),
    AND("-and", 1), OR("-or", 1), XOR("-xor", 1),
    BAND("-band", 2), BOR("-bor", 2), BXOR("-bxor", 2),
    IS("-is", 5), ISNOT("-isnot", 5), AS("-as", 5), JOIN("-join", 5), SHL("-shl", 5), SHR("-shr", 5),
    EQ("-eq", 5), IEQ("-ieq", 5), CEQ("-ceq", 5), NE("-ne", 5), INE("-ine", 5), CNE("-cne", 5),
    GE("-ge", 5), IGE("-ige", 5), CGE("-cge", 5), GT("-gt", 5), IGT("-igt", 5), CGT("-cgt", 5),
    LE("-le", 5), ILE("-ile", 5), CLE("-cle", 5), LT("-lt", 5), ILT("-ilt", 5), CLT("-clt", 5),
    LIKE("-like", 5), ILIKE("-ilike", 5), CLIKE("-clike", 5), NOTLIKE("-notlike", 5), INOTLIKE("-inotlike", 5), CNOTLIKE("-cnotlike", 5),
    MATCH("-match", 5), IMATCH("-imatch", 5), CMATCH("-cmatch", 5), NOTMATCH("-notmatch", 5), INOTMATCH("-inotmatch", 5), CNOTMATCH("-cnotmatch", 5),
    REPLACE("-replace", 5), IREPLACE("-ireplace", 5), CREPLACE("-creplace", 5),
    CONTAINS("-contains", 5), ICONTAINS("-icontains", 5), CCONTAINS("-ccontains", 5),
    NOTCONTAINS("-notcontains", 5), INOTCONTAINS("-inotcontains", 5), CNOTCONTAINS("-cnotcontains", 5),
    IN("-in", 5), IIN("-iin", 5), CIN("-cin", 5), NOTIN("-notin", 5), INOTIN("-inotin", 5), CNOTIN("-cnotin", 5),
    SPLIT("-split", 5), ISPLIT("-isplit", 5), CSPLIT("-csplit", 5),
    COALESCE("??", 7), PLUS("+", 9), MINUS("-", 9), TIMES("*", 10), DIVIDE("/", 10), REMAINDER("%", 10), FORMAT("-f", 12), RANGE("..", 13);

    private static final Operator[][] WORDS = words();

    final String text;
    final int precedence;

    Operator(String text, int precedence) {
        this.text = text;
        this.precedence = precedence;
    }

    private static Operator[][] words() {
        Operator[][] table = new Operator[26][];
        for (int i = 0; i < table.length; i++) {
            char first = (char) ('a' + i);
            table[i] = Arrays.stream(values()).filter(o -> o.text.length() > 1 && o.text.charAt(0) == '-' && o.text.charAt(1) == first).toArray(Operator[]::new);
        }
        return table;
    }

    /** At the place. UNKNOWN is a dash and a word that is no operator. */
    static Operator at(Source source) {
        char c = source.peek();
        char d = source.peek(1);
        return switch (c) {
            case '+' -> d == '=' || d == '+' ? NONE : PLUS;
            case '*' -> d == '=' || d == '>' ? NONE : TIMES;
            case '/' -> d == '=' ? NONE : DIVIDE;
            case '%' -> d == '=' ? NONE : REMAINDER;
            case '.' -> d == '.' ? RANGE : NONE;
            case '?' -> d == '?' && source.peek(2) != '=' ? COALESCE : NONE;
            default -> Source.dash(c) ? dashed(source, d) : NONE;
        };
    }

    private static Operator dashed(Source source, char next) {
        if (next == '=' || Source.dash(next)) {
            return NONE;
        }
        if (!Source.wordStart(next)) {
            return next == '?' ? UNKNOWN : MINUS;
        }
        int end = source.at + 1;
        while (end < source.length && Source.wordPart(source.text.charAt(end)) && !Source.digit(source.text.charAt(end))) {
            end++;
        }
        int first = (next | 0x20) - 'a';
        if (first >= 0 && first < 26) {
            int length = end - source.at - 1;
            for (Operator operator : WORDS[first]) {
                if (operator.text.length() == length + 1 && source.text.regionMatches(true, source.at + 1, operator.text, 1, length)) {
                    return operator;
                }
            }
        }
        // these stand before their operand
        return source.text.regionMatches(true, source.at + 1, "not", 0, end - source.at - 1) || source.text.regionMatches(true, source.at + 1, "bnot", 0, end - source.at - 1) ? NONE : UNKNOWN;
    }
}
