package org.poshremote.core.diagnose;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All evidence of a diagnosis so far: for each key the values that were seen, folded to lower case. Immutable. */
public final class Facts {
    public static final Facts NONE = new Facts(Map.of());

    private final Map<String, Set<String>> values;

    private Facts(Map<String, Set<String>> values) {
        this.values = values;
    }

    public static Facts of(Evidence... evidence) {
        return NONE.with(List.of(evidence));
    }

    public Facts with(Collection<Evidence> more) {
        Map<String, Set<String>> joined = new HashMap<>();
        values.forEach((key, seen) -> joined.put(key, new HashSet<>(seen)));
        more.forEach(evidence -> joined.computeIfAbsent(evidence.key(), key -> new HashSet<>()).add(evidence.folded()));
        return new Facts(joined);
    }

    public Set<String> values(String key) {
        return Collections.unmodifiableSet(values.getOrDefault(key, Set.of()));
    }

    public boolean has(String key, String value) {
        return values(key).contains(value);
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }
}
