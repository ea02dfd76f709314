package org.poshremote.language.knowledge;

import java.util.List;

/** One way to call a command. */
public record ParameterSet(List<Member> members) {
    /** @param positional may be written without its name, in the order of the members */
    public record Member(KnownParameter parameter, boolean mandatory, boolean positional) {
    }

    public ParameterSet {
        members = List.copyOf(members);
    }

    public List<Member> positional() {
        return members.stream().filter(Member::positional).toList();
    }
}
