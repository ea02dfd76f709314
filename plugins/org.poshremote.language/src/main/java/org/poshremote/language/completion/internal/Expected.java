package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.types.KnownMember;
import org.poshremote.language.types.Shape;

/** Which values a text can have by where it stands: compared with, assigned to or given as something whose values are few. */
final class Expected {
    private final Cursor cursor;

    Expected(Cursor cursor) {
        this.cursor = cursor;
    }

    /** @param at of the text in the cursor's path */
    List<String> at(int at) {
        List<Node> path = cursor.path();
        Node text = path.get(at);
        for (int i = at - 1; i > 0; i--) {
            int place = i;
            Node child = path.get(i + 1);
            switch (path.get(i)) {
                case Expression.Binary binary when binary.operatorStart() < cursor.offset() && child == binary.right() -> {
                    return values(binary.left(), path.subList(0, i + 1));
                }
                case Statement.Assignment assignment when child == assignment.right() -> {
                    return values(assignment.left(), path.subList(0, i + 1));
                }
                case Clause.SwitchCase choice when child == choice.condition() && path.get(place - 1) instanceof Statement.Switch whole -> {
                    return whole.condition() instanceof Statement.Pipeline pipeline ? pipeline.expression().map(value -> values(value, path.subList(0, place))).orElse(List.of()) : List.of();
                }
                case Expression.Invoke invoke when invoke.arguments().stream().anyMatch(argument -> argument == child) -> {
                    return argument(invoke, child, path.subList(0, i + 1));
                }
                case org.poshremote.language.syntax.Parameter parameter -> {
                    return set(parameter);
                }
                case Statement.Pipeline pipeline when pipeline.elements().size() == 1 -> { }
                case org.poshremote.language.syntax.PipelineElement.CommandExpression only -> { }
                case org.poshremote.language.syntax.PipelineElement.Command command when command.elements().size() == 1 && command.elements().get(0) == text -> { }
                case Expression.ArrayLiteral array -> { }
                case Expression.Convert convert -> {
                    return cursor.inference().named(convert.constraint().type().text()).map(ValueProposals::members).orElse(List.of());
                }
                default -> {
                    return List.of();
                }
            }
        }
        return List.of();
    }

    private List<String> values(Expression value, List<Node> path) {
        Expression plain = value instanceof Expression.Convert convert ? convert.operand() : value;
        if (plain instanceof Expression.Variable variable) {
            Optional<VariableSymbol> symbol = cursor.model().symbolOf(variable).or(() -> cursor.model().variableAt(variable.name(), variable.start()));
            List<String> set = symbol.flatMap(VariableSymbol::parameter).map(Expected::set).orElse(List.of());
            if (!set.isEmpty()) {
                return set;
            }
            if (variable.name().toLowerCase(java.util.Locale.ROOT).endsWith("preference") && !variable.name().equalsIgnoreCase("ConfirmPreference")) {
                return Knowledge.values("ActionPreference");
            }
        }
        Optional<Shape> shape = value instanceof Expression.Convert convert ? cursor.inference().named(convert.constraint().type().text()) : cursor.inference().of(value, path);
        return shape.map(ValueProposals::members).orElse(List.of());
    }

    private static List<String> set(org.poshremote.language.syntax.Parameter parameter) {
        return parameter.attributes().stream().filter(AttributeNode.Attribute.class::isInstance).map(AttributeNode.Attribute.class::cast)
            .filter(attribute -> attribute.type().name().equalsIgnoreCase("ValidateSet")).findFirst()
            .map(attribute -> attribute.positional().stream().flatMap(each -> each.constantText().stream()).toList()).orElse(List.of());
    }

    private List<String> argument(Expression.Invoke invoke, Node child, List<Node> path) {
        int index = -1;
        for (int i = 0; i < invoke.arguments().size(); i++) {
            index = invoke.arguments().get(i) == child ? i : index;
        }
        int place = index;
        Optional<Shape> target = invoke.target() instanceof Expression.TypeLiteral literal ? cursor.inference().named(literal.type().text()) : cursor.inference().of(invoke.target(), path);
        String name = invoke.member().constantText().orElse("");
        return target.filter(Shape.Known.class::isInstance).map(shape -> ((Shape.Known) shape).type().members(name, invoke.isStatic())).orElse(List.of()).stream()
            .filter(KnownMember::isCalled).filter(member -> member.parameters().size() > place)
            .flatMap(member -> cursor.inference().named(member.parameters().get(place).type()).stream()).map(ValueProposals::members).filter(values -> !values.isEmpty()).findFirst().orElse(List.of());
    }
}
