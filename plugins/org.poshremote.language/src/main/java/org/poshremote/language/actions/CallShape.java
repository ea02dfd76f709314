package org.poshremote.language.actions;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.knowledge.KnownParameter;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.workspace.CommandNames;
import org.poshremote.language.workspace.FunctionSymbol;
import org.poshremote.language.workspace.ParameterSymbol;
import org.poshremote.language.workspace.WorkspaceIndex;

/** What is known of the parameters of a command that is called; of one that is not known, nothing is guessed. */
sealed interface CallShape {
    /** By its name or a beginning that only one has. */
    Optional<Taken> parameter(String written);

    /** @param name whole */
    record Taken(String name, boolean isSwitch) {
    }

    static Optional<CallShape> of(ScriptModel model, WorkspaceIndex index, URI file, Command command) {
        String name = CommandNames.called(command);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Scope scope = model.callerOf(command);
        boolean local = !scope.function(name).isEmpty() && !model.root().functions().containsAll(scope.function(name));
        List<FunctionSymbol> declared = local ? index.file(file).stream().flatMap(symbols -> symbols.functions().stream()).filter(symbol -> symbol.name().equalsIgnoreCase(name)).toList()
            : index.functionsSeenFrom(file, name);
        if (!declared.isEmpty()) {
            return declared.size() == 1 ? Optional.of(new OfFunction(declared.get(0))) : Optional.empty();
        }
        return Knowledge.resolve(name).map(OfKnown::new);
    }

    record OfFunction(FunctionSymbol function) implements CallShape {
        @Override
        public Optional<Taken> parameter(String written) {
            Optional<ParameterSymbol> declared = function.parameter(written);
            return declared.isPresent() || !function.advanced() ? declared.map(parameter -> new Taken(parameter.name(), parameter.isSwitch()))
                : Knowledge.commonParameters().stream().filter(common -> common.name().equalsIgnoreCase(written)).findFirst().map(OfKnown::taken);
        }
    }

    record OfKnown(KnownCommand command) implements CallShape {
        @Override
        public Optional<Taken> parameter(String written) {
            return command.parameter(written, Knowledge.commonParameters()).map(OfKnown::taken);
        }

        private static Taken taken(KnownParameter parameter) {
            return new Taken(parameter.name(), parameter.isSwitch());
        }
    }
}
