package org.poshremote.language.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.command.OtherScripts;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;

/**
 * Guesses what values are, for offers and explanations: besides what {@link Types} is sure of, the outputs of commands, members of
 * known types and of classes, keys of literals, elements of lists and the current object of a pipeline.
 */
public final class Inference {
    private static final int DEEPEST = 12;
    private static final Set<String> PASS = Set.of("where-object", "where", "?", "sort-object", "sort", "tee-object", "tee", "get-unique");
    private static final Set<String> SELECT = Set.of("select-object", "select");
    private static final Set<String> EACH = Set.of("foreach-object", "foreach", "%");

    private final ScriptModel model;
    private final OtherScripts others;
    private final Types types;

    public Inference(ScriptModel model, OtherScripts others) {
        this.model = model;
        this.others = others;
        this.types = new Types(model);
    }

    /** @param path from the root of the tree to the expression, for what depends on the place, such as {@code $_} and {@code $this} */
    public Optional<Shape> of(Expression expression, List<Node> path) {
        return of(expression, path, 0);
    }

    /** Of a variable, by what it is given. */
    public Optional<Shape> of(VariableSymbol symbol) {
        return of(symbol, List.of(), 0);
    }

    /** By a type's name as the script writes it: its own classes come before others. */
    public Optional<Shape> named(String name) {
        if (name.endsWith("[]")) {
            return Optional.of(new Shape.Many(named(name.substring(0, name.length() - 2))));
        }
        return model.type(name).or(() -> others.type(name).map(OtherScripts.Type::declaration)).<Shape>map(Shape.Declared::new).or(() -> Shape.of(name));
    }

    private Optional<Shape> of(Expression expression, List<Node> path, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (expression) {
            case Expression.Variable variable -> variable(variable, path, depth);
            case Expression.Convert convert -> converted(convert, path, depth);
            case Expression.Hashtable table -> Optional.of(new Shape.Keys("hashtable", table.entries()));
            case Expression.MemberAccess access -> member(access.target(), access.member(), access.isStatic(), false, path, depth);
            case Expression.Invoke invoke -> member(invoke.target(), invoke.member(), invoke.isStatic(), true, path, depth);
            case Expression.Index index -> of(index.target(), path, depth + 1).flatMap(target -> indexed(target, index, path, depth));
            case Expression.Paren paren -> of(paren.pipeline(), path, depth + 1);
            case Expression.SubExpression sub -> last(sub.statements().statements(), path, depth);
            case Expression.ArrayExpression array -> Optional.of(new Shape.Many(last(array.statements().statements(), path, depth).flatMap(Shape::element)));
            case Expression.ArrayLiteral array -> Optional.of(new Shape.Many(array.elements().isEmpty() ? Optional.empty() : of(array.elements().get(0), path, depth + 1)));
            case Expression.Ternary ternary -> of(ternary.ifTrue(), path, depth + 1).or(() -> of(ternary.ifFalse(), path, depth + 1));
            case Expression.Binary binary when binary.operator().equals("+") || binary.operator().equals("??") -> of(binary.left(), path, depth + 1);
            case Expression.TypeLiteral literal -> Shape.of("type");
            default -> types.of(expression).flatMap(this::named);
        };
    }

    private Optional<Shape> last(List<Statement> statements, List<Node> path, int depth) {
        return statements.isEmpty() ? Optional.empty() : of(statements.get(statements.size() - 1), path, depth + 1);
    }

    private Optional<Shape> converted(Expression.Convert convert, List<Node> path, int depth) {
        TypeName type = convert.constraint().type();
        String name = type.name().toLowerCase(Locale.ROOT);
        if ((name.equals("pscustomobject") || name.equals("psobject") || name.equals("ordered") || name.equals("hashtable"))
            && of(convert.operand(), path, depth + 1).orElse(null) instanceof Shape.Keys keys) {
            return Optional.of(new Shape.Keys(name.equals("ordered") ? "ordered" : name.equals("hashtable") ? name : "pscustomobject", keys.entries()));
        }
        return named(type.text());
    }

    // ---- variables

    private Optional<Shape> variable(Expression.Variable variable, List<Node> path, int depth) {
        String name = variable.path().toLowerCase(Locale.ROOT);
        if (name.equals("_") || name.equals("psitem")) {
            return current(path, depth);
        }
        if (name.equals("this")) {
            return enclosingClass(path).<Shape>map(Shape.Declared::new);
        }
        if (variable.qualifier().equals("env")) {
            return Shape.of("string");
        }
        Optional<VariableSymbol> symbol = model.symbolOf(variable).or(() -> model.variableAt(variable.name(), variable.start()));
        return symbol.filter(VariableSymbol::isAssigned).flatMap(found -> of(found, path, depth + 1)).or(() -> TypeTable.ofVariable(variable.name()).flatMap(Shape::of));
    }

