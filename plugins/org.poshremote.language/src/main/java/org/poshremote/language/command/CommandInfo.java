package org.poshremote.language.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.CommentHelp;

/**
 * What is known of a command: a function of a script, one that comes with PowerShell or Windows, or one that the node has.
 *
 * @param module     for people: the module or file that it comes from; empty for the script itself
 * @param synopsis   one sentence
 * @param parameters its own ones, without those that every command has
 * @param common     whether it has the common parameters
 * @param sets       the ways to call it; at least one
 * @param missing    the target does not have it
 * @param where      the PowerShells that have it, in words; empty where that is not known
 */
public record CommandInfo(String name, Kind kind, String module, Optional<String> synopsis, List<ParameterInfo> parameters, List<Member.Set> sets, boolean common, boolean missing,
        String where, Optional<CommentHelp> help) {
    public enum Kind {
        FUNCTION, KNOWN, OF_NODE
    }

    /** A parameter in one way to call a command. */
    public record Member(ParameterInfo parameter, boolean mandatory, boolean positional) {
        /** One way to call a command; positional members are in the order of their positions. */
        public record Set(String name, List<Member> members) {
            public Set {
                members = List.copyOf(members);
            }

            public List<Member> positional() {
                return members.stream().filter(Member::positional).toList();
            }

            boolean has(ParameterInfo parameter) {
                return parameter.common() || members.stream().anyMatch(member -> member.parameter().name().equals(parameter.name()));
            }
        }
    }

    public CommandInfo {
        parameters = List.copyOf(parameters);
        sets = List.copyOf(sets);
    }

    /** Its own and those that every command has. */
    public List<ParameterInfo> allParameters() {
        List<ParameterInfo> all = new ArrayList<>(parameters);
        if (common) {
            CommonParameters.all().stream().filter(each -> parameters.stream().noneMatch(own -> own.name().equalsIgnoreCase(each.name()))).forEach(all::add);
        }
        return all;
    }

    /** @param written in any case: a name, an alias, or a beginning that can mean only one */
    public Optional<ParameterInfo> parameter(String written) {
        List<ParameterInfo> all = allParameters();
        Optional<ParameterInfo> exact = all.stream().filter(each -> each.isNamed(written)).findFirst();
        if (exact.isPresent() || written.isEmpty()) {
            return exact;
        }
        List<ParameterInfo> beginning = all.stream().filter(each -> each.startsWith(written)).toList();
        return beginning.size() == 1 ? Optional.of(beginning.get(0)) : Optional.empty();
    }

    /** Whether some way to call it needs the parameter. */
    public boolean needs(ParameterInfo parameter) {
        return sets.stream().flatMap(set -> set.members().stream()).anyMatch(member -> member.mandatory() && member.parameter().name().equals(parameter.name()));
    }
}
