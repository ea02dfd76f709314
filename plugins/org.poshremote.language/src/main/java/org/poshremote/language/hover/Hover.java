package org.poshremote.language.hover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.command.Binding;
import org.poshremote.language.command.CommandFinder;
import org.poshremote.language.command.CommandInfo;
import org.poshremote.language.command.ParameterInfo;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.completion.KeyMeaning;
import org.poshremote.language.features.Span;
import org.poshremote.language.features.TreePath;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.markdown.Markdown;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.rules.RuleCatalog;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;
import org.poshremote.language.types.Inference;
import org.poshremote.language.types.Shape;

/** Explains what stands at a place of a script. One object explains one version of a text; thread-safe. */
public final class Hover {
    private final ScriptModel model;
    private final LineMap lines;
    private final Surroundings surroundings;
    private final CommandFinder commands;
    private final Inference inference;

    public Hover(ScriptModel model, LineMap lines, Surroundings surroundings) {
        this.model = model;
        this.lines = lines;
        this.surroundings = surroundings;
        this.commands = new CommandFinder(model, surroundings.others(), surroundings.target());
        this.inference = new Inference(model, surroundings.others());
    }

    /** Of the word that the offset is in or at whose end it is; empty where there is nothing to say. */
    public Optional<HoverText> at(int offset) {
        String text = model.script().text();
        if (offset > text.length() || offset < 0) {
            return Optional.empty();
        }
        return of(offset).or(() -> offset > 0 && Character.isLetterOrDigit(text.charAt(offset - 1)) ? of(offset - 1) : Optional.empty()).filter(found -> !found.markdown().isBlank());
    }

    private Optional<HoverText> of(int offset) {
        if (inComment(offset)) {
            return CommentHover.at(model.script().text(), offset);
        }
        List<Node> path = TreePath.at(model.script(), offset);
        for (int i = path.size() - 1; i >= 0; i--) {
            Optional<HoverText> found = of(path, i, offset);
            if (found.isPresent()) {
                return found;
            }
            if (path.get(i) instanceof Statement && !(path.get(i) instanceof Statement.Pipeline)) {
                break; // what is around a statement is not meant
            }
        }
        return keyword(path, offset);
    }

    private boolean inComment(int offset) {
        return model.script().comments().stream().anyMatch(comment -> comment.start() <= offset && offset < comment.end());
    }

    private Optional<HoverText> of(List<Node> path, int at, int offset) {
        Node node = path.get(at);
        Node parent = at > 0 ? path.get(at - 1) : node;
        return switch (node) {
            case Expression.Variable variable -> hover(variable, variable(variable, path.subList(0, at + 1)));
            case TypeName type -> type(type, parent);
            case Expression.StringConstant word -> word(word, parent, path, at, offset);
            case CommandElement.CommandParameter parameter when parent instanceof PipelineElement.Command command && offset <= parameter.start() + parameter.name().length() ->
                commands.of(command).flatMap(info -> info.parameter(parameter.name()).map(found -> ParameterText.of(info, found)))
                    .map(markdown -> new HoverText(new Span(parameter.start(), parameter.start() + 1 + parameter.name().length()), markdown));
            case Expression.Binary binary -> operator(binary.operator(), binary.operatorStart(), offset);
            case Expression.Unary unary when !unary.postfix() -> operator(unary.operator(), unary.start(), offset);
            case AttributeNode.Attribute attribute -> argument(attribute, offset);
            case Statement.Function function when function.nameStart() <= offset && offset < function.nameEnd() ->
                Optional.of(new HoverText(new Span(function.nameStart(), function.nameEnd()), CommandText.of(CommandFinder.function(model, function))));
            case Statement.TypeDefinition type when type.nameStart() <= offset && offset < type.nameEnd() ->
                Optional.of(new HoverText(new Span(type.nameStart(), type.nameEnd()), MemberText.of(type)));
            case Member member when parent instanceof Statement.TypeDefinition type -> member(member, type, offset);
            case Statement.DynamicKeyword resource when offset < resource.start() + resource.keyword().length() -> Reference.find(Reference.Kind.RESOURCE, resource.keyword())
                .map(entry -> entry(entry, new Span(resource.start(), resource.start() + resource.keyword().length()), "DSC resource"));
            default -> Optional.empty();
        };
    }

    private static Optional<HoverText> hover(Node node, Optional<String> markdown) {
        return markdown.map(text -> new HoverText(new Span(node.start(), node.end()), text));
    }