    private Optional<Shape> of(VariableSymbol symbol, List<Node> path, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<Shape> declared = symbol.parameter().flatMap(parameter -> parameter.type()).map(TypeName::text).flatMap(this::named);
        if (declared.isPresent()) {
            return declared;
        }
        for (VariableUse use : symbol.uses()) {
            if (use.access() == VariableUse.Access.WRITE && use.writer().isPresent()) {
                Optional<Shape> written = written(use.writer().get(), use, path, depth);
                if (written.isPresent()) {
                    return written;
                }
            }
        }
        return symbol.parameter().flatMap(parameter -> parameter.defaultValue()).flatMap(value -> of(value, path, depth + 1));
    }

    private Optional<Shape> written(Node writer, VariableUse use, List<Node> path, int depth) {
        return switch (writer) {
            case Statement.Assignment assignment when assignment.left() == use.node() -> of(assignment.right(), path, depth + 1);
            case Statement.Assignment assignment when assignment.left() instanceof Expression.Convert convert && convert.operand() == use.node() ->
                convert.constraint().type().name().equalsIgnoreCase("pscustomobject") || convert.constraint().type().name().equalsIgnoreCase("hashtable")
                    ? of(assignment.right(), path, depth + 1).or(() -> named(convert.constraint().type().text())) : named(convert.constraint().type().text());
            case Statement.ForEach loop -> of(loop.values(), path, depth + 1).flatMap(Shape::element);
            default -> Optional.empty();
        };
    }

    private static Optional<Statement.TypeDefinition> enclosingClass(List<Node> path) {
        return path.stream().filter(Statement.TypeDefinition.class::isInstance).map(Statement.TypeDefinition.class::cast).reduce((a, b) -> b);
    }

    /** {@code $_}: of the pipeline, the switch or the catch around it. */
    private Optional<Shape> current(List<Node> path, int depth) {
        for (int i = path.size() - 1; i > 0; i--) {
            Node node = path.get(i);
            if (node instanceof Clause.Catch || node instanceof Statement.Trap) {
                return Shape.of("ErrorRecord");
            }
            if (node instanceof Statement.Switch choice && i + 1 < path.size() && path.get(i + 1) != choice.condition()) {
                return of(choice.condition(), path.subList(0, i), depth + 1).flatMap(Shape::element);
            }
            if (node instanceof PipelineElement.Command command && path.get(i - 1) instanceof Statement.Pipeline pipeline && i + 1 < path.size()) {
                int at = pipeline.elements().indexOf(command);
                if (at > 0) {
                    return through(pipeline, at - 1, path.subList(0, i - 1), depth).flatMap(Shape::element);
                }
            }
            if (node instanceof Expression.Invoke invoke && i + 1 < path.size() && invoke.arguments().stream().anyMatch(path.get(i + 1)::equals)
                && invoke.member().constantText().filter(name -> name.equalsIgnoreCase("foreach") || name.equalsIgnoreCase("where")).isPresent()) {
                return of(invoke.target(), path.subList(0, i), depth + 1).flatMap(Shape::element);
            }
        }
        return Optional.empty();
    }

    // ---- pipelines and commands

    private Optional<Shape> of(Statement statement, List<Node> path, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (statement) {
            case Statement.Pipeline pipeline when !pipeline.elements().isEmpty() -> through(pipeline, pipeline.elements().size() - 1, path, depth + 1);
            case Statement.If choice when !choice.branches().isEmpty() -> last(choice.branches().get(0).body().statements(), path, depth);
            case Statement.ForEach loop -> last(loop.body().statements(), path, depth).map(each -> new Shape.Many(Optional.of(each)));
            case Statement.Try tried -> last(tried.body().statements(), path, depth);
            case Statement.Assignment assignment -> of(assignment.right(), path, depth + 1);
            default -> Optional.empty();
        };
    }

