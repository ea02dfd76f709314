package org.poshremote.language.workspace;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A class or an enum that a file declares.
 *
 * @param baseTypes as written, the class first
 */
public record TypeSymbol(URI file, boolean isEnum, String name, List<String> baseTypes, List<MemberSymbol> members, TextRange named, TextRange whole) {
    public TypeSymbol {
        baseTypes = List.copyOf(baseTypes);
        members = List.copyOf(members);
    }

    /** Overloads have the same name. */
    public List<MemberSymbol> members(String memberName) {
        return members.stream().filter(member -> member.name().equalsIgnoreCase(memberName)).toList();
    }

    /**
     * A property, method, constructor or value of an enum.
     *
     * @param type       of the property or what the method returns; empty where it is not written
     * @param parameters of a method
     */
    public record MemberSymbol(String name, Kind kind, boolean isStatic, boolean hidden, Optional<String> type, List<ParameterSymbol> parameters, TextRange named) {
        public enum Kind {
            PROPERTY, METHOD, CONSTRUCTOR, ENUM_VALUE
        }

        public MemberSymbol {
            parameters = List.copyOf(parameters);
        }
    }
}
