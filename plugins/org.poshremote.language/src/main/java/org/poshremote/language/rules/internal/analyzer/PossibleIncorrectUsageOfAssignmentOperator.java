package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;

/** An equals sign assigns. */
public final class PossibleIncorrectUsageOfAssignmentOperator extends Rule {
    public PossibleIncorrectUsageOfAssignmentOperator() {
        super("PSPossibleIncorrectUsageOfAssignmentOperator", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Clause.IfBranch.class, branch -> condition(on, branch.condition()));
        on.each(Statement.While.class, loop -> condition(on, loop.condition()));
        on.each(Statement.Do.class, loop -> condition(on, loop.condition()));
    }

    private static void condition(Inspection on, Statement condition) {
        if (!(condition instanceof Statement.Assignment assignment) || !assignment.operator().equals("=")) {
            return;
        }
        int sign = on.text().indexOf('=', assignment.left().end());
        if (on.text().startsWith("=", assignment.right().start())) {
            compare(on, on.at(assignment).text("double"), sign, assignment.right().start() + 1);
            return;
        }
        // a command or a call on the right is assigned on purpose
        boolean meant = Shapes.any(assignment.right(), node -> node instanceof Command || node instanceof Expression.Invoke);
        if (!meant) {
            compare(on, on.at(assignment), sign, sign + 1);
        }
    }

    private static void compare(Inspection on, Inspection.Report report, int start, int end) {
        String before = Character.isWhitespace(on.text().charAt(start - 1)) ? "" : " ";
        String after = end < on.text().length() && Character.isWhitespace(on.text().charAt(end)) ? "" : " ";
        report.fix(start, end, before + "-eq" + after).report();
    }
}
