package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.PipelineElement.Invocation;
import org.poshremote.language.syntax.Redirection;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;

/** Pipelines and commands (language specification 8.2, 2.3.4), and assignments, which begin like them. */
final class Commands {
    private static final List<String> ASSIGNMENTS = List.of("??=", "+=", "-=", "*=", "/=", "%=", "=");

    private final Source source;
    private final Statements statements;
    private final Expressions expressions;
    private final Strings strings;
    private int configurations;

    Commands(Source source, Statements statements, Expressions expressions, Strings strings) {
        this.source = source;
        this.statements = statements;
        this.expressions = expressions;
        this.strings = strings;
    }

    /** Within the body of a configuration a resource's name is a keyword. */
    void enterConfiguration() {
        configurations++;
    }

    void leaveConfiguration() {
        configurations--;
    }

    Statement pipelineOrAssignment() {
        if (!statements.enter()) {
            return Statement.Error.of(source.at, source.at);
        }
        try {
            return chain();
        } finally {
            statements.leave();
        }
    }

    private Statement chain() {
        Statement left = pipeline();
        while (true) {
            int before = source.at;
            source.skipBlanks();
            boolean and = source.startsWith("&&");
            if (!and && !source.startsWith("||")) {
                source.at = before;
                return left;
            }
            int operator = source.at;
            source.at += 2;
            source.skipSpace();
            int at = source.at;
            Statement right = pipeline();
            if (source.at == at) {
                source.error("EmptyPipelineChainElement", operator, operator + 2);
                return left;
            }
            left = new Statement.PipelineChain(left.start(), source.at, left, and, right, false);
        }
    }

    private Statement pipeline() {
        source.skipBlanks();
        int start = source.at;
        List<PipelineElement> elements = new ArrayList<>();
        if (expressions.begins()) {
            Expression expression = expressions.expression();
            source.skipBlanks();
            Optional<String> assignment = assignment();
            if (assignment.isPresent()) {
                return assign(expression, assignment.get());
            }
            if (expression.end() == expression.start()) {
                source.at = start;
                return Statement.Error.of(start, start);
            }
            source.at = expression.end();
            List<Redirection> redirections = redirections();
            int end = redirections.isEmpty() ? expression.end() : redirections.get(redirections.size() - 1).end();
            elements.add(new PipelineElement.CommandExpression(start, end, expression, redirections));
        } else {
            Optional<Statement> keyword = configurations > 0 ? dynamicKeyword() : Optional.empty();
            if (keyword.isPresent()) {
                return keyword.get();
            }
            Optional<PipelineElement> command = command();
            if (command.isEmpty()) {
                if (source.peek() == '|') {
                    source.error("EmptyPipeElement", source.at, source.at + 1);
                    source.at++;
                    return Statement.Error.of(start, source.at);
                }
                return Statement.Error.of(start, start);
            }
            elements.add(command.get());
        }
        boolean background = rest(elements);
        return new Statement.Pipeline(start, source.at, elements, background);
    }

    /** What follows the first element; the end is behind the last one. */
    private boolean rest(List<PipelineElement> elements) {
        while (true) {
            int end = source.at;
            source.skipBlanks();
            if (source.atNewline()) { // 7.0: a line may begin with the bar
                source.skipSpace();
                if (source.peek() != '|' || source.peek(1) == '|') {
                    source.at = end;
                    return false;
                }
            }
            char c = source.peek();
            if (c == '&' && source.peek(1) != '&') {
                source.at++;
                return true;
            }
            if (c != '|' || source.peek(1) == '|') {
                source.at = end;
                return false;
            }
            int bar = source.at++;
            source.skipSpace();
            Optional<PipelineElement> next = element();
            if (next.isEmpty()) {
                source.error("EmptyPipeElement", bar + 1, bar + 1);
                return false;
            }
            elements.add(next.get());
        }
    }

