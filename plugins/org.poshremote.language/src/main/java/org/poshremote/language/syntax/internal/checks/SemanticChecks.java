package org.poshremote.language.syntax.internal.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;
import org.poshremote.language.syntax.SyntaxError;
import org.poshremote.language.syntax.TypeName;

/** What PowerShell rejects before it runs a script although it can be read: one walk over the tree. */
public final class SemanticChecks {
    private static final Pattern NAMESPACE = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*(?:\\.[\\p{L}_][\\p{L}\\p{Nd}_]*)*");

    private final Findings findings = new Findings();
    private final Assignments assignments = new Assignments(findings);
    private final ClassChecks classes = new ClassChecks(findings);
    private final DataSections dataSections = new DataSections(findings);
    private final FinallyFlow flow = new FinallyFlow(findings);

    private SemanticChecks() {
    }

    public static List<SyntaxError> check(ScriptBlock root) {
        SemanticChecks checks = new SemanticChecks();
        checks.classes.types(root);
        checks.visit(root);
        return checks.findings.all();
    }

    private void visit(Node node) {
        switch (node) {
            case Expression.Variable variable -> {
                if (variable.splatted()) {
                    findings.add("SplattingNotPermitted", variable, variable.path());
                }
                return;
            }
            case Expression.StringConstant constant -> {
                return;
            }
            case Expression.Constant constant -> {
                return;
            }
            case PipelineElement.Command command -> {
                command(command);
                return;
            }
            case Expression.ScriptBlockLiteral literal -> {
                flow.within(() -> children(literal));
                return;
            }
            case Expression.Unary unary -> assignments.step(unary);
            case Expression.Convert convert -> assignments.convert(convert);
            case Expression.Attributed attributed -> assignments.attributed(attributed);
            case Expression.Hashtable table -> {
                keys(table);
                for (Clause.Entry entry : table.entries()) {
                    visit(entry.key());
                    visit(entry.value());
                }
                return;
            }
            case Statement.Assignment assignment -> {
                assignments.assignment(assignment);
                visit(assignment.left());
                visit(assignment.right());
                return;
            }
            case Statement.Function function -> {
                parameters(function.parameters());
                function.body().param().filter(param -> !function.parameters().isEmpty()).ifPresent(param -> findings.add("OnlyOneParameterListAllowed", param));
                flow.within(() -> children(function));
                return;
            }
            case ParamBlock param -> parameters(param.parameters());
            case AttributeNode.Attribute attribute -> constants(attribute);
            case Statement.TypeDefinition type -> {
                classes.check(type);
                type.members().forEach(this::visit);
                return;
            }
            case Member.Property property -> {
                property.initialValue().ifPresent(this::visit);
                return;
            }
            case Member.Method method -> {
                parameters(method.parameters());
                flow.within(() -> {
                    method.parameters().forEach(parameter -> parameter.defaultValue().ifPresent(this::visit));
                    method.baseArguments().forEach(this::visit);
                    visit(method.body());
                });
                return;
            }
            case Statement.Using using -> using(using);
            case Statement.Data data -> dataSections.check(data);
            case Statement.Trap trap -> {
                flow.within(() -> children(trap));
                return;
            }
            case Statement.Try tried -> {
                flow.catches(tried);
                visit(tried.body());
                tried.catches().forEach(this::visit);
                tried.finallyBlock().ifPresent(block -> flow.inFinally(() -> visit(block)));
                return;
            }
            case Statement.Jump jump -> flow.jump(jump);
            case Statement.Leave leave when leave.keyword().equals("return") -> flow.leave(leave);
            case Statement.For loop -> {
                flow.inLoop(loop.label(), () -> children(loop));
                return;
            }
            case Statement.ForEach loop -> {
                flow.inLoop(loop.label(), () -> children(loop));
                return;
            }
            case Statement.While loop -> {
                flow.inLoop(loop.label(), () -> children(loop));
                return;
            }
            case Statement.Do loop -> {
                flow.inLoop(loop.label(), () -> children(loop));
                return;
            }
            case Statement.Switch loop -> {
                flow.inLoop(loop.label(), () -> children(loop));
                return;
            }
            // the rest holds nothing of its own; the frequent ones without making lists
            case Statement.Pipeline pipeline -> {
                all(pipeline.elements());
                return;
            }
            case PipelineElement.CommandExpression expression -> {
                visit(expression.expression());
                all(expression.redirections());
                return;
            }
            case Expression.ExpandableString text -> {
                all(text.parts());
                return;
            }
            case StatementBlock block -> {
                all(block.statements());
                return;
            }
            case NamedBlock block -> {
                all(block.statements());
                return;
            }
            case CommandParameter parameter -> {
                parameter.argument().ifPresent(this::visit);
                return;
            }
            case TypeName type -> {
                return;
            }
            case AttributeNode.TypeConstraint type -> {
                return;
            }
            default -> {
            }
        }
        children(node);
    }

