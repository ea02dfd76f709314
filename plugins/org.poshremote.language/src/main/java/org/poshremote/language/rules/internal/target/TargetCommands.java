package org.poshremote.language.rules.internal.target;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.knowledge.Edition;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.knowledge.KnownParameter;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.Presence;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.TargetFacts;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;

/** What the target has, by what it said itself, otherwise by what its version comes with. */
public final class TargetCommands {
    private static final Set<String> VERSION_VARIABLES = Set.of("psversiontable", "psedition", "iscoreclr", "iswindows", "islinux", "ismacos");

    /** Whether a command is there, and how sure that is. */
    public enum Finding {
        THERE("", Severity.INFORMATION), MISSING("", Severity.ERROR), NOT_WHEN_ASKED("unknown", Severity.WARNING), NOT_ON_NANO("nano", Severity.ERROR), ALIAS("alias", Severity.WARNING);

        private final String text;
        private final Severity severity;

        Finding(String text, Severity severity) {
            this.text = text;
            this.severity = severity;
        }

        String text() {
            return text;
        }

        Severity severity() {
            return severity;
        }
    }

    private TargetCommands() {
    }

    /** Nothing is known of the target, or the script is not meant for it anyway. */
    static boolean silent(Inspection on) {
        TargetFacts target = on.target();
        return target.version().isEmpty() && target.commands().isEmpty()
            || target.version().isPresent() && on.requirements().version().filter(needed -> needed.compareTo(target.version().get()) > 0).isPresent();
    }

    private static Optional<Edition> edition(TargetFacts target) {
        return target.version().flatMap(version -> Edition.of(version.major(), target.desktop().orElse(version.major() < 6), target.windows().orElse(true)));
    }

    static Finding command(Inspection on, String name, Optional<KnownCommand> known) {
        return command(on.target(), name, known);
    }

    /** @param known what the name stands for, where that comes with PowerShell or Windows */
    public static Finding command(TargetFacts target, String name, Optional<KnownCommand> known) {
        String key = known.map(KnownCommand::name).orElse(name).toLowerCase(Locale.ROOT);
        if (target.commands().isPresent()) {
            Map<String, Set<String>> commands = target.commands().get();
            boolean there = commands.containsKey(key) || commands.containsKey(name.toLowerCase(Locale.ROOT)) || Shapes.verb(key).isEmpty() || key.indexOf('.') >= 0;
            return there ? Finding.THERE : Finding.NOT_WHEN_ASKED;
        }
        if (target.isNano()) {
            return NanoServer.lacks(key, target.profile()) ? Finding.NOT_ON_NANO : Finding.THERE;
        }
        int minor = target.version().map(version -> version.minor()).orElse(0);
        Optional<Edition> edition = edition(target);
        // what that module has besides its commands is for itself, and others have functions of the same names
        if (edition.isEmpty() || known.isEmpty() || known.get().module().equals("PSDesiredStateConfiguration")) {
            return Finding.THERE;
        }
        if (known.get().presence().in(edition.get(), minor) == Presence.Verdict.ABSENT) {
            return Finding.MISSING;
        }
        boolean alias = !known.get().name().equalsIgnoreCase(name)
            && Knowledge.aliasPresence(name).filter(presence -> presence.in(edition.get(), minor) == Presence.Verdict.ABSENT).isPresent();
        return alias ? Finding.ALIAS : Finding.THERE;
    }

    static boolean isMissing(Inspection on, KnownCommand command, String written, Optional<KnownParameter> known) {
        return isMissing(on.target(), command, written, known);
    }

    /** Whether the target's command has no such parameter. */
    public static boolean isMissing(TargetFacts target, KnownCommand command, String written, Optional<KnownParameter> known) {
        if (target.commands().isPresent()) {
            Set<String> parameters = target.commands().get().getOrDefault(command.name().toLowerCase(Locale.ROOT), Set.of());
            String key = written.toLowerCase(Locale.ROOT);
            boolean common = Knowledge.commonParameters().stream().anyMatch(parameter -> parameter.name().toLowerCase(Locale.ROOT).startsWith(key));
            // a parameter that is known by an alias is none that is missing
            return !parameters.isEmpty() && known.isPresent() && !common && parameters.stream().noneMatch(parameter -> parameter.startsWith(key));
        }
        int minor = target.version().map(version -> version.minor()).orElse(0);
        return known.isPresent() && edition(target).filter(edition -> known.get().presence().in(edition, minor) == Presence.Verdict.ABSENT).isPresent();
    }

    /** Whether an "if" around asks for a command or for the version. */
    static boolean guarded(Inspection on) {
        int steps = 1;
        Optional<Node> above = on.above(steps);
        while (above.isPresent()) {
            if (above.get() instanceof Clause.IfBranch branch && asks(branch.condition())
                || above.get() instanceof Statement.If choice && choice.branches().stream().anyMatch(branch -> asks(branch.condition()))) {
                return true;
            }
            steps++;
            above = on.above(steps);
        }
        return false;
    }

    private static boolean asks(Node condition) {
        return Shapes.any(condition, node -> node instanceof Command command && (command.name().equalsIgnoreCase("Get-Command") || command.name().equalsIgnoreCase("gcm"))
            || node instanceof Expression.Variable variable && VERSION_VARIABLES.contains(variable.name().toLowerCase(Locale.ROOT)));
    }
}
