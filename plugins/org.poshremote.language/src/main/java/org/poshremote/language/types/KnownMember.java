package org.poshremote.language.types;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A property, method or constructor of a type; each overload is one of its own.
 *
 * @param type        what it gives, by the short name that PowerShell or .NET has for it
 * @param parameters  of a method or constructor
 * @param description one sentence, or empty
 */
public record KnownMember(String name, Kind kind, boolean isStatic, String type, List<Parameter> parameters, String description) {
    public enum Kind {
        PROPERTY, METHOD, CONSTRUCTOR, ENUM_VALUE
    }

    public record Parameter(String name, String type) {
    }

    public KnownMember {
        parameters = List.copyOf(parameters);
    }

    public boolean isCalled() {
        return kind == Kind.METHOD || kind == Kind.CONSTRUCTOR;
    }

    /** As PowerShell shows definitions: {@code bool Contains(string value)}. */
    public String signature() {
        String gives = type.isEmpty() ? "" : type + " ";
        return isCalled() ? gives + name + parameters.stream().map(each -> (each.type() + " " + each.name()).strip()).collect(Collectors.joining(", ", "(", ")")) : gives + name;
    }
}
