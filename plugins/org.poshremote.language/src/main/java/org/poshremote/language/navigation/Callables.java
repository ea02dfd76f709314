package org.poshremote.language.navigation;

import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.Paths;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.workspace.CommandNames;
import org.poshremote.language.workspace.FileSymbols;
import org.poshremote.language.workspace.FunctionSymbol;
import org.poshremote.language.workspace.ParameterSymbol;
import org.poshremote.language.workspace.Visibility;
import org.poshremote.language.workspace.WorkspaceIndex;

/** Which function or script a declaration is and a call means, and which of its parameters a word is. */
final class Callables {
    private final URI file;
    private final ScriptModel model;
    private final WorkspaceIndex index;
    private final Set<Statement.Function> seenElsewhere;
    private final Map<Statement.Function, Entity.Function> entities = new IdentityHashMap<>();

    Callables(URI file, ScriptModel model, WorkspaceIndex index) {
        this.file = file;
        this.model = model;
        this.index = index;
        this.seenElsewhere = Collections.newSetFromMap(new IdentityHashMap<>());
        seenElsewhere.addAll(model.root().functions());
    }

    static String unqualified(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    Entity.Function of(Statement.Function function) {
        return entities.computeIfAbsent(function, key -> {
            String name = unqualified(function.name());
            if (seenElsewhere.contains(function)) {
                return new Entity.Function(Mentions.key(name), -1);
            }
            Scope around = model.scopeOf(function).flatMap(Scope::parent).orElse(model.root());
            List<Statement.Function> declared = around.function(name);
            return new Entity.Function(Mentions.key(name), (declared.isEmpty() ? function : declared.get(0)).nameStart());
        });
    }

    /** What a name means where it is called. */
    Entity.Function called(String name, Scope scope) {
        List<Statement.Function> declared = scope.function(name);
        return declared.isEmpty() ? new Entity.Function(Mentions.key(name), -1) : of(declared.get(0));
    }

    /** What a command calls; empty where its name is not written out. */
    Optional<Entity.Callable> called(Command command) {
        String name = CommandNames.called(command);
        if (!name.isEmpty()) {
            return Optional.of(called(name, model.callerOf(command)));
        }
        return script(command).map(Entity.ScriptFile::new);
    }

    /** The script that is called by a path. */
    private Optional<URI> script(Command command) {
        if (command.elements().isEmpty()) {
            return Optional.empty();
        }
        return Paths.localPath(command.elements().get(0)).flatMap(path -> Visibility.beside(index, file, path));
    }

    // ---- parameters

    /** The parameter that a word names: whole, by an alias, or by a beginning that only one has; none where nothing is known of what is called. */
    Optional<Entity.Parameter> parameter(Entity.Callable callable, String written) {
        return parameters(callable).stream().flatMap(list -> matching(list, written).stream()).findFirst()
            .map(name -> new Entity.Parameter(callable, Mentions.key(name)));
    }

    /** Whether it is written by an alias of the parameter, which another name does not change. */
    boolean isAlias(Entity.Callable callable, String written) {
        return parameters(callable).stream().flatMap(List::stream).anyMatch(parameter -> parameter.aliases().stream().anyMatch(written::equalsIgnoreCase));
    }

    private static Optional<String> matching(List<ParameterSymbol> parameters, String written) {
        Optional<ParameterSymbol> exact = parameters.stream().filter(parameter -> parameter.isCalled(written)).findFirst();
        if (exact.isPresent()) {
            return exact.map(ParameterSymbol::name);
        }
        String key = Mentions.key(written);
        Set<String> beginning = new HashSet<>();
        parameters.stream().map(ParameterSymbol::name).filter(name -> Mentions.key(name).startsWith(key)).forEach(beginning::add);
        return beginning.size() == 1 && !key.isEmpty() ? beginning.stream().findFirst() : Optional.empty();
    }

    /** Of each declaration that it can be. */
    private List<List<ParameterSymbol>> parameters(Entity.Callable callable) {
        return switch (callable) {
            case Entity.ScriptFile script -> index.file(script.file()).map(FileSymbols::parameters).stream().toList();
            case Entity.Function function when function.isLocal() -> index.file(file).stream().flatMap(symbols -> symbols.functions().stream())
                .filter(symbol -> symbol.local() && symbol.name().equalsIgnoreCase(function.name())).map(FunctionSymbol::parameters).toList();
            case Entity.Function function -> index.functionsSeenFrom(file, function.name()).stream().map(FunctionSymbol::parameters).toList();
        };
    }

    /** The entity of a declared parameter. */
    static Entity.Parameter declared(Entity.Callable callable, Parameter parameter) {
        return new Entity.Parameter(callable, Mentions.key(parameter.name().name()));
    }

    static Optional<Expression.StringConstant> word(Expression expression) {
        return expression instanceof Expression.StringConstant word ? Optional.of(word) : Optional.empty();
    }
}