    /** What comes out of one element of a pipeline. */
    private Optional<Shape> through(Statement.Pipeline pipeline, int at, List<Node> path, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (pipeline.elements().get(at) instanceof PipelineElement.CommandExpression only) {
            return of(only.expression(), path, depth + 1);
        }
        PipelineElement.Command command = (PipelineElement.Command) pipeline.elements().get(at);
        String name = command.name().toLowerCase(Locale.ROOT);
        if (at > 0 && PASS.contains(name)) {
            return through(pipeline, at - 1, path, depth + 1);
        }
        if (at > 0 && SELECT.contains(name)) {
            return selected(command, through(pipeline, at - 1, path, depth + 1));
        }
        if (at > 0 && EACH.contains(name)) {
            return each(command, pipeline, at, path, depth);
        }
        return command(command, path, depth);
    }

    private Optional<Shape> each(PipelineElement.Command command, Statement.Pipeline pipeline, int at, List<Node> path, int depth) {
        Optional<Expression> given = Commands.argument(command, "Process", 0);
        if (given.orElse(null) instanceof Expression.ScriptBlockLiteral block && !block.scriptBlock().blocks().isEmpty()) {
            List<Node> within = new ArrayList<>(path);
            within.add(pipeline);
            within.add(command);
            within.add(block);
            return last(block.scriptBlock().blocks().get(block.scriptBlock().blocks().size() - 1).statements(), within, depth);
        }
        // % Name
        return given.flatMap(Expression::constantText).flatMap(member -> through(pipeline, at - 1, path, depth + 1).flatMap(Shape::element).flatMap(target -> memberOf(target, member, false, false, depth + 1)));
    }

    private static Optional<Shape> selected(PipelineElement.Command command, Optional<Shape> input) {
        Optional<Expression> properties = Commands.argument(command, "Property", 0);
        if (Commands.hasParameter(command, "ExpandProperty", "exp")) {
            return Optional.empty();
        }
        if (properties.isEmpty()) {
            return input;
        }
        List<String> names = new ArrayList<>();
        List<Expression> words = properties.get() instanceof Expression.ArrayLiteral several ? several.elements() : List.of(properties.get());
        for (Expression word : words) {
            word.constantText().ifPresent(names::add);
            if (word instanceof Expression.Hashtable table) {
                table.entries().stream().filter(entry -> entry.key().constantText().filter(key -> "name".startsWith(key.toLowerCase(Locale.ROOT)) || "label".startsWith(key.toLowerCase(Locale.ROOT))).isPresent())
                    .forEach(entry -> text(entry.value()).ifPresent(names::add));
            }
        }
        return names.stream().anyMatch(name -> name.contains("*")) ? input : Optional.of(new Shape.Properties("pscustomobject", names));
    }

    private static Optional<String> text(Statement statement) {
        return statement instanceof Statement.Pipeline pipeline ? pipeline.elements().stream().findFirst().flatMap(element -> switch (element) {
            case PipelineElement.CommandExpression only -> only.expression().constantText();
            case PipelineElement.Command word -> Optional.of(word.name()).filter(name -> !name.isEmpty());
        }) : Optional.empty();
    }

    private Optional<Shape> command(PipelineElement.Command command, List<Node> path, int depth) {
        String name = command.name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String whole = Knowledge.alias(name).orElse(name).toLowerCase(Locale.ROOT);
        Optional<Statement.Function> here = model.scopeAt(command.start()).function(name).stream().findFirst()
            .or(() -> others.function(name).map(OtherScripts.Function::declaration));
        if (here.isPresent()) {
            return Types.outputType(here.get()).flatMap(this::named).or(() -> returned(here.get(), depth));
        }
        return switch (whole) {
            case "new-object" -> created(command, path, depth);
            case "get-ciminstance", "get-wmiobject" -> Commands.argument(command, "ClassName", 0).or(() -> Commands.argument(command, "Class", 0)).flatMap(Expression::constantText)
                .flatMap(TypeTable::find).<Shape>map(type -> new Shape.Known(type, type.name())).or(() -> Shape.of(TypeTable.outputs(whole).get(0)));
            case "get-childitem" -> Shape.of(Commands.hasParameter(command, "Directory", "d") ? "DirectoryInfo" : "FileInfo");
            case "new-item" -> Shape.of(Commands.valueOf(command, "ItemType", "i").flatMap(Expression::constantText).filter("Directory"::equalsIgnoreCase).isPresent() ? "DirectoryInfo" : "FileInfo");
            case "get-content" -> Commands.hasParameter(command, "Raw", "ra") ? Shape.of("string") : Shape.of("string[]");
            case "write-output", "echo" -> Commands.positional(command).stream().findFirst().flatMap(word -> of(word, path, depth + 1));
            default -> TypeTable.outputs(whole).stream().findFirst().flatMap(Shape::of);
        };
    }

