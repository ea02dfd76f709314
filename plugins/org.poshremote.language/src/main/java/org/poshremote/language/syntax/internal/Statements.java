package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.AttributeNode.TypeConstraint;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Statements that begin with a keyword (language specification 8). */
final class Statements {
    private final Grammar grammar;
    private final Source source;

    Statements(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    /** Where nothing begins a statement, an error node without a step forward. */
    Statement statement() {
        int start = source.at;
        char c = source.peek();
        if (c == '[') {
            return bracketed(start);
        }
        if (c == ':' && Source.wordStart(source.peek(1))) {
            return labeled(start);
        }
        return statement(start, Keyword.at(source), List.of());
    }

    private Statement statement(int start, Keyword keyword, List<AttributeNode> attributes) {
        return switch (keyword) {
            case NONE -> grammar.pipelines.pipelineOrAssignment();
            case IF -> ifStatement(start);
            case SWITCH -> grammar.switches.switchStatement(start, "");
            case WHILE -> grammar.loops.whileStatement(start, "");
            case DO -> grammar.loops.doStatement(start, "");
            case FOR -> grammar.loops.forStatement(start, "");
            case FOREACH -> grammar.loops.forEach(start, "");
            case TRY -> tryStatement(start);
            case TRAP -> trap(start);
            case FUNCTION, FILTER, WORKFLOW -> grammar.declarations.function(start, keyword.text);
            case CONFIGURATION -> grammar.declarations.configuration(start);
            case CLASS, ENUM, INTERFACE -> grammar.classes.type(start, keyword.text, attributes);
            case DATA -> data(start);
            case RETURN, THROW, EXIT -> leaveStatement(start, keyword.text);
            case BREAK, CONTINUE -> jump(start, keyword.text);
            case PARALLEL, SEQUENCE -> workflowBlock(start, keyword.text);
            case USING -> {
                Statement.Using using = grammar.declarations.using();
                source.error("UsingMustBeAtStartOfScript", start, using.end());
                yield using;
            }
            case FROM, DEFINE, VAR -> {
                source.error("ReservedKeywordNotAllowed", source.at, source.at + keyword.text.length(), keyword.text);
                source.at += keyword.text.length();
                yield Statement.Error.of(start, source.at);
            }
            case ELSE, ELSEIF, CATCH, UNTIL -> {
                if (source.errors.isEmpty()) {
                    yield grammar.pipelines.pipelineOrAssignment(); // a command of that name
                }
                source.at += keyword.text.length(); // of a statement that was broken before it
                source.skipSpace();
                int at = source.at;
                Statement rest = statement();
                yield source.at == at ? Statement.Error.of(start, source.at) : Statement.Error.of(start, source.at, rest);
            }
        };
    }

    /** A label can stand before a loop or switch. */
    private Statement labeled(int start) {
        source.at++;
        String label = source.word();
        source.at += label.length();
        source.skipSpace();
        return switch (Keyword.at(source)) {
            case SWITCH -> grammar.switches.switchStatement(start, label);
            case WHILE -> grammar.loops.whileStatement(start, label);
            case DO -> grammar.loops.doStatement(start, label);
            case FOR -> grammar.loops.forStatement(start, label);
            case FOREACH -> grammar.loops.forEach(start, label);
            default -> {
                Statement statement = statement();
                yield statement.end() > statement.start() ? statement : Statement.Error.of(start, source.at);
            }
        };
    }

    /** Attributes before a class or enum; otherwise an expression. */
    private Statement bracketed(int start) {
        int errors = source.errors.size();
        List<AttributeNode> attributes = new ArrayList<>();
        while (source.peek() == '[') {
            Optional<AttributeNode> attribute = grammar.types.attributeOrNothing();
            if (attribute.isEmpty()) {
                break;
            }
            attributes.add(attribute.get());
            source.skipSpace();
        }
        Keyword keyword = Keyword.at(source);
        Optional<AttributeNode> type = attributes.stream().filter(TypeConstraint.class::isInstance).findFirst();
        boolean declaration = keyword == Keyword.CLASS || keyword == Keyword.ENUM || keyword == Keyword.INTERFACE || keyword == Keyword.CONFIGURATION;
        if (declaration) {
            type.ifPresent(found -> source.error("TypeNotAllowedBeforeStatement", found.start(), found.end(), found.type().name()));
            return statement(start, keyword, attributes);
        }
        if (keyword != Keyword.NONE && keyword.withoutAttributes && type.isEmpty()) {
            source.error("UnexpectedAttribute", attributes.get(0).start(), attributes.get(0).end(), attributes.get(0).type().name());
            return statement(start, keyword, List.of());
        }
        source.at = start;
        source.errors.subList(errors, source.errors.size()).clear();
        return grammar.pipelines.pipelineOrAssignment();
    }

    private Statement ifStatement(int start) {
        List<Clause.IfBranch> branches = new ArrayList<>();
        int branchStart = start;
        String keyword = "if";
        while (true) {
            source.at += keyword.length();
            int keywordEnd = source.at;
            source.skipSpace();
            if (source.peek() != '(') {
                source.errorAfter("MissingOpenParenthesisInIfStatement", keywordEnd, keyword);
                source.at = keywordEnd;
                return broken(start, branches);
            }
            int paren = source.at++;
            boolean commas = grammar.suspendCommas();
            source.skipSpace();
            int at = source.at;
            Statement condition = grammar.pipelines.pipelineOrAssignment();
            boolean missing = source.at == at;
            if (missing) {
                source.errorAfter("IfStatementMissingCondition", paren + 1, keyword);
            }
            int end = source.at;
            source.skipSpace();
            grammar.resumeCommas(commas);
            if (source.peek() == ')') {
                end = source.at++;
            } else {
                if (!missing) {
                    source.errorHere("MissingEndParenthesisAfterStatement", keyword);
                }
                if (!grammar.blocks.follows()) {
                    source.at = end;
                    return broken(start, branches, condition);
                }
            }
            if (!grammar.blocks.follows()) {
                source.error("MissingStatementBlock", end, end + 1, keyword);
                return broken(start, branches, condition);
            }
            StatementBlock body = grammar.blocks.block("MissingStatementBlock", end);
            branches.add(new Clause.IfBranch(branchStart, source.at, condition, body));
            int before = source.at;
            source.skipSpace();
            Keyword next = Keyword.at(source);
            if (next == Keyword.ELSEIF) {
                branchStart = source.at;
                keyword = next.text;
                continue;
            }
            if (next == Keyword.ELSE) {
                source.at += next.text.length();
                StatementBlock otherwise = grammar.blocks.block("MissingStatementBlockAfterElse", source.at);
                return new Statement.If(start, source.at, branches, Optional.of(otherwise));
            }
            source.at = before;
            return new Statement.If(start, source.at, branches, Optional.empty());
        }
    }

    /** What was read of a statement that is not whole. */
    private Statement broken(int start, List<? extends Node> parts, Node... more) {
        List<Node> all = new ArrayList<>(parts);
        for (Node node : more) {
            if (node.end() > node.start()) {
                all.add(node);
            }
        }
        all.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return new Statement.Error(start, source.at, all);
    }

    static Statement.Pipeline pipeline(Expression expression) {
        return new Statement.Pipeline(expression.start(), expression.end(), List.of(
            new PipelineElement.CommandExpression(expression.start(), expression.end(), expression, List.of())), false);
    }

    private Statement tryStatement(int start) {
        source.at += 3;
        int keywordEnd = source.at;
        if (!grammar.blocks.follows()) {
            source.errorAfter("MissingTryStatementBlock", keywordEnd);
            return Statement.Error.of(start, source.at);
        }
        StatementBlock body = grammar.blocks.block("MissingTryStatementBlock", keywordEnd);
        List<Clause.Catch> catches = new ArrayList<>();
        int before = source.at;
        source.skipSpace();
        while (Keyword.at(source) == Keyword.CATCH) {
            int at = source.at;
            source.at += "catch".length();
            int errors = source.errors.size();
            List<TypeConstraint> caught = catchTypes();
            if (!grammar.blocks.follows()) {
                if (source.errors.size() == errors) {
                    source.errorAfter("MissingCatchHandlerBlock", source.at);
                }
                return broken(start, catches, body);
            }
            StatementBlock handler = grammar.blocks.block("MissingCatchHandlerBlock", source.at);
            catches.add(new Clause.Catch(at, source.at, caught, handler));
            before = source.at;
            source.skipSpace();
        }
        Optional<StatementBlock> finallyBlock = Optional.empty();
        if (source.wordIs("finally") && source.delimiter(source.at + "finally".length())) {
            source.at += "finally".length();
            finallyBlock = Optional.of(grammar.blocks.block("MissingFinallyStatementBlock", source.at));
        } else {
            source.at = before;
        }
        if (catches.isEmpty() && finallyBlock.isEmpty()) {
            source.errorAfter("MissingCatchOrFinally", body.end());
        }
        return new Statement.Try(start, source.at, body, catches, finallyBlock);
    }

    /** Ends behind the last of them, or where it stood. */
    private List<TypeConstraint> catchTypes() {
        List<TypeConstraint> caught = new ArrayList<>();
        int end = source.at;
        source.skipSpace();
        while (source.peek() == '[') {
            if (grammar.types.attribute() instanceof TypeConstraint constraint) {
                caught.add(constraint);
            }
            end = source.at;
            source.skipSpace();
            if (source.peek() != ',') {
                break;
            }
            source.at++;
            end = source.at;
            source.skipSpace();
            if (source.peek() != '[') {
                source.errorAfter("MissingTypeLiteralToken", end);
            }
        }
        source.at = end;
        return caught;
    }

    private Statement trap(int start) {
        source.at += 4;
        int end = source.at;
        source.skipSpace();
        Optional<TypeConstraint> type = Optional.empty();
        if (source.peek() == '[' && grammar.types.attribute() instanceof TypeConstraint constraint) {
            type = Optional.of(constraint);
            end = source.at;
        }
        source.at = end;
        StatementBlock body = grammar.blocks.block("MissingTrapStatement", end);
        return new Statement.Trap(start, source.at, type, body);
    }

    private Statement data(int start) {
        int errors = source.errors.size();
        source.at += 4;
        int end = source.at;
        source.skipSpace();
        String variable = source.word();
        if (!variable.isEmpty()) {
            source.at += variable.length();
            end = source.at;
            source.skipSpace();
        }
        List<Expression> supported = new ArrayList<>();
        if (Source.dash(source.peek()) && Source.wordStart(source.peek(1))) {
            int parameter = source.at++;
            String name = source.word();
            source.at += name.length();
            end = source.at;
            if (!"supportedcommand".startsWith(name.toLowerCase(java.util.Locale.ROOT))) {
                source.error("InvalidParameterForDataSectionStatement", parameter, end, name);
                source.skipBlanks();
                if (source.peek() != '{') { // the value that it would have
                    int at = source.at;
                    Expression value = grammar.commands.argument();
                    if (source.at > at) {
                        supported.add(value);
                        end = source.at;
                    }
                }
            } else {
                end = supportedCommands(supported, end);
            }
        }
        source.at = end;
        if (source.errors.size() > errors && !grammar.blocks.follows()) {
            return new Statement.Error(start, source.at, List.copyOf(supported));
        }
        StatementBlock body = grammar.blocks.block("MissingStatementBlockForDataSection", end);
        return new Statement.Data(start, source.at, variable, supported, body);
    }

    private int supportedCommands(List<Expression> supported, int parameterEnd) {
        int end = parameterEnd;
        while (true) {
            source.skipSpace();
            int at = source.at;
            Expression command = source.peek() == '{' ? new Expression.Error(at, at, List.of()) : grammar.commands.argument();
            if (source.at == at) {
                source.errorAfter("MissingValueForSupportedCommandInDataSectionStatement", end);
                return end;
            }
            supported.add(command);
            end = source.at;
            source.skipBlanks();
            if (source.peek() != ',') {
                return end;
            }
            end = ++source.at;
        }
    }

    private Statement leaveStatement(int start, String keyword) {
        source.at += keyword.length();
        int end = source.at;
        source.skipBlanks();
        int at = source.at;
        if (source.atEnd() || source.atNewline() || ";})".indexOf(source.peek()) >= 0) {
            source.at = end;
            return new Statement.Leave(start, end, keyword, Optional.empty());
        }
        Statement value = grammar.pipelines.pipelineOrAssignment();
        if (source.at == at) {
            source.at = end;
            return new Statement.Leave(start, end, keyword, Optional.empty());
        }
        return new Statement.Leave(start, source.at, keyword, Optional.of(value));
    }

    private Statement jump(int start, String keyword) {
        source.at += keyword.length();
        int end = source.at;
        source.skipBlanks();
        Optional<Expression> label = Optional.empty();
        if (!source.atEnd() && !source.atNewline() && ";})&|".indexOf(source.peek()) < 0) {
            Expression found = grammar.commands.argument();
            if (found.end() > found.start()) {
                label = Optional.of(found);
                end = source.at;
            }
        }
        source.at = end;
        return new Statement.Jump(start, end, keyword, label);
    }

    private Statement workflowBlock(int start, String keyword) {
        source.at += keyword.length();
        StatementBlock body = grammar.blocks.block("MissingStatementAfterKeyword", source.at, keyword);
        return new Statement.Block(start, source.at, keyword, body);
    }
}
