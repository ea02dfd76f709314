package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command with its arguments bound.
 *
 * @param piped    whether it gets input from a pipeline
 * @param position where it is called, as errors show it
 */
record Call(String name, Map<String, Object> named, List<Object> rest, Sink out, boolean piped, String position) {
    boolean has(String parameter) {
        return named.containsKey(parameter.toLowerCase(Locale.ROOT));
    }

    Object get(String parameter) {
        return named.get(parameter.toLowerCase(Locale.ROOT));
    }

    String text(String parameter) {
        return Values.text(get(parameter));
    }

    String text(String parameter, String otherwise) {
        return has(parameter) ? text(parameter) : otherwise;
    }

    boolean is(String parameter) {
        return has(parameter) && Values.truth(get(parameter));
    }

    int number(String parameter, int otherwise) {
        return has(parameter) ? Values.integer(get(parameter)) : otherwise;
    }

    List<Object> list(String parameter) {
        return Values.list(get(parameter));
    }

    String errorAction() {
        return text("ErrorAction", "");
    }

    static Call of(String name, Sink out, boolean piped, String position) {
        return new Call(name, new TreeMap<>(), new ArrayList<>(), out, piped, position);
    }
}