    private void all(List<? extends Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            visit(nodes.get(i));
        }
    }

    private void children(Node node) {
        for (Node child : node.children()) {
            visit(child);
        }
    }

    /** A command's arguments may be splatted, but not within a list. */
    private void command(PipelineElement.Command command) {
        for (int i = 0; i < command.elements().size(); i++) {
            Node element = command.elements().get(i);
            if (element instanceof Expression.ArrayLiteral list) {
                for (Expression item : list.elements()) {
                    if (item instanceof Expression.Variable variable && variable.splatted()) {
                        findings.add("SplattingNotPermittedInArgumentList", variable, variable.path());
                    } else {
                        visit(item);
                    }
                }
            } else if (!(element instanceof Expression.Variable variable && variable.splatted())) {
                visit(element);
            }
        }
        all(command.redirections());
    }

    private void keys(Expression.Hashtable table) {
        if (table.entries().size() < 2) {
            return;
        }
        Set<String> keys = new HashSet<>();
        for (Clause.Entry entry : table.entries()) {
            Optional<String> key = switch (entry.key()) {
                case Expression.StringConstant text -> Optional.of(text.value());
                case Expression.Constant number -> Optional.of(number.value().toString());
                default -> Optional.empty();
            };
            if (key.isPresent() && !keys.add(key.get().toLowerCase(Locale.ROOT))) {
                findings.add("DuplicateKeyInHashLiteral", entry.key(), key.get());
            }
        }
    }

    private void parameters(List<Parameter> parameters) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            Expression.Variable name = parameter.name();
            if (!name.path().isEmpty() && !names.add(name.path().toLowerCase(Locale.ROOT))) {
                findings.add("DuplicateFormalParameter", name, name.path());
            }
            for (AttributeNode attribute : parameter.attributes()) {
                if (attribute instanceof AttributeNode.TypeConstraint type && (type.type().name().equalsIgnoreCase("void") || type.type().name().equalsIgnoreCase("System.Void"))) {
                    findings.add("VoidTypeConstraintNotAllowed", type);
                }
                if (attribute instanceof AttributeNode.TypeConstraint type && type.type().name().equalsIgnoreCase("ordered")) {
                    findings.add("OrderedAttributeOnlyOnHashLiteralNode", type, "ordered");
                }
            }
        }
    }

    /** Arguments of attributes are known before the script runs. */
    private void constants(AttributeNode.Attribute attribute) {
        attribute.positional().forEach(this::constant);
        attribute.named().forEach(named -> named.value().ifPresent(this::constant));
    }

    private void constant(Expression value) {
        if (!ConstantValues.isConstant(value) && !(value instanceof Expression.ScriptBlockLiteral)) {
            findings.add("ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock", value);
        }
    }

    private void using(Statement.Using using) {
        if (using.alias().isPresent() || using.kind().equals("type") || using.kind().equals("command")) {
            findings.add("UsingStatementNotSupported", using);
        }
        if (using.kind().equals("namespace")) {
            using.name().filter(name -> !(name instanceof Expression.StringConstant text && NAMESPACE.matcher(text.value()).matches()))
                .ifPresent(name -> findings.add("InvalidNamespaceValue", name));
        }
    }
}
