package org.poshremote.language.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;

/** One walk over a script that makes its model. Mentions are bound when the walk is over, since a function may be written before what it reads. */
final class ModelBuilder {
    /** Their blocks run in the scope of the caller. */
    private static final Set<String> IN_CALLERS_SCOPE = Set.of("foreach-object", "foreach", "%", "where-object", "where", "?", "measure-command",
        "beforeall", "beforeeach", "beforediscovery", "afterall", "aftereach");
    /** Their blocks run elsewhere. */
    private static final Set<String> ELSEWHERE = Set.of("invoke-command", "icm", "start-job", "sajb", "start-threadjob");

    /** As scripts usually are, so that the map of variables need not grow. */
    private static final int CHARACTERS_PER_VARIABLE = 32;

    final Script script;
    final Map<Node, Scope> scopes = ScriptModel.byIdentity();
    final Map<Expression, VariableMention> mentions;
    final Map<Node, Scope> callers = ScriptModel.byIdentity();
    final List<Statement.Function> functions = new ArrayList<>();
    final List<Statement.TypeDefinition> types = new ArrayList<>();
    final List<ScriptModel.Call> calls = new ArrayList<>();
    final List<Inclusion> inclusions = new ArrayList<>();
    final Scope root;
    private final List<VariableMention> inOrderOfRunning = new ArrayList<>();

    ModelBuilder(Script script) {
        this.script = script;
        this.mentions = new IdentityHashMap<>(script.text().length() / CHARACTERS_PER_VARIABLE + 1);
        this.root = new Scope(Scope.Kind.SCRIPT, script.root(), script.root(), Optional.empty());
    }

    ModelBuilder build() {
        scopes.put(script.root(), root);
        children(script.root(), root);
        bind();
        return this;
    }

    // ---- the walk

    private void children(Node node, Scope scope) {
        for (Node child : node.children()) {
            visit(child, scope);
        }
    }

    private void visit(Node node, Scope scope) {
        switch (node) {
            case Statement.Function function -> function(function, scope);
            case Statement.TypeDefinition type -> {
                types.add(type);
                children(type, scope);
            }
            case Member.Method method -> {
                Scope inner = open(Scope.Kind.METHOD, method, method.body(), scope);
                children(method, inner);
            }
            case Statement.Configuration configuration -> {
                visit(configuration.name(), scope);
                visit(configuration.body(), open(Scope.Kind.FUNCTION, configuration, configuration.body(), scope));
            }
            case Expression.ScriptBlockLiteral block -> children(block.scriptBlock(), open(Scope.Kind.BLOCK, block, block.scriptBlock(), scope));
            case Parameter parameter -> parameter(parameter, scope);
            case Statement.Assignment assignment -> {
                visit(assignment.right(), scope);
                target(assignment.left(), assignment.operator().equals("=") ? VariableUse.Access.WRITE : VariableUse.Access.UPDATE, assignment, scope);
            }
            case Statement.ForEach loop -> {
                visit(loop.values(), scope);
                loop.throttle().ifPresent(throttle -> visit(throttle, scope));
                mention(loop.variable(), VariableUse.Access.WRITE, Optional.of(loop), scope);
                visit(loop.body(), scope);
            }
            case Expression.Unary unary when unary.operator().equals("++") || unary.operator().equals("--") ->
                target(unary.operand(), VariableUse.Access.UPDATE, unary, scope);
            case Statement.Data data when !data.variable().isEmpty() -> {
                Expression.Variable name = new Expression.Variable(data.start(), data.start() + "data".length(), data.variable(), false);
                mention(name, VariableUse.Access.WRITE, Optional.of(data), scope);
                children(data, scope);
            }
            case PipelineElement.Command command -> command(command, scope);
            case Expression.Invoke invoke -> invoke(invoke, scope);
            case Expression.Variable variable -> mention(variable, variable.splatted() ? VariableUse.Access.SPLAT : VariableUse.Access.READ, Optional.empty(), scope);
            case Statement.Using using -> {
                if (using.kind().equalsIgnoreCase("module")) {
                    using.name().flatMap(Expression::constantText).ifPresent(name -> include(using, Inclusion.Kind.USING_MODULE, name));
                }
            }
            default -> children(node, scope);
        }
    }

    private Scope open(Scope.Kind kind, Node node, ScriptBlock body, Scope parent) {
        Scope scope = new Scope(kind, node, body, Optional.of(parent));
        scopes.put(node, scope);
        return scope;
    }

