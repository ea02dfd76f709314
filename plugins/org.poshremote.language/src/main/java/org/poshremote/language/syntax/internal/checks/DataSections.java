package org.poshremote.language.syntax.internal.checks;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Redirection;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;

/** What a data section must not hold (about_Data_Sections). */
final class DataSections {
    private static final Set<String> VARIABLES = Set.of("psculture", "psuiculture", "true", "false", "null");
    private static final Set<String> OPERATORS = Set.of("..", "-f", "-join", "-as", "++", "--", "-split", "-isplit", "-csplit", "-match", "-imatch", "-cmatch",
        "-notmatch", "-inotmatch", "-cnotmatch", "-replace", "-ireplace", "-creplace");
    private static final Set<String> TYPES = Set.of("bool", "boolean", "char", "sbyte", "byte", "int16", "short", "uint16", "ushort", "int", "int32", "uint32", "uint", "long", "int64",
        "uint64", "ulong", "single", "float", "double", "decimal", "datetime", "string");

    private final Findings findings;
    private Set<String> commands = Set.of();

    DataSections(Findings findings) {
        this.findings = findings;
    }

    void check(Statement.Data data) {
        commands = new HashSet<>(Set.of("convertfrom-stringdata"));
        data.supportedCommands().forEach(name -> name.constantText().ifPresent(text -> commands.add(text.toLowerCase(Locale.ROOT))));
        visit(data.body());
    }

    private void visit(Node node) {
        switch (node) {
            case Statement statement -> statement(statement);
            case PipelineElement.Command command -> command(command);
            case Redirection redirection -> findings.add("RedirectionNotSupportedInDataSection", redirection);
            case Expression expression -> expression(expression);
            case AttributeNode.TypeConstraint constraint -> {
                String name = constraint.type().name().toLowerCase(Locale.ROOT);
                if (!TYPES.contains(name.startsWith("system.") ? name.substring("system.".length()) : name)) {
                    findings.add("TypeNotAllowedInDataSection", constraint, constraint.type().text());
                }
            }
            case AttributeNode.Attribute attribute -> findings.add("AttributeNotSupportedInDataSection", attribute);
            case ScriptBlock block -> {
                return; // told at its braces
            }
            default -> {
            }
        }
        node.children().forEach(this::visit);
    }

    private void statement(Statement statement) {
        String id = switch (statement) {
            case Statement.Function function -> "FunctionDeclarationNotSupportedInDataSection";
            case Statement.Trap trap -> "TrapStatementNotSupportedInDataSection";
            case Statement.Switch choice -> "SwitchStatementNotSupportedInDataSection";
            case Statement.Data data -> "DataSectionStatementNotSupportedInDataSection";
            case Statement.ForEach loop -> "ForeachStatementNotSupportedInDataSection";
            case Statement.Do loop -> "DoWhileStatementNotSupportedInDataSection";
            case Statement.For loop -> "ForWhileStatementNotSupportedInDataSection";
            case Statement.While loop -> "ForWhileStatementNotSupportedInDataSection";
            case Statement.Try tried -> "TryStatementNotSupportedInDataSection";
            case Statement.Jump jump -> "FlowControlStatementNotSupportedInDataSection";
            case Statement.Leave leave -> "FlowControlStatementNotSupportedInDataSection";
            case Statement.Assignment assignment -> "AssignmentStatementNotSupportedInDataSection";
            case Statement.Block block -> "ParallelAndSequenceBlockNotSupportedInDataSection";
            default -> "";
        };
        if (!id.isEmpty()) {
            findings.add(id, statement);
        }
    }

    private void command(PipelineElement.Command command) {
        String name = command.name();
        if (command.invocation() == PipelineElement.Invocation.DOT) {
            findings.add("DotSourcingNotSupportedInDataSection", command);
        } else if (name.isEmpty() && command.invocation() == PipelineElement.Invocation.AMPERSAND) {
            findings.add("OperatorNotSupportedInDataSection", command, "&");
        } else if (!commands.contains(name.toLowerCase(Locale.ROOT))) {
            CommandElement first = command.elements().isEmpty() ? null : command.elements().get(0);
            findings.add("CmdletNotInAllowedListForDataSection", command, first instanceof Expression.StringConstant word ? word.value() : "");
        }
    }

    private void expression(Expression expression) {
        switch (expression) {
            case Expression.Variable variable when !VARIABLES.contains(variable.path().toLowerCase(Locale.ROOT)) ->
                findings.add("VariableReferenceNotSupportedInDataSection", variable, variable.path());
            case Expression.MemberAccess member -> findings.add("PropertyReferenceNotSupportedInDataSection", member);
            case Expression.Invoke call -> findings.add("MethodCallNotSupportedInDataSection", call);
            case Expression.Index index -> findings.add("ArrayReferenceNotSupportedInDataSection", index);
            case Expression.ScriptBlockLiteral block -> findings.add("ScriptBlockNotSupportedInDataSection", block);
            case Expression.Attributed attributed -> findings.add("AttributeNotSupportedInDataSection", attributed);
            case Expression.Binary binary when OPERATORS.contains(binary.operator()) ->
                findings.add("OperatorNotSupportedInDataSection", binary.operatorStart(), binary.operatorStart() + binary.operator().length(), binary.operator());
            case Expression.Unary unary when OPERATORS.contains(unary.operator()) -> findings.add("OperatorNotSupportedInDataSection", unary, unary.operator());
            default -> {
            }
        }
    }
}
