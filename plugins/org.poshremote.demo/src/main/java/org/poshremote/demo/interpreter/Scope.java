package org.poshremote.demo.interpreter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Variables and functions of one level; names compare without regard to case. */
final class Scope {
    private final Scope parent;
    private final boolean script;
    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, FunctionValue> functions = new HashMap<>();

    /** @param script whether $script: means this one */
    Scope(Scope parent, boolean script) {
        this.parent = parent;
        this.script = script;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Optional<Scope> parent() {
        return Optional.ofNullable(parent);
    }

    Scope global() {
        return parent == null ? this : parent.global();
    }

    Scope script() {
        return script || parent == null ? this : parent.script();
    }

    /** The scope that has the variable, this one or one above; null where none has. */
    private Scope holder(String name) {
        String key = folded(name);
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.variables.containsKey(key)) {
                return scope;
            }
        }
        return null;
    }

    boolean has(String name) {
        return holder(name) != null;
    }

    Object get(String name) {
        Scope holder = holder(name);
        return holder == null ? null : holder.variables.get(folded(name));
    }

    void set(String name, Object value) {
        variables.put(folded(name), value);
    }

    void remove(String name) {
        variables.remove(folded(name));
    }

    Map<String, Object> variables() {
        return variables;
    }

    FunctionValue function(String name) {
        String key = folded(name);
        for (Scope scope = this; scope != null; scope = scope.parent) {
            FunctionValue found = scope.functions.get(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    void define(FunctionValue function) {
        functions.put(folded(function.name()), function);
    }
}