    private void function(Statement.Function function, Scope scope) {
        functions.add(function);
        String qualifier = function.name().contains(":") ? function.name().substring(0, function.name().indexOf(':')).toLowerCase(Locale.ROOT) : "";
        (qualifier.equals("global") || qualifier.equals("script") ? root : scope).declare(function);
        Scope inner = open(Scope.Kind.FUNCTION, function, function.body(), scope);
        children(function, inner);
    }

    private void parameter(Parameter parameter, Scope scope) {
        parameter.attributes().forEach(attribute -> visit(attribute, scope));
        parameter.defaultValue().ifPresent(value -> visit(value, scope));
        scope.declare(parameter.name().name()).isParameter(parameter);
        mention(parameter.name(), VariableUse.Access.PARAMETER, Optional.of(parameter), scope);
    }

    /** What stands on the left of an assignment. */
    private void target(Expression left, VariableUse.Access access, Node writer, Scope scope) {
        switch (left) {
            case Expression.Variable variable -> mention(variable, access, Optional.of(writer), scope);
            case Expression.Convert convert -> {
                visit(convert.constraint(), scope);
                target(convert.operand(), access, writer, scope);
            }
            case Expression.Attributed attributed -> {
                visit(attributed.attribute(), scope);
                target(attributed.operand(), access, writer, scope);
            }
            case Expression.ArrayLiteral several -> several.elements().forEach(each -> target(each, access, writer, scope));
            case Expression.Paren paren when paren.pipeline() instanceof Statement.Pipeline pipeline && pipeline.expression().isPresent() ->
                target(pipeline.expression().get(), access, writer, scope);
            // $a.b = 1 and $a[0] = 1 read $a
            default -> visit(left, scope);
        }
    }

    private void invoke(Expression.Invoke invoke, Scope scope) {
        boolean here = invoke.member().constantText().filter(name -> name.equalsIgnoreCase("foreach") || name.equalsIgnoreCase("where")).isPresent();
        for (Node child : invoke.children()) {
            if (here && child instanceof Expression.ScriptBlockLiteral block && block.scriptBlock().param().isEmpty()) {
                children(block.scriptBlock(), scope);
            } else {
                visit(child, scope);
            }
        }
    }

    // ---- commands

    private void command(PipelineElement.Command command, Scope scope) {
        calls.add(new ScriptModel.Call(command, scope));
        callers.put(command, scope);
        String name = command.name().toLowerCase(Locale.ROOT);
        boolean inCallers = IN_CALLERS_SCOPE.contains(name);
        boolean parallel = inCallers && Commands.hasParameter(command, "parallel", "pa");
        boolean here = command.invocation() == PipelineElement.Invocation.DOT || inCallers && !parallel;
        boolean elsewhere = ELSEWHERE.contains(name) || parallel;
        for (Node child : command.children()) {
            Optional<Expression.ScriptBlockLiteral> block = child instanceof Expression.ScriptBlockLiteral literal ? Optional.of(literal)
                : child instanceof CommandElement.CommandParameter parameter && parameter.argument().orElse(null) instanceof Expression.ScriptBlockLiteral literal
                    ? Optional.of(literal) : Optional.empty();
            if (block.isPresent() && here && block.get().scriptBlock().param().isEmpty()) {
                children(block.get().scriptBlock(), scope);
            } else if (block.isPresent() && elsewhere) {
                children(block.get().scriptBlock(), open(Scope.Kind.REMOTE, block.get(), block.get().scriptBlock(), scope));
            } else {
                visit(child, scope);
            }
        }
        namedVariables(command, name, scope);
        inclusions(command, name);
    }

    /** Variables that a command gives a value, or reads, by their names. */
    private void namedVariables(PipelineElement.Command command, String name, Scope scope) {
        VariableUse.Access access = switch (name) {
            case "set-variable", "new-variable", "sv", "set", "nv", "clear-variable", "clv" -> VariableUse.Access.WRITE;
            case "get-variable", "gv", "remove-variable", "rv" -> VariableUse.Access.READ;
            default -> VariableUse.Access.PARAMETER;
        };
        if (access != VariableUse.Access.PARAMETER) {
            Commands.argument(command, "Name", 0).stream().flatMap(argument -> argument instanceof Expression.ArrayLiteral several ? several.elements().stream()
                : Stream.of(argument)).forEach(argument -> byName(command, argument, access, scope));
        }
        for (CommandElement element : command.elements()) {
            if (element instanceof CommandElement.CommandParameter parameter && Commands.isVariableParameter(parameter.name())) {
                Commands.valueOf(command, parameter).ifPresent(value -> byName(command, value, VariableUse.Access.WRITE, scope));
            }
        }
    }

