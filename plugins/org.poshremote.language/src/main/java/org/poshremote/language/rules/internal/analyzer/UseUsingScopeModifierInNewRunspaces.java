package org.poshremote.language.rules.internal.analyzer;

import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.language.analysis.AutomaticVariables;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/** A block that runs elsewhere does not see the variables around it. */
public final class UseUsingScopeModifierInNewRunspaces extends Rule {
    public UseUsingScopeModifierInNewRunspaces() {
        super("PSUseUsingScopeModifierInNewRunspaces", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.Variable.class, variable -> {
            if (on.model().placeOf(variable).kind() == Scope.Kind.SCRIPT || !variable.qualifier().isEmpty() || AutomaticVariables.isAutomatic(variable.path()) || AutomaticVariables.isPreference(variable.path())) {
                return;
            }
            Optional<Scope> elsewhere = elsewhere(on.model().placeOf(variable));
            if (elsewhere.isEmpty() || on.model().symbolOf(variable).filter(VariableSymbol::isAssigned).isPresent() || !runsElsewhere(on, elsewhere.get())) {
                return;
            }
            boolean around = elsewhere.get().parent().flatMap(scope -> on.model().variableAt(variable.path(), scope.node() == on.script().root() ? -1 : elsewhere.get().node().start()))
                .filter(VariableSymbol::isAssigned).isPresent();
            if (around) {
                Inspection.Report report = on.at(variable).with(variable.path()).about(variable.path());
                if (!variable.splatted() && on.text().charAt(variable.start()) == '$' && on.text().charAt(variable.start() + 1) != '{') {
                    report.fix(variable.start(), variable.start() + 1, "$using:");
                }
                report.report();
            }
        });
    }

    private static Optional<Scope> elsewhere(Scope place) {
        Optional<Scope> at = Optional.of(place);
        while (at.isPresent() && at.get().kind() != Scope.Kind.REMOTE) {
            at = at.get().parent();
        }
        return at;
    }

    /** Invoke-Command without a machine or session runs here. */
    private static boolean runsElsewhere(Inspection on, Scope block) {
        for (ScriptModel.Call call : on.model().calls()) {
            Command command = call.command();
            if (command.start() <= block.node().start() && block.node().end() <= command.end()
                && (command.name().equalsIgnoreCase("Invoke-Command") || command.name().equalsIgnoreCase("icm")) && Commands.argument(command, "ScriptBlock", 0).filter(value -> value == block.node()).isPresent()) {
                return Stream.of("ComputerName", "Session", "VMName", "VMId", "ContainerId", "HostName", "SSHConnection", "ConnectionUri").anyMatch(name -> Commands.hasParameter(command, name, name.substring(0, 2)))
                    && !Commands.hasParameter(command, "Session", "se");
            }
        }
        return true;
    }
}
