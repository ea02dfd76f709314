package org.poshremote.language.syntax;

import java.util.List;

/**
 * A type as written between brackets.
 *
 * @param name      without generic arguments, array suffix and assembly
 * @param arguments of a generic type
 * @param suffix    array ranks as written: "", "[]", "[,]", "[][]"
 */
public record TypeName(int start, int end, String name, List<TypeName> arguments, String suffix) implements Node {
    public TypeName {
        arguments = List.copyOf(arguments);
    }

    @Override
    public List<Node> children() {
        return List.copyOf(arguments);
    }

    /** As PowerShell would print it. */
    public String text() {
        return name + (arguments.isEmpty() ? "" : "[" + String.join(",", arguments.stream().map(TypeName::text).toList()) + "]") + suffix;
    }
}