    private void byName(PipelineElement.Command command, Expression argument, VariableUse.Access access, Scope scope) {
        argument.constantText().map(text -> text.startsWith("+") ? text.substring(1) : text).filter(text -> !text.isEmpty() && !text.contains("*"))
            .ifPresent(name -> mention(name, new VariableUse(argument, argument.start(), argument.end(), scope, access,
                access.writes() ? Optional.of(command) : Optional.empty())));
    }

    private void inclusions(PipelineElement.Command command, String name) {
        if (command.invocation() == PipelineElement.Invocation.DOT && !command.elements().isEmpty()) {
            Paths.asWritten(command.elements().get(0)).ifPresent(path -> include(command, Inclusion.Kind.DOT_SOURCE, path));
        } else if (name.equals("import-module") || name.equals("ipmo")) {
            Commands.argument(command, "Name", 0).stream().flatMap(argument -> argument instanceof Expression.ArrayLiteral several ? several.elements().stream()
                : Stream.of(argument)).forEach(argument -> Paths.asWritten(argument).ifPresent(path -> include(command, Inclusion.Kind.IMPORT_MODULE, path)));
        }
    }

    private void include(Node node, Inclusion.Kind kind, String name) {
        inclusions.add(new Inclusion(node, kind, name, Paths.local(name)));
    }

    // ---- variables

    private void mention(Expression.Variable variable, VariableUse.Access access, Optional<Node> writer, Scope scope) {
        VariableMention mention = mention(variable.path(), new VariableUse(variable, variable.start(), variable.end(), scope, access, writer));
        // what is written lives in the scope it is written in; reads are bound to it at the end
        if (access.writes()) {
            mention.symbol = switch (variable.qualifier()) {
                case "", "local", "private" -> scope.declare(variable.name());
                case "script", "global" -> root.declare(variable.name());
                default -> null;
            };
        }
    }

    private VariableMention mention(String path, VariableUse use) {
        VariableMention mention = new VariableMention(path, use);
        mentions.put(use.node(), mention);
        inOrderOfRunning.add(mention);
        return mention;
    }

    private void bind() {
        for (VariableMention mention : inOrderOfRunning) {
            if (mention.symbol == null) {
                mention.symbol = symbol(mention).orElse(null);
            }
            if (mention.symbol != null) {
                mention.symbol.add(mention.use);
            }
        }
        scopes.values().forEach(Scope::inOrder);
    }

    private Optional<VariableSymbol> symbol(VariableMention mention) {
        int colon = mention.path.indexOf(':');
        String qualifier = colon > 0 ? mention.path.substring(0, colon).toLowerCase(Locale.ROOT) : "";
        String name = colon > 0 ? mention.path.substring(colon + 1) : mention.path;
        Scope scope = mention.use.scope();
        if (mention.use.access().writes() && (qualifier.isEmpty() || qualifier.equals("local") || qualifier.equals("private"))) {
            return Optional.of(scope.declare(name));
        }
        return switch (qualifier) {
            case "", "variable" -> seen(name, scope);
            case "local", "private" -> scope.variable(name);
            case "script", "global" -> Optional.of(root.declare(name));
            case "using" -> using(name, scope);
            default -> Optional.empty();
        };
    }

    private static Optional<VariableSymbol> seen(String name, Scope scope) {
        return scope.seen(name)
            .or(() -> AutomaticVariables.isAutomatic(name) || AutomaticVariables.isPreference(name) ? Optional.empty() : Optional.of(scope.declare(name)));
    }

    /** {@code $using:x} is the x around the block that runs elsewhere. */
    private Optional<VariableSymbol> using(String name, Scope scope) {
        Optional<Scope> at = Optional.of(scope);
        while (at.isPresent() && at.get().kind() != Scope.Kind.REMOTE) {
            at = at.get().parent();
        }
        // a block that is kept in a variable first is not known to run elsewhere
        return at.flatMap(Scope::parent).or(scope::parent).flatMap(around -> seen(member(name), around));
    }

    private static String member(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
