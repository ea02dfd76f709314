package org.poshremote.language.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poshremote.language.analysis.DataFile;

/** What settings say about one rule. Names in lower case; a value of another kind than is asked for counts as not given. */
public record RuleOptions(Map<String, Object> values) {
    public static final RuleOptions NONE = new RuleOptions(Map.of());

    public boolean flag(String name, boolean otherwise) {
        return values.get(key(name)) instanceof Boolean flag ? flag : otherwise;
    }

    public int number(String name, int otherwise) {
        return values.get(key(name)) instanceof Number number ? number.intValue() : otherwise;
    }

    public String word(String name, String otherwise) {
        return values.get(key(name)) instanceof String word ? word : otherwise;
    }

    /** A single string counts as a list of one. */
    public List<String> words(String name, List<String> otherwise) {
        Object value = values.get(key(name));
        return value == null ? otherwise : DataFile.strings(value);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
