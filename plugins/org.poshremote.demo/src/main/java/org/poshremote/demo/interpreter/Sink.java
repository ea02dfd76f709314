package org.poshremote.demo.interpreter;

import java.util.List;

/** Where a pipeline's output goes, object by object. */
@FunctionalInterface
interface Sink {
    void write(Object value);

    Sink NOWHERE = value -> { };

    static Sink into(List<Object> list) {
        return list::add;
    }

    /** Each element of a collection by itself, as a pipeline passes it on; null counts as a value. */
    default void enumerate(Object value) {
        if (Values.enumerable(value)) {
            Values.list(value).forEach(this::write);
        } else {
            write(value);
        }
    }
}
