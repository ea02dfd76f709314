package org.poshremote.language.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.Binding;
import org.poshremote.language.command.CommandFinder;
import org.poshremote.language.command.CommandInfo;
import org.poshremote.language.command.ParameterInfo;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.command.SyntaxLine;
import org.poshremote.language.features.Span;
import org.poshremote.language.features.TreePath;
import org.poshremote.language.hover.MemberText;
import org.poshremote.language.markdown.Markdown;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.types.Inference;
import org.poshremote.language.types.KnownMember;
import org.poshremote.language.types.Shape;

/** What is being called where somebody types: commands with their ways to be called, methods with their overloads. One object for one version of a text; thread-safe. */
public final class Signatures {
    private static final int MOST_PARAMETERS = 15;
    private static final int MOST_SETS = 8;

    private final ScriptModel model;
    private final Inference inference;
    private final CommandFinder commands;

    public Signatures(ScriptModel model, Surroundings surroundings) {
        this.model = model;
        this.inference = new Inference(model, surroundings.others());
        this.commands = new CommandFinder(model, surroundings.others(), surroundings.target());
    }

    /** The innermost call around the cursor; empty where nothing is called or nothing is known of it. */
    public Optional<Call> at(int offset) {
        if (offset < 0 || offset > model.script().text().length()) {
            return Optional.empty();
        }
        OpenCall open = OpenCall.before(model.script().text(), offset);
        Optional<PipelineElement.Command> command = command(offset);
        if (open.paren() >= 0 && command.filter(found -> found.start() > open.paren()).isEmpty()) {
            return method(open);
        }
        return command.flatMap(found -> command(found, offset));
    }

    // ---- commands

