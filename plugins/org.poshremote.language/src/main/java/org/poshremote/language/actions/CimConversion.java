package org.poshremote.language.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;

/**
 * The CIM command that does what a WMI command does, where only names change. What it returns has the same properties but no methods,
 * so that a call whose result's methods are called is left alone.
 */
final class CimConversion {
    private static final String RULE = "PSAvoidUsingWMICmdlet";
    /** Parameters by those of the WMI command, in lower case; others have no counterpart or mean something else. */
    private static final Map<String, Map<String, String>> PARAMETERS = Map.of(
        "Get-WmiObject", Map.of("Class", "ClassName", "Filter", "Filter", "ComputerName", "ComputerName", "Namespace", "Namespace", "Property", "Property", "Query", "Query"),
        "Invoke-WmiMethod", Map.of("Class", "ClassName", "Name", "MethodName", "ComputerName", "ComputerName", "Namespace", "Namespace"));
    private static final Map<String, String> COMMANDS = Map.of("Get-WmiObject", "Get-CimInstance", "Invoke-WmiMethod", "Invoke-CimMethod");
    /** In the order in which Get-WmiObject takes words without a name. */
    private static final List<String> POSITIONAL = List.of("Class", "Property");

    private CimConversion() {
    }

    static Optional<ScriptAction> of(ScriptModel model, Command command, List<Node> around) {
        Optional<String> wmi = Knowledge.resolve(command.name()).map(known -> known.name()).filter(COMMANDS::containsKey);
        if (wmi.isEmpty() || !model.callerOf(command).function(command.name()).isEmpty() || callsMethods(model, around)) {
            return Optional.empty();
        }
        Optional<Arguments> arguments = Knowledge.command(wmi.get()).flatMap(known -> Arguments.of(command, new CallShape.OfKnown(known)));
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        String cim = COMMANDS.get(wmi.get());
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(command.elements().get(0).start(), command.elements().get(0).end(), cim));
        Map<String, String> names = PARAMETERS.get(wmi.get());
        for (Arguments.Named each : arguments.get().named()) {
            String name = names.get(each.name());
            if (name == null) {
                return Optional.empty();
            }
            if (!each.name().equals(name)) {
                int start = each.written().start() + 1;
                edits.add(new Edit(start, start + each.written().name().length(), name));
            }
        }
        boolean positions = wmi.get().equals("Get-WmiObject") && arguments.get().named().stream().noneMatch(each -> POSITIONAL.contains(each.name())) && arguments.get().positional().size() <= 2;
        if (!arguments.get().positional().isEmpty() && !positions) {
            return Optional.empty();
        }
        if (arguments.get().positional().size() == 2) {
            int start = arguments.get().positional().get(1).start();
            edits.add(new Edit(start, start, "-Property "));
        }
        return Optional.of(new ScriptAction("Use " + cim + " instead of " + command.name(), ScriptAction.Kind.FIX, RULE, edits));
    }

    /** On the call itself, or on the variable that takes what it gives. */
    private static boolean callsMethods(ScriptModel model, List<Node> around) {
        for (int i = around.size() - 1; i >= 0; i--) {
            switch (around.get(i)) {
                case Expression.Invoke invoke -> {
                    return true;
                }
                case Statement.Assignment assignment -> {
                    return assignment.left() instanceof Expression.Variable variable && model.symbolOf(variable).filter(symbol -> isInvoked(model, symbol)).isPresent();
                }
                // what is piped on may be asked for anything
                case Statement.Pipeline pipeline when pipeline.elements().size() > 1 && holdsInvoke(pipeline) -> {
                    return true;
                }
                case Statement.Function function -> {
                    return false;
                }
                default -> { }
            }
        }
        return false;
    }

    private static boolean isInvoked(ScriptModel model, VariableSymbol symbol) {
        List<Expression> uses = symbol.uses().stream().map(VariableUse::node).toList();
        return invokes(model.script().root(), uses);
    }

    private static boolean invokes(Node node, List<Expression> targets) {
        return node instanceof Expression.Invoke invoke && holds(invoke.target(), targets) || node.children().stream().anyMatch(child -> invokes(child, targets));
    }

    private static boolean holds(Node node, List<Expression> targets) {
        return targets.stream().anyMatch(target -> target == node) || node.children().stream().anyMatch(child -> holds(child, targets));
    }

    private static boolean holdsInvoke(Node node) {
        return node instanceof Expression.Invoke || node.children().stream().anyMatch(CimConversion::holdsInvoke);
    }
}
