package org.poshremote.language.syntax.internal;

/** Words that begin a statement of their own (about_Reserved_Words). */
enum Keyword {
    NONE(false), IF, ELSEIF(false), ELSE(false), SWITCH, WHILE, DO, UNTIL(false), FOR, FOREACH, TRY, CATCH(false), TRAP, FUNCTION, FILTER, WORKFLOW, CONFIGURATION(false), CLASS(false),
    ENUM(false), INTERFACE(false), DATA, RETURN, THROW, EXIT, BREAK, CONTINUE, PARALLEL, SEQUENCE, USING, FROM, DEFINE, VAR;

    private static final int LONGEST = "configuration".length();
    private static final Keyword[][] BY_FIRST = byFirst();

    /** Attributes before it are a mistake. */
    final boolean withoutAttributes;
    final String text = name().toLowerCase(java.util.Locale.ROOT);

    Keyword() {
        this(true);
    }

    Keyword(boolean withoutAttributes) {
        this.withoutAttributes = withoutAttributes;
    }

    private static Keyword[][] byFirst() {
        Keyword[][] table = new Keyword[26][];
        for (int i = 0; i < table.length; i++) {
            char first = (char) ('a' + i);
            table[i] = java.util.Arrays.stream(values()).filter(keyword -> keyword != NONE && keyword.text.charAt(0) == first).toArray(Keyword[]::new);
        }
        return table;
    }

    /** At the place; NONE where there is another word, or none. Nothing is consumed. */
    static Keyword at(Source source) {
        int first = (source.peek() | 0x20) - 'a';
        if (first < 0 || first >= 26) {
            return NONE;
        }
        Keyword[] candidates = BY_FIRST[first];
        if (candidates.length == 0) {
            return NONE;
        }
        int length = source.wordEnd() - source.at;
        if (length > LONGEST || !source.delimiter(source.at + length)) { // "foreach-object", "if.exe", "data\x" are commands; "if(" and "do{" are not
            return NONE;
        }
        for (Keyword keyword : candidates) {
            if (keyword.text.length() == length && source.text.regionMatches(true, source.at, keyword.text, 0, length)) {
                return keyword.isMeant(source, source.at + length) ? keyword : NONE;
            }
        }
        return NONE;
    }

    /** Some are words of older scripts too: a keyword only where its own syntax follows. */
    private boolean isMeant(Source source, int end) {
        if (this != CONFIGURATION && this != INTERFACE && this != PARALLEL && this != SEQUENCE) {
            return true;
        }
        int after = end;
        while (after < source.length && (source.text.charAt(after) == ' ' || source.text.charAt(after) == '\t')) {
            after++;
        }
        char follows = after < source.length ? source.text.charAt(after) : ' ';
        return switch (this) {
            case CONFIGURATION -> Source.wordStart(follows) || Source.singleQuote(follows) || Source.doubleQuote(follows) || follows == '$';
            case INTERFACE -> Source.wordStart(follows);
            default -> follows == '{' || follows == '\r' || follows == '\n';
        };
    }
}
