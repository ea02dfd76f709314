package org.poshremote.language.analysis;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** What a script declares and mentions: scopes, variables, functions, types, commands, files taken in. Immutable; thread-safe. */
public final class ScriptModel {
    private final Script script;
    private final Scope root;
    private final Map<Node, Scope> scopes;
    private final Map<Expression, VariableMention> mentions;
    private final List<Statement.Function> functions;
    private final List<Statement.TypeDefinition> types;
    private final List<Call> calls;
    private final List<Inclusion> inclusions;
    private final Map<Node, Scope> callers;

    /** A command and the scope it is called in. */
    public record Call(PipelineElement.Command command, Scope scope) {
    }

    ScriptModel(ModelBuilder built) {
        script = built.script;
        root = built.root;
        scopes = built.scopes;
        mentions = built.mentions;
        functions = List.copyOf(built.functions);
        types = List.copyOf(built.types);
        calls = List.copyOf(built.calls);
        inclusions = List.copyOf(built.inclusions);
        callers = built.callers;
    }

    public static ScriptModel of(Script script) {
        return new ScriptModel(new ModelBuilder(script).build());
    }

    public Script script() {
        return script;
    }

    /** The script's own scope; functions and variables of it are the module's where the file is one. */
    public Scope root() {
        return root;
    }

    /** The scope that a function, method or block opens; empty where it opens none. */
    public Optional<Scope> scopeOf(Node node) {
        return Optional.ofNullable(scopes.get(node));
    }

    /** The innermost scope around an offset. */
    public Scope scopeAt(int offset) {
        Scope at = root;
        while (true) {
            Optional<Scope> inner = at.children().stream().filter(child -> child.node().start() < offset && offset < child.node().end()).findFirst();
            if (inner.isEmpty()) {
                return at;
            }
            at = inner.get();
        }
    }

    /**
     * The variable that is mentioned, by identity of the node; empty for those of drives ({@code $env:x}) and for those that the
     * text never assigns and PowerShell itself provides.
     */
    public Optional<VariableSymbol> symbolOf(Expression variable) {
        return Optional.ofNullable(mentions.get(variable)).map(mention -> mention.symbol);
    }

    /** The scope in which a variable's mention stands. */
    public Scope placeOf(Expression.Variable variable) {
        VariableMention mention = mentions.get(variable);
        return mention == null ? root : mention.use.scope();
    }

    /** What a variable of that name would be at an offset: of the scope there, or of those around it. */
    public Optional<VariableSymbol> variableAt(String name, int offset) {
        Optional<Scope> scope = Optional.of(scopeAt(offset));
        while (scope.isPresent()) {
            Optional<VariableSymbol> found = scope.get().variable(name);
            if (found.isPresent()) {
                return found;
            }
            scope = scope.get().parent();
        }
        return Optional.empty();
    }

    /** All, nested ones too, in the order of the text. */
    public List<Statement.Function> functions() {
        return functions;
    }

    /** Classes and enums. */
    public List<Statement.TypeDefinition> types() {
        return types;
    }

    public Optional<Statement.TypeDefinition> type(String name) {
        return types.stream().filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Every command in the order of the text. */
    public List<Call> calls() {
        return calls;
    }

    /** The scope a command is called in. */
    public Scope callerOf(PipelineElement.Command command) {
        return callers.getOrDefault(command, root);
    }

    public List<Inclusion> inclusions() {
        return inclusions;
    }

    static <K, V> Map<K, V> byIdentity() {
        return new IdentityHashMap<>();
    }
}
