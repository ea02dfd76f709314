package org.poshremote.demo.interpreter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An object with named properties, as cmdlets give them. Names compare without regard to case and keep their order. */
final class PsObject {
    private final String typeName;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    PsObject(String typeName) {
        this.typeName = typeName;
    }

    static PsObject of(String typeName, Object... namesAndValues) {
        PsObject object = new PsObject(typeName);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    String typeName() {
        return typeName;
    }

    Map<String, Object> properties() {
        return properties;
    }

    boolean has(String name) {
        return names.containsKey(name.toLowerCase(Locale.ROOT));
    }

    Object get(String name) {
        String own = names.get(name.toLowerCase(Locale.ROOT));
        return own == null ? null : properties.get(own);
    }

    void set(String name, Object value) {
        properties.put(names.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> name), value);
    }
}
