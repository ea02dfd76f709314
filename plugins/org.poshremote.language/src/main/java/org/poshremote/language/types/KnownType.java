package org.poshremote.language.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A .NET type, or a class of the operating system's management, with the members that people reach for.
 *
 * @param name        whole, with namespace where it has one
 * @param base        short name
 * @param description one sentence, or empty
 */
public record KnownType(String name, Optional<String> base, boolean isEnum, String description, List<KnownMember> own) {
    public KnownType {
        own = List.copyOf(own);
    }

    /** Behind the last dot or plus. */
    public String shortName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('+')) + 1);
    }

    public String namespace() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** Its own and inherited ones; those that every object has come last. */
    public List<KnownMember> members() {
        List<KnownMember> all = new ArrayList<>(own);
        Set<String> seen = new LinkedHashSet<>(Set.of(shortName()));
        Optional<KnownType> above = base.flatMap(TypeTable::find);
        while (above.isPresent() && seen.add(above.get().shortName())) {
            above.get().own().stream().filter(member -> member.kind() != KnownMember.Kind.CONSTRUCTOR).forEach(all::add);
            above = above.get().base().flatMap(TypeTable::find);
        }
        if (!isEnum && !shortName().equals("Object")) {
            TypeTable.find("Object").ifPresent(object -> object.own().stream().filter(member -> !member.isStatic() && member.kind() == KnownMember.Kind.METHOD)
                .filter(member -> all.stream().noneMatch(known -> known.name().equals(member.name()))).forEach(all::add));
        }
        return all;
    }

    /** Overloads of a method, or the one property. */
    public List<KnownMember> members(String member, boolean isStatic) {
        return members().stream().filter(each -> each.isStatic() == isStatic && each.name().equalsIgnoreCase(member)).toList();
    }
}
