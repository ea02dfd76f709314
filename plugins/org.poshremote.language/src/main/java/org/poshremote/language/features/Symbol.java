package org.poshremote.language.features;

import java.util.List;

/**
 * Something that a script declares.
 *
 * @param whole the declaration
 * @param named its name
 */
public record Symbol(String name, Kind kind, Span whole, Span named, List<Symbol> children) {
    public enum Kind {
        FUNCTION, CLASS, ENUM, ENUM_VALUE, PROPERTY, METHOD, CONFIGURATION, PARAMETER
    }

    public Symbol {
        children = List.copyOf(children);
    }
}
