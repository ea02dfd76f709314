package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.analysis.AutomaticVariables;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.ScriptBlock;

/** A parameter that nothing reads does nothing. */
public final class ReviewUnusedParameter extends Rule {
    public ReviewUnusedParameter() {
        super("PSReviewUnusedParameter", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.atEnd(() -> scope(on, on.model().root()));
    }

    private static void scope(Inspection on, Scope scope) {
        scope.children().forEach(child -> scope(on, child));
        if (scope.kind() == Scope.Kind.METHOD || scope.variables().stream().noneMatch(symbol -> symbol.parameter().isPresent()) || takesAll(scope.body())) {
            return;
        }
        for (VariableSymbol symbol : scope.variables()) {
            boolean read = symbol.uses().stream().anyMatch(use -> use.access() != VariableUse.Access.PARAMETER);
            symbol.parameter().filter(parameter -> !read && !AutomaticVariables.isAutomatic(symbol.name()) && !AutomaticVariables.isPreference(symbol.name())).ifPresent(parameter -> on.at(parameter.name()).with(symbol.name()).about(symbol.name()).report());
        }
    }

    private static boolean takesAll(ScriptBlock body) {
        return Shapes.any(body, node -> node instanceof Expression.Variable variable && (variable.path().equalsIgnoreCase("PSBoundParameters")
            || variable.path().equalsIgnoreCase("MyInvocation")));
    }
}
