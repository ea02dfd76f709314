package org.poshremote.language.rules.internal.remote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/** The node cannot sign in elsewhere with credentials that it does not have. */
public final class RemoteSecondHop extends Rule {
    private static final Set<String> REACHING = Set.of("invoke-command", "icm", "new-pssession", "nsn", "enter-pssession", "etsn", "get-wmiobject", "gwmi", "get-ciminstance", "gcim",
        "new-cimsession", "get-service", "get-process", "restart-computer", "stop-computer", "get-eventlog", "get-winevent", "invoke-wmimethod", "invoke-cimmethod", "add-computer");

    private static final Set<String> LOCAL = Set.of(".", "localhost", "127.0.0.1", "::1");

    /** They take a path as text, or a pattern, and go nowhere. */
    private static final Set<String> OF_NAMES = Set.of("join-path", "split-path", "should", "write-host", "write-output", "write-verbose", "write-warning", "write-error", "write-debug");

    public RemoteSecondHop() {
        super("PoshRemoteSecondHop", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.target().delegates().orElse(false)) {
            return;
        }
        on.each(Command.class, command -> {
            if (Commands.hasParameter(command, "Credential", "cred") || Commands.isSplatted(command)) {
                return;
            }
            for (CommandElement element : OF_NAMES.contains(Shapes.lower(command.name())) ? List.<CommandElement>of() : command.elements()) {
                if (element instanceof Expression word && isShare(word)) {
                    on.report(word, Shapes.source(on.text(), word));
                }
            }
            if (REACHING.contains(Shapes.lower(command.name()))) {
                Commands.parameter(command, "ComputerName", "comp").filter(parameter -> !isLocal(Commands.valueOf(command, parameter)))
                    .ifPresent(parameter -> on.report(parameter, command.name() + " -ComputerName"));
            }
        });
    }

    private static boolean isShare(Expression word) {
        String text = switch (word) {
            case Expression.StringConstant constant -> constant.value();
            case Expression.ExpandableString string -> string.parts().get(0).constantText().orElse("");
            default -> "";
        };
        // two backslashes, the name of a machine, a backslash; \\.\ and \\?\ are devices here
        if (word instanceof Expression.ExpandableString string && string.parts().size() > 1 && Shapes.isVariable(string.parts().get(1), "env:COMPUTERNAME")) {
            return false;
        }
        return text.length() > 4 && text.startsWith("\\\\") && Character.isLetterOrDigit(text.charAt(2)) && text.indexOf('\\', 3) > 0 && !text.toLowerCase(Locale.ROOT).startsWith("\\\\localhost\\")
            || word instanceof Expression.ExpandableString string && text.equals("\\\\") && string.parts().size() > 1;
    }

    private static boolean isLocal(Optional<Expression> value) {
        return value.flatMap(Expression::constantText).filter(name -> LOCAL.contains(name.toLowerCase(Locale.ROOT))).isPresent()
            || value.filter(name -> Shapes.isVariable(name, "env:COMPUTERNAME")).isPresent();
    }
}