    /** The command that the cursor is in, or directly behind with nothing but blanks between. */
    private Optional<PipelineElement.Command> command(int offset) {
        String text = model.script().text();
        int at = offset;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        if (at == 0) {
            return Optional.empty();
        }
        List<Node> path = TreePath.at(model.script(), at - 1);
        for (int i = path.size() - 1; i >= 0; i--) {
            Node node = path.get(i);
            if (node instanceof PipelineElement.Command command) {
                boolean behindName = !command.elements().isEmpty() && offset > command.elements().get(0).end();
                return behindName ? Optional.of(command) : Optional.empty();
            }
            // within a block that is an argument, a statement of it is meant
            boolean ended = node.end() <= offset && offset > at;
            if ((node instanceof ScriptBlock || node instanceof Expression.Paren || node instanceof Expression.Hashtable || node instanceof Expression.SubExpression) && node.end() > offset
                || node instanceof ScriptBlock && !ended) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Call> command(PipelineElement.Command command, int offset) {
        Optional<CommandInfo> info = commands.of(command).filter(known -> !known.allParameters().isEmpty());
        if (info.isEmpty()) {
            return Optional.empty();
        }
        Binding binding = Binding.of(info.get(), command, offset);
        Optional<ParameterInfo> current = current(binding, command, offset);
        List<CommandInfo.Member.Set> sets = info.get().sets();
        int active = 0;
        for (int i = 0; i < Math.min(MOST_SETS, sets.size()); i++) {
            active = sets.get(i) == binding.set() ? i : active;
        }
        List<Signature> signatures = sets.stream().limit(MOST_SETS).map(set -> signature(info.get(), set)).toList();
        OptionalInt parameter = OptionalInt.empty();
        List<CommandInfo.Member> members = sets.get(active).members();
        for (int i = 0; i < members.size(); i++) {
            if (current.isPresent() && members.get(i).parameter().name().equals(current.get().name()) && !signatures.get(active).parameters().get(i).span().equals(new Span(0, 0))) {
                parameter = OptionalInt.of(i);
            }
        }
        return Optional.of(new Call(signatures, active, parameter));
    }

    private static Optional<ParameterInfo> current(Binding binding, PipelineElement.Command command, int offset) {
        for (CommandElement element : command.elements().subList(1, command.elements().size())) {
            if (element.start() < offset && offset <= element.end()) {
                return binding.bound().stream().filter(bound -> bound.element() == element || bound.value().filter(value -> value == element).isPresent()).findFirst().map(Binding.Bound::parameter);
            }
        }
        return binding.open().or(() -> binding.positions().stream().findFirst());
    }

    private static Signature signature(CommandInfo command, CommandInfo.Member.Set set) {
        SyntaxLine line = SyntaxLine.of(command, set, MOST_PARAMETERS);
        List<Signature.Part> parts = new ArrayList<>();
        for (int i = 0; i < set.members().size(); i++) {
            ParameterInfo parameter = set.members().get(i).parameter();
            String values = parameter.values().isEmpty() ? "" : "Values: " + String.join(", ", parameter.values().stream().limit(12).map(Markdown::code).toList());
            parts.add(new Signature.Part(line.parameters().get(i), new Markdown().prose(parameter.description().orElse("")).paragraph(values).toString()));
        }
        return new Signature(line.text(), command.synopsis().map(Markdown::escape).orElse(""), parts);
    }

    // ---- methods

    private Optional<Call> method(OpenCall open) {
        List<Node> path = TreePath.at(model.script(), open.paren() - 1);
        Node leaf = path.get(path.size() - 1);
        Node parent = path.size() > 1 ? path.get(path.size() - 2) : leaf;
        return switch (parent) {
            case Expression.MemberAccess access when access.member() == leaf -> method(access.target(), leaf, access.isStatic(), open.argument(), path);
            case Expression.Invoke invoke when invoke.member() == leaf -> method(invoke.target(), leaf, invoke.isStatic(), open.argument(), path);
            default -> Optional.empty();
        };
    }

    private Optional<Call> method(Expression target, Node member, boolean isStatic, int argument, List<Node> path) {
        if (!(member instanceof Expression.StringConstant name)) {
            return Optional.empty();
        }
        Optional<Shape> shape = isStatic && target instanceof Expression.TypeLiteral literal ? inference.named(literal.type().text()) : inference.of(target, path);
        List<Signature> signatures = shape.map(found -> overloads(found, name.value(), isStatic, 0)).orElse(List.of());
        if (signatures.isEmpty()) {
            return Optional.empty();
        }
        int active = 0;
        for (int i = signatures.size() - 1; i >= 0; i--) {
            active = signatures.get(i).parameters().size() > argument ? i : active;
        }
        boolean fits = argument < signatures.get(active).parameters().size();
        return Optional.of(new Call(signatures, active, fits ? OptionalInt.of(argument) : OptionalInt.empty()));
    }

    private List<Signature> overloads(Shape shape, String name, boolean isStatic, int depth) {
        return switch (shape) {
            case Shape.Known known -> known.type().members(name, isStatic).stream().filter(KnownMember::isCalled).map(Signatures::signature).toList();
            case Shape.Declared declared -> declared(declared.type(), name, isStatic, depth);
            case Shape.Many many when depth < 8 -> {
                List<Signature> of = many.element().map(element -> overloads(element, name, isStatic, depth + 1)).orElse(List.of());
                yield of.isEmpty() ? Shape.of("System.Array").map(array -> array instanceof Shape.Known ? overloads(array, name, isStatic, depth + 1) : List.<Signature>of()).orElse(List.of()) : of;
            }
            default -> List.of();
        };
    }

    private List<Signature> declared(Statement.TypeDefinition type, String name, boolean isStatic, int depth) {
        boolean makes = isStatic && name.equalsIgnoreCase("new");
        List<Signature> own = type.members().stream().filter(Member.Method.class::isInstance).map(Member.Method.class::cast)
            .filter(method -> makes ? method.name().equalsIgnoreCase(type.name()) : method.name().equalsIgnoreCase(name) && method.isStatic() == isStatic).map(Signatures::signature).toList();
        if (!own.isEmpty() || makes || depth > 8) {
            return own;
        }
        return type.baseTypes().stream().findFirst().flatMap(base -> inference.named(base.type().text())).map(base -> overloads(base, name, isStatic, depth + 1)).orElse(List.of());
    }

    private static Signature signature(KnownMember member) {
        List<String> parameters = member.parameters().stream().map(each -> (each.type() + " " + each.name()).strip()).toList();
        return signature((member.type().isEmpty() ? "" : member.type() + " ") + member.name() + "(", parameters, Markdown.escape(member.description()));
    }

    private static Signature signature(Member.Method method) {
        String whole = MemberText.signature(method);
        return signature(whole.substring(0, whole.indexOf('(') + 1), method.parameters().stream().map((Parameter parameter) -> MemberText.parameter(parameter)).toList(), "");
    }

    private static Signature signature(String head, List<String> parameters, String documentation) {
        StringBuilder label = new StringBuilder(head);
        List<Signature.Part> parts = new ArrayList<>();
        for (String parameter : parameters) {
            label.append(parts.isEmpty() ? "" : ", ");
            parts.add(new Signature.Part(new Span(label.length(), label.length() + parameter.length()), ""));
            label.append(parameter);
        }
        return new Signature(label.append(')').toString(), documentation, parts);
    }
}
