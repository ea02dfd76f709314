package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.AutomaticVariables;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;

/** PowerShell's own variables are not for scripts to set. */
public final class AvoidAssignmentToAutomaticVariable extends Rule {
    private static final List<String> OTHERS = List.of("_", "allnodes", "args", "consolefilename", "event", "eventargs", "eventsubscriber", "foreach", "input", "matches",
        "myinvocation", "nestedpromptlevel", "profile", "psboundparameters", "pscmdlet", "pscommandpath", "psitem", "psscriptroot", "pssenderinfo", "pwd", "sender",
        "stacktrace", "switch", "this");

    public AvoidAssignmentToAutomaticVariable() {
        super("PSAvoidAssignmentToAutomaticVariable", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.Variable.class, variable -> {
            if (variable.splatted() || variable.path().indexOf(':') >= 0 || !assigned(on, variable)) {
                return;
            }
            String name = variable.path();
            boolean readOnly = AutomaticVariables.isReadOnly(name);
            boolean core = AutomaticVariables.isReadOnlyInCore(name);
            if (!readOnly && !core && !OTHERS.contains(Shapes.lower(name))) {
                return;
            }
            on.at(variable).text(readOnly ? "readonly" : core ? "core" : "").with(name).about(name).as(readOnly ? Severity.ERROR : Severity.WARNING).report();
        });
    }

    private static boolean assigned(Inspection on, Expression.Variable variable) {
        Node parent = on.parent().orElseThrow();
        return switch (parent) {
            case Statement.Assignment assignment -> assignment.left() == variable;
            case Statement.ForEach loop -> loop.variable() == variable;
            case Parameter parameter -> parameter.name() == variable;
            case Expression.Convert convert -> on.above(2).filter(above -> above instanceof Statement.Assignment assignment && assignment.left() == convert).isPresent();
            default -> false;
        };
    }
}