    static HoverText entry(Entry entry, Span span, String kind) {
        Markdown text = new Markdown();
        text.paragraph("**" + Markdown.escape(entry.name()) + "**" + (entry.plainType().isEmpty() || !entry.values().isEmpty() ? "" : " " + Markdown.code(entry.plainType()))
            + (kind.isEmpty() ? "" : " · " + kind));
        text.paragraph(Markdown.escape(entry.says()));
        if (!entry.values().isEmpty()) {
            text.paragraph("Values: " + String.join(", ", entry.values().stream().map(Markdown::code).toList()));
        }
        return new HoverText(span, text.toString());
    }

    // ---- variables

    private Optional<String> variable(Expression.Variable variable, List<Node> path) {
        if (variable.qualifier().equals("env")) {
            return Optional.of(new Markdown().script("$env:" + variable.name())
                .paragraph(Reference.find(Reference.Kind.ENVIRONMENT, variable.name()).map(Entry::says).map(Markdown::escape).orElse("Environment variable")).toString());
        }
        Optional<VariableSymbol> symbol = model.symbolOf(variable);
        Optional<Entry> automatic = variable.qualifier().isEmpty() ? Reference.find(Reference.Kind.VARIABLE, variable.name()) : Optional.empty();
        if (automatic.isPresent() && symbol.filter(found -> found.parameter().isPresent()).isEmpty()) {
            Optional<Shape> shape = inference.of(variable, path);
            Markdown text = new Markdown().script("[" + shape.map(Shape::name).orElse(automatic.get().type()) + "] $" + automatic.get().name()).paragraph(Markdown.escape(automatic.get().says()));
            return Optional.of(text.toString());
        }
        return symbol.map(found -> {
            String about = VariableText.of(found, inference.of(found), model.script(), lines);
            return parameter(found).filter(says -> !says.isBlank()).map(says -> about + "\n\n" + new Markdown().prose(says)).orElse(about);
        });
    }

    /** What the help says of a parameter. */
    private Optional<String> parameter(VariableSymbol symbol) {
        if (symbol.parameter().isEmpty()) {
            return Optional.empty();
        }
        Optional<CommandInfo> command = symbol.scope().node() instanceof Statement.Function function ? Optional.of(CommandFinder.function(model, function))
            : symbol.scope() == model.root() ? Optional.of(CommandFinder.script(model, surroundings.fileName())) : Optional.empty();
        return command.flatMap(info -> info.parameter(symbol.name())).flatMap(ParameterInfo::description);
    }

    // ---- types and members

    private Optional<HoverText> type(TypeName type, Node parent) {
        Span span = new Span(type.start(), type.end());
        if (parent instanceof AttributeNode.Attribute) {
            String name = type.name().toLowerCase(Locale.ROOT).endsWith("attribute") && !type.name().contains("SuppressMessage") ? type.name().substring(0, type.name().length() - 9) : type.name();
            Optional<Entry> attribute = Reference.all(Reference.Kind.ATTRIBUTE).stream().filter(entry -> entry.name().equalsIgnoreCase(name) || entry.name().toLowerCase(Locale.ROOT).endsWith("." + name.toLowerCase(Locale.ROOT))
                || entry.name().toLowerCase(Locale.ROOT).endsWith("." + name.toLowerCase(Locale.ROOT) + "attribute")).findFirst();
            if (attribute.isPresent()) {
                return Optional.of(entry(attribute.get(), span, "attribute"));
            }
        }
        return inference.named(type.text()).map(shape -> shape(shape, type)).map(text -> new HoverText(span, text));
    }

    private static String shape(Shape shape, TypeName type) {
        return switch (shape) {
            case Shape.Known known -> MemberText.of(known.type());
            case Shape.Declared declared -> MemberText.of(declared.type());
            case Shape.Many many -> many.element().map(element -> shape(element, type)).orElse("");
            default -> new Markdown().script("[" + type.text() + "]").toString();
        };
    }

    private Optional<HoverText> member(Member member, Statement.TypeDefinition type, int offset) {
        int start = member instanceof Member.Property property ? property.nameStart() : ((Member.Method) member).nameStart();
        int end = start + member.name().length() + 1;
        return start <= offset && offset < end ? Optional.of(new HoverText(new Span(start, Math.min(end, member.end())), MemberText.of(type, member))) : Optional.empty();
    }

    private Optional<HoverText> accessed(Expression target, Expression.StringConstant member, boolean isStatic, List<Node> path) {
        Optional<Shape> shape = isStatic && target instanceof Expression.TypeLiteral literal ? inference.named(literal.type().text()) : inference.of(target, path);
        return hover(member, shape.flatMap(found -> accessed(found, member.value(), isStatic, 0)));
    }