    private Optional<PipelineElement> element() {
        if (!expressions.begins()) {
            return command();
        }
        int start = source.at;
        Expression expression = expressions.expression();
        if (expression.end() == expression.start()) {
            return Optional.empty();
        }
        source.error("ExpressionsMustBeFirstInPipeline", start, expression.end());
        return Optional.of(new PipelineElement.CommandExpression(start, source.at, expression, redirections()));
    }

    private Optional<String> assignment() {
        for (String operator : ASSIGNMENTS) {
            if (source.startsWith(operator) && !(operator.equals("=") && source.peek(1) == '=')) {
                return Optional.of(operator);
            }
        }
        return Source.dash(source.peek()) && source.peek(1) == '=' ? Optional.of("-=") : Optional.empty();
    }

    private Statement assign(Expression left, String operator) {
        int operatorStart = source.at;
        source.at += operator.length();
        if (!assignable(left)) {
            source.error("InvalidLeftHandSide", left.start(), left.end());
        }
        source.skipSpace();
        int at = source.at;
        Statement right = statements.statement();
        if (source.at == at) {
            source.error("ExpectedValueExpression", operatorStart + operator.length(), operatorStart + operator.length());
        }
        return new Statement.Assignment(left.start(), Math.max(source.at, right.end()), left, operator, right);
    }

    private static boolean assignable(Expression expression) {
        return switch (expression) {
            case Expression.Variable v -> !v.splatted();
            case Expression.MemberAccess m -> !m.nullConditional();
            case Expression.Index i -> !i.nullConditional();
            case Expression.Invoke call -> !call.nullConditional(); // a property with parameters
            case Expression.Convert c -> assignable(c.operand());
            case Expression.Attributed a -> assignable(a.operand());
            case Expression.ArrayLiteral list -> list.elements().stream().allMatch(Commands::assignable);
            case Expression.Paren p -> p.pipeline() instanceof Statement.Pipeline only && only.expression().map(Commands::assignable).orElse(false);
            case Expression.Error e -> true; // told already
            default -> false;
        };
    }

    // ---- commands

    private Optional<PipelineElement> command() {
        int start = source.at;
        Invocation invocation = Invocation.NAME;
        char c = source.peek();
        if (c == '&' && source.peek(1) != '&') {
            invocation = Invocation.AMPERSAND;
        } else if (c == '.' && dotSources()) {
            invocation = Invocation.DOT;
        }
        if (invocation != Invocation.NAME) {
            source.at++;
            source.skipBlanks();
        }
        List<CommandElement> elements = new ArrayList<>();
        int nameStart = source.at;
        if (invocation == Invocation.NAME) {
            if (source.delimiter(source.at)) {
                return Optional.empty();
            }
            elements.add(strings.word());
        } else {
            Expression called = argument();
            if (called.end() == nameStart) {
                source.error("MissingExpression", start, start + 1, source.text.substring(start, start + 1));
                return Optional.of(new PipelineElement.Command(start, source.at, invocation, List.of(), List.of()));
            }
            elements.add(called);
        }
        List<Redirection> redirections = new ArrayList<>();
        int end = source.at;
        while (true) {
            source.skipBlanks();
            int at = source.at;
            if (source.atEnd() || source.atNewline()) {
                break;
            }
            if (redirection(redirections)) {
                end = source.at;
                continue;
            }
            Optional<CommandElement> next = commandElement();
            if (next.isEmpty() || source.at == at) {
                break;
            }
            elements.add(next.get());
            end = source.at;
        }
        source.at = end;
        return Optional.of(new PipelineElement.Command(start, end, invocation, elements, redirections));
    }

    /** ". path" or ".$path" dot-sources; "./path", "..\path" and ".exe" are names. */
    private boolean dotSources() {
        char next = source.peek(1);
        return next == ' ' || next == '\t' || next == '$' || next == '(' || next == '{' || Source.singleQuote(next) || Source.doubleQuote(next);
    }

