package org.poshremote.language.types;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Statement;

/** What a value is, as far as the text lets one guess: good enough for an offer, not for a verdict. */
public sealed interface Shape {
    /** For people and for {@code [name]}. */
    String name();

    /** A type of the table. */
    record Known(KnownType type, String name) implements Shape {
    }

    /** A class or enum of a script. */
    record Declared(Statement.TypeDefinition type) implements Shape {
        @Override
        public String name() {
            return type.name();
        }
    }

    /** A literal's keys: of a hashtable, or the properties of a [pscustomobject]. */
    record Keys(String name, List<Clause.Entry> entries) implements Shape {
        public Keys {
            entries = List.copyOf(entries);
        }
    }

    /** Properties that a command such as Select-Object leaves. */
    record Properties(String name, List<String> properties) implements Shape {
        public Properties {
            properties = List.copyOf(properties);
        }
    }

    /** Several of one kind. A pipeline and a loop take them one by one; so does a member that only the elements have. */
    record Many(Optional<Shape> element) implements Shape {
        @Override
        public String name() {
            return element.map(Shape::name).orElse("object") + "[]";
        }
    }

    /** A type of which nothing else is known. */
    record Named(String name) implements Shape {
    }

    /** One of them where they are several, otherwise itself. */
    default Optional<Shape> element() {
        return switch (this) {
            case Many many -> many.element();
            case Known known when known.name().endsWith("[]") -> of(known.name().substring(0, known.name().length() - 2));
            case Named named when named.name().endsWith("[]") -> of(named.name().substring(0, named.name().length() - 2));
            case Known known when known.name().toLowerCase(java.util.Locale.ROOT).matches("(system\\.)?(collections\\.)?(generic\\.)?(list|hashset|queue|stack)\\[.+\\]") ->
                of(known.name().substring(known.name().indexOf('[') + 1, known.name().length() - 1));
            case Known known when known.type().shortName().equals("MatchCollection") -> of("Match");
            case Known known when known.type().shortName().endsWith("Dictionary") || known.type().shortName().equals("Hashtable") -> Optional.of(this);
            default -> Optional.of(this);
        };
    }

    /** By a type's name as scripts write it. */
    static Optional<Shape> of(String typeName) {
        if (typeName.isBlank() || typeName.equalsIgnoreCase("object") || typeName.equalsIgnoreCase("void")) {
            return Optional.empty();
        }
        if (typeName.endsWith("[]")) {
            return Optional.of(new Many(of(typeName.substring(0, typeName.length() - 2))));
        }
        return Optional.of(TypeTable.find(typeName).<Shape>map(type -> new Known(type, typeName)).orElse(new Named(typeName)));
    }
}
