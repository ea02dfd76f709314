package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.AutomaticVariables;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** A variable that nobody reads is a mistake or a left-over. */
public final class UseDeclaredVarsMoreThanAssignments extends Rule {
    public UseDeclaredVarsMoreThanAssignments() {
        super("PSUseDeclaredVarsMoreThanAssignments", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.atEnd(() -> scope(on, on.model().root()));
    }

    private static void scope(Inspection on, Scope scope) {
        for (VariableSymbol symbol : scope.variables()) {
            List<VariableUse> uses = symbol.uses();
            if (symbol.parameter().isPresent() || uses.isEmpty() || uses.stream().anyMatch(use -> use.access().reads() || use.node() instanceof Expression.Variable variable
                && !variable.qualifier().isEmpty())) {
                continue;
            }
            if (AutomaticVariables.isAutomatic(symbol.name()) || AutomaticVariables.isPreference(symbol.name())) {
                continue;
            }
            // loops, data sections and -OutVariable are not assignments, and of several at once one may be there for its place only
            uses.stream().filter(use -> use.writer().orElse(null) instanceof Statement.Assignment assignment && assignment.operator().equals("=")
                    && !(assignment.left() instanceof Expression.ArrayLiteral)).findFirst()
                .filter(use -> uses.stream().noneMatch(other -> other.access() == VariableUse.Access.UPDATE && other.writer().orElse(null) instanceof Expression.Unary))
                .ifPresent(use -> on.at(use.start(), use.end()).with(symbol.name()).about(symbol.name()).report());
        }
        scope.children().forEach(child -> scope(on, child));
    }
}