    private Optional<CommandElement> commandElement() {
        char c = source.peek();
        if (c == '|' || c == ';' || c == ')' || c == '}' || c == '&' || c == '<') {
            if (c == '<') {
                source.error("RedirectionNotSupported", source.at, source.at + 1);
                source.at++;
            }
            return Optional.empty();
        }
        if (c == ',') {
            source.error("MissingArgument", source.at, source.at + 1);
            source.at++;
            return Optional.of(new Expression.Error(source.at - 1, source.at, List.of()));
        }
        if (source.startsWith("--%") && source.delimiter(source.at + 3)) {
            return Optional.of(verbatim());
        }
        if (Source.dash(c) && (Source.wordStart(source.peek(1)) || source.peek(1) == '?')) {
            Optional<CommandElement> parameter = parameter();
            if (parameter.isPresent()) {
                return parameter;
            }
        }
        return Optional.of(arguments());
    }

    /** Everything up to the end of the line or an unquoted bar goes to a native program as it is. */
    private CommandElement verbatim() {
        int start = source.at;
        boolean quoted = false;
        while (!source.atEnd() && !source.atNewline()) {
            char c = source.peek();
            if (c == '"') {
                quoted = !quoted;
            }
            if (!quoted && (c == '|' || c == '&' && source.peek(1) == '&')) {
                break;
            }
            source.at++;
        }
        return new Expression.StringConstant(start, source.at, source.text.substring(start, source.at), Expression.Quotes.BARE);
    }

    private Optional<CommandElement> parameter() {
        int start = source.at++;
        int nameStart = source.at;
        while (!source.delimiter(source.at)) {
            char c = source.peek();
            if (c == ':' || c == '.' || c == '[' || c == '=' ) {
                break;
            }
            if (Source.singleQuote(c) || Source.doubleQuote(c)) { // -foo"bar" is a word
                source.at = start;
                return Optional.empty();
            }
            source.at++;
        }
        String name = source.text.substring(nameStart, source.at);
        int end = source.at;
        if (source.peek() == '=') { // -a=b goes to a native program as one word
            source.at = start;
            return Optional.empty();
        }
        if (source.peek() != ':') {
            return Optional.of(new CommandParameter(start, end, name, Optional.empty()));
        }
        source.at++;
        int colonEnd = source.at;
        source.skipBlanks();
        int at = source.at;
        Expression argument = source.atEnd() || source.atNewline() ? new Expression.Error(at, at, List.of()) : arguments();
        if (argument.end() == at) {
            source.at = colonEnd;
            source.error("ParameterRequiresArgument", start, colonEnd, name);
            return Optional.of(new CommandParameter(start, colonEnd, name, Optional.empty()));
        }
        return Optional.of(new CommandParameter(start, source.at, name, Optional.of(argument)));
    }