    private Optional<String> accessed(Shape shape, String name, boolean isStatic, int depth) {
        return switch (shape) {
            case Shape.Known known -> Optional.of(known.type().members(name, isStatic)).filter(members -> !members.isEmpty()).map(members -> MemberText.of(known.type(), members));
            case Shape.Declared declared -> declared.type().members().stream().filter(member -> member.name().equalsIgnoreCase(name)).findFirst().map(member -> MemberText.of(declared.type(), member))
                .or(() -> depth > 8 ? Optional.empty() : declared.type().baseTypes().stream().findFirst().flatMap(base -> inference.named(base.type().text()))
                    .flatMap(base -> accessed(base, name, isStatic, depth + 1)));
            case Shape.Many many when depth < 8 -> many.element().flatMap(element -> accessed(element, name, isStatic, depth + 1)).or(() -> Shape.of("System.Array").flatMap(array ->
                array instanceof Shape.Known known ? Optional.of(known.type().members(name, isStatic)).filter(members -> !members.isEmpty()).map(members -> MemberText.of(known.type(), members)) : Optional.empty()));
            case Shape.Keys keys -> keys.entries().stream().filter(entry -> entry.key().constantText().filter(name::equalsIgnoreCase).isPresent()).findFirst()
                .map(entry -> new Markdown().script(entry.key().constantText().orElse("")).paragraph("Of a " + Markdown.code(keys.name()) + " written here").toString());
            default -> Optional.empty();
        };
    }

    // ---- words

    private Optional<HoverText> word(Expression.StringConstant word, Node parent, List<Node> path, int at, int offset) {
        switch (parent) {
            case Expression.MemberAccess access when access.member() == word -> {
                return accessed(access.target(), word, access.isStatic(), path);
            }
            case Expression.Invoke invoke when invoke.member() == word -> {
                return accessed(invoke.target(), word, invoke.isStatic(), path);
            }
            case PipelineElement.Command command when command.elements().get(0) == word -> {
                return hover(word, commands.of(command).map(CommandText::of).map(text -> alias(word.value()) + text));
            }
            case PipelineElement.Command command -> {
                return value(command, word);
            }
            case Clause.Entry entry when entry.key() == word -> {
                return KeyMeaning.at(model, Math.min(offset + 1, word.end()), surroundings).map(found -> entry(found, new Span(word.start(), word.end()), ""));
            }
            default -> {
                return RuleCatalog.find(word.value()).map(rule -> new HoverText(new Span(word.start(), word.end()), new Markdown().heading(rule.name()).paragraph(rule.about()).toString()));
            }
        }
    }

    private static String alias(String name) {
        return Knowledge.alias(name).map(meant -> "Alias of " + Markdown.code(meant) + "\n\n").orElse("");
    }

    /** Values with a meaning, such as those of -ErrorAction; names of commands. */
    private Optional<HoverText> value(PipelineElement.Command command, Expression.StringConstant word) {
        Optional<CommandInfo> info = commands.of(command);
        Optional<ParameterInfo> parameter = info.flatMap(known -> Binding.of(known, command, Integer.MAX_VALUE).parameterOf(word));
        if (parameter.filter(known -> known.type().equals("ActionPreference")).isPresent()) {
            return Reference.find(Reference.Kind.PREFERENCE, word.value()).map(entry -> entry(entry, new Span(word.start(), word.end()), ""));
        }
        boolean names = info.filter(known -> Set.of("get-command", "get-help").contains(known.name().toLowerCase(Locale.ROOT))).isPresent();
        return names ? hover(word, commands.find(word.value(), word.start()).map(CommandText::of)) : Optional.empty();
    }

    private static Optional<HoverText> operator(String operator, int start, int offset) {
        int end = start + operator.length();
        return start <= offset && offset < end ? Reference.find(Reference.Kind.OPERATOR, operator).map(entry -> entry(entry, new Span(start, end), "operator")) : Optional.empty();
    }

    private static Optional<HoverText> argument(AttributeNode.Attribute attribute, int offset) {
        return attribute.named().stream().filter(named -> named.start() <= offset && offset < named.start() + named.name().length()).findFirst()
            .flatMap(named -> Reference.of(Reference.Kind.ARGUMENT, attribute.type().name()).stream().filter(entry -> entry.name().equalsIgnoreCase(named.name())).findFirst()
                .map(entry -> entry(entry, new Span(named.start(), named.start() + named.name().length()), "")));
    }

    /** A word that belongs to no smaller node. */
    private Optional<HoverText> keyword(List<Node> path, int offset) {
        Node leaf = path.get(path.size() - 1);
        if (leaf instanceof Expression || leaf instanceof TypeName) {
            return Optional.empty();
        }
        String text = model.script().text();
        int start = offset;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        Span span = new Span(start, end);
        return start < end ? Reference.find(Reference.Kind.KEYWORD, text.substring(start, end)).map(entry -> entry(entry, span, "keyword")) : Optional.empty();
    }
}