    private Optional<Shape> created(PipelineElement.Command command, List<Node> path, int depth) {
        if (Commands.hasParameter(command, "ComObject", "com")) {
            return Optional.of(new Shape.Named("COM object"));
        }
        Optional<String> type = Commands.argument(command, "TypeName", 0).flatMap(Expression::constantText);
        Optional<Shape> properties = Commands.valueOf(command, "Property", "p").flatMap(value -> of(value, path, depth + 1));
        if (type.filter(name -> name.toLowerCase(Locale.ROOT).endsWith("psobject")).isPresent() && properties.orElse(null) instanceof Shape.Keys keys) {
            return Optional.of(new Shape.Keys("pscustomobject", keys.entries()));
        }
        return type.flatMap(this::named);
    }

    /** By the last statement, where a function says nothing of its output. */
    private Optional<Shape> returned(Statement.Function function, int depth) {
        if (depth > 4 || function.body().blocks().isEmpty()) {
            return Optional.empty();
        }
        List<Statement> statements = function.body().blocks().get(function.body().blocks().size() - 1).statements();
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        Statement last = statements.get(statements.size() - 1);
        return last instanceof Statement.Leave leave && leave.keyword().equals("return") ? leave.value().flatMap(value -> of(value, List.of(), depth + 3))
            : last instanceof Statement.Assignment ? Optional.empty() : of(last, List.of(), depth + 3);
    }

    // ---- members

    private Optional<Shape> member(Expression target, Expression member, boolean isStatic, boolean call, List<Node> path, int depth) {
        Optional<String> name = member.constantText();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (isStatic && target instanceof Expression.TypeLiteral literal) {
            Optional<Shape> type = named(literal.type().text());
            return name.get().equalsIgnoreCase("new") && call ? type : type.flatMap(shape -> memberOf(shape, name.get(), true, call, depth + 1));
        }
        return of(target, path, depth + 1).flatMap(shape -> memberOf(shape, name.get(), false, call, depth + 1));
    }

    private Optional<Shape> memberOf(Shape shape, String name, boolean isStatic, boolean call, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (shape) {
            case Shape.Known known -> known.type().members(name, isStatic).stream().filter(member -> member.isCalled() == call).map(KnownMember::type)
                .filter(type -> !type.isEmpty()).findFirst().flatMap(Shape::of);
            case Shape.Declared declared -> declared.type().members().stream().filter(member -> member.name().equalsIgnoreCase(name)).findFirst()
                .flatMap(member -> declared.type().keyword().equals("enum") ? Optional.of(shape) : typeOf(member)).or(() -> declared.type().baseTypes().stream().findFirst()
                    .flatMap(base -> named(base.type().text())).flatMap(base -> memberOf(base, name, isStatic, call, depth + 1)));
            case Shape.Keys keys -> keys.entries().stream().filter(entry -> entry.key().constantText().filter(name::equalsIgnoreCase).isPresent()).findFirst()
                .flatMap(entry -> of(entry.value(), List.of(), depth + 1)).or(() -> name.equalsIgnoreCase("count") ? Shape.of("int") : Optional.empty());
            case Shape.Many many -> TypeTable.find("System.Array").stream().flatMap(array -> array.members(name, false).stream()).findFirst()
                .flatMap(found -> Shape.of(found.type())).or(() -> many.element().flatMap(element -> memberOf(element, name, isStatic, call, depth + 1)));
            case Shape.Properties properties -> Optional.empty();
            case Shape.Named named -> Optional.empty();
        };
    }

    private Optional<Shape> typeOf(Member member) {
        return member.attributes().stream().filter(attribute -> attribute instanceof org.poshremote.language.syntax.AttributeNode.TypeConstraint).findFirst()
            .flatMap(attribute -> named(attribute.type().text()));
    }

    private Optional<Shape> indexed(Shape target, Expression.Index index, List<Node> path, int depth) {
        if (target instanceof Shape.Keys keys) {
            return index.index().constantText().flatMap(key -> memberOf(keys, key, false, false, depth + 1));
        }
        if (target instanceof Shape.Known known && known.type().shortName().equals("String")) {
            return Shape.of("char");
        }
        if (target instanceof Shape.Known known && known.type().shortName().equals("GroupCollection")) {
            return Shape.of("Group");
        }
        return target.element();
    }
}