    /** An argument, or several joined by commas into an array. */
    private Expression arguments() {
        Expression first = argument();
        if (first.end() == first.start()) {
            return first;
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (true) {
            int before = source.at;
            source.skipBlanks();
            if (source.peek() != ',') {
                source.at = before;
                break;
            }
            int comma = source.at++;
            source.skipSpace();
            int at = source.at;
            Expression next = argument();
            if (source.at == at) {
                source.error("MissingExpression", comma, comma + 1, ",");
                break;
            }
            elements.add(next);
        }
        return elements.size() == 1 ? first : new Expression.ArrayLiteral(first.start(), source.at, elements);
    }

    /** One argument; an empty error node where nothing begins one. */
    Expression argument() {
        int start = source.at;
        char c = source.peek();
        char d = source.peek(1);
        if (c == '$' && d == '(' || c == '(' || c == '@' && (d == '(' || d == '{' || Source.singleQuote(d) || Source.doubleQuote(d))
                || Source.singleQuote(c) || Source.doubleQuote(c)) {
            return expressions.postfix(expressions.primary());
        }
        if (c == '{') {
            return expressions.postfix(expressions.primary());
        }
        if (c == '$' && strings.variableFollows(1, true)) {
            Expression.Variable variable = strings.variable(false);
            char next = source.peek();
            boolean ends = source.delimiter(source.at) || next == '.' || next == '[' || next == '?' && (source.peek(1) == '.' || source.peek(1) == '[')
                || next == ':' && source.peek(1) == ':';
            if (ends) {
                return expressions.postfix(variable);
            }
            source.at = start;
            return strings.word();
        }
        if (c == '@' && strings.variableFollows(1, false)) {
            Expression.Variable splatted = strings.variable(false);
            if (source.delimiter(source.at)) {
                return splatted;
            }
            source.at = start;
            return strings.word();
        }
        boolean negative = Source.dash(c) && (Source.digit(d) || d == '.' && Source.digit(source.peek(2)));
        if (negative || Source.digit(c) || c == '.' && Source.digit(d)) {
            Optional<Numbers.Literal> number = Numbers.at(source.text, negative ? start + 1 : start);
            if (number.isPresent() && source.delimiter(number.get().end())) {
                source.at = number.get().end();
                Expression constant = new Expression.Constant(negative ? start + 1 : start, source.at, number.get().value());
                return negative ? new Expression.Unary(start, source.at, "-", false, constant) : constant;
            }
        }
        return source.delimiter(source.at) ? new Expression.Error(start, start, List.of()) : strings.word();
    }

    // ---- redirections

    private List<Redirection> redirections() {
        List<Redirection> all = new ArrayList<>();
        while (true) {
            int before = source.at;
            source.skipBlanks();
            if (!redirection(all)) {
                source.at = before;
                return all;
            }
        }
    }

    private boolean redirection(List<Redirection> all) {
        int start = source.at;
        char c = source.peek();
        int from = 1;
        int ahead = 0;
        if (c >= '1' && c <= '6' && source.peek(1) == '>') {
            from = c - '0';
            ahead = 1;
        } else if (c == '*' && source.peek(1) == '>') {
            from = 0;
            ahead = 1;
        }
        if (source.peek(ahead) != '>') {
            return false;
        }
        source.at += ahead + 1;
        if (source.peek() == '&') {
            char to = source.peek(1);
            if (to == '1' || to == '2') {
                source.at += 2;
                all.add(new Redirection.Merging(start, source.at, from, to - '0'));
                return true;
            }
        }
        boolean append = source.peek() == '>';
        if (append) {
            source.at++;
        }
        source.skipBlanks();
        int at = source.at;
        Expression target = argument();
        if (source.at == at) {
            source.error("MissingFileSpecification", at, at + 1);
        }
        all.add(new Redirection.ToFile(start, source.at, from, append, target));
        return true;
    }

    // ---- resources of a configuration

    private Optional<Statement> dynamicKeyword() {
        int start = source.at;
        int errors = source.errors.size();
        String word = source.word();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        source.at += word.length();
        source.skipBlanks();
        Optional<Expression> name = Optional.empty();
        if (source.peek() != '{' && !source.atNewline() && !source.atEnd()) {
            name = Optional.of(arguments());
        }
        source.skipSpace();
        boolean block = word.equalsIgnoreCase("node");
        if (source.peek() != '{' || name.isEmpty() && !block && !nested(word)) {
            source.at = start;
            source.errors.subList(errors, source.errors.size()).clear();
            return Optional.empty();
        }
        int open = source.at;
        Expression body;
        if (block) {
            ScriptBlock script = statements.bracedScriptBlock();
            body = new Expression.ScriptBlockLiteral(open, source.at, script);
        } else {
            source.at++;
            boolean commas = expressions.suspendCommas();
            var entries = expressions.entries();
            expressions.resumeCommas(commas);
            if (source.peek() == '}') {
                source.at++;
            } else {
                source.error("MissingEndCurlyBrace", open, open + 1);
                statements.recoverTo('}');
            }
            body = new Expression.Hashtable(open, source.at, entries);
        }
        return Optional.of(new Statement.DynamicKeyword(start, source.at, word, name, body));
    }

    /** A property whose value is a resource of its own: keyword and braces alone. */
    private static boolean nested(String word) {
        return !word.isEmpty() && (Character.isUpperCase(word.charAt(0)) || word.startsWith("MSFT_"));
    }
}
