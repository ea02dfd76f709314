package org.poshremote.demo.interpreter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A hashtable: string keys compare without regard to case; the order of insertion is kept. */
final class PsHashtable {
    private final Map<Object, Object> values = new LinkedHashMap<>();
    private final Map<Object, Object> keys = new LinkedHashMap<>();

    private static Object folded(Object key) {
        return key instanceof String text ? text.toLowerCase(Locale.ROOT) : key instanceof Character c ? String.valueOf(c).toLowerCase(Locale.ROOT) : key;
    }

    Object get(Object key) {
        Object own = keys.get(folded(key));
        return own == null ? null : values.get(own);
    }

    boolean has(Object key) {
        return keys.containsKey(folded(key));
    }

    void put(Object key, Object value) {
        values.put(keys.computeIfAbsent(folded(key), k -> key), value);
    }

    void remove(Object key) {
        Object own = keys.remove(folded(key));
        if (own != null) {
            values.remove(own);
        }
    }

    Map<Object, Object> entries() {
        return values;
    }
}
