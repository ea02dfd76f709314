package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;
import org.poshremote.language.syntax.TypeName;

/** Expressions (language specification 7). */
final class Expressions {
    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
        Map.entry("-and", 1), Map.entry("-or", 1), Map.entry("-xor", 1),
        Map.entry("-band", 2), Map.entry("-bor", 2), Map.entry("-bxor", 2),
        Map.entry("??", 7), Map.entry("+", 9), Map.entry("-", 9),
        Map.entry("*", 10), Map.entry("/", 10), Map.entry("%", 10), Map.entry("-f", 12), Map.entry("..", 13));
    private static final int COMPARISON = 5;
    private static final Set<String> COMPARISONS = comparisons();
    private static final Set<String> UNARY_WORDS = Set.of("not", "bnot", "join", "split", "isplit", "csplit");

    private final Source source;
    private final Statements statements;
    private final Strings strings;
    private final Types types;

    /** Within arguments of a method a comma separates them instead of making an array. */
    private boolean commaSeparates;

    Expressions(Source source, Statements statements, Strings strings, Types types) {
        this.source = source;
        this.statements = statements;
        this.strings = strings;
        this.types = types;
    }

    private static Set<String> comparisons() {
        Set<String> all = new HashSet<>(Set.of("-is", "-isnot", "-as", "-join", "-shl", "-shr"));
        for (String name : List.of("eq", "ne", "ge", "gt", "le", "lt", "like", "notlike", "match", "notmatch", "replace", "contains", "notcontains",
                "in", "notin", "split")) {
            all.addAll(List.of("-" + name, "-i" + name, "-c" + name));
        }
        return Set.copyOf(all);
    }

    Expression expression() {
        return ternary();
    }

    /** Inside braces and parentheses a comma makes an array again. To be followed by {@link #resumeCommas}. */
    boolean suspendCommas() {
        boolean before = commaSeparates;
        commaSeparates = false;
        return before;
    }

    void resumeCommas(boolean before) {
        commaSeparates = before;
    }

    private Expression withCommas(boolean separates) {
        boolean before = commaSeparates;
        commaSeparates = separates;
        try {
            return expression();
        } finally {
            commaSeparates = before;
        }
    }

    private Expression ternary() {
        Expression condition = binary(0);
        int before = source.at;
        source.skipBlanks();
        if (source.peek() != '?' || source.peek(1) == '?' || source.peek(1) == '.' || source.peek(1) == '[') {
            source.at = before;
            return condition;
        }
        source.at++;
        source.skipSpace();
        Expression ifTrue = ternary();
        source.skipSpace();
        if (source.peek() != ':') {
            source.error("MissingColonInTernaryExpression", source.at, source.at + 1);
            return new Expression.Error(condition.start(), ifTrue.end(), List.of(condition, ifTrue));
        }
        source.at++;
        source.skipSpace();
        Expression ifFalse = ternary();
        return new Expression.Ternary(condition.start(), ifFalse.end(), condition, ifTrue, ifFalse);
    }

    private record Operator(String text, int precedence, int start, int end) {
    }

    private Optional<Operator> operator() {
        source.skipBlanks();
        int start = source.at;
        char c = source.peek();
        char d = source.peek(1);
        String text = switch (c) {
            case '+', '*', '/', '%' -> d == '=' || c == '+' && d == '+' || c == '*' && d == '>' ? "" : String.valueOf(c);
            case '.' -> d == '.' ? ".." : "";
            case '?' -> d == '?' && source.peek(2) != '=' ? "??" : "";
            default -> Source.dash(c) ? dashOperator(d) : "";
        };
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Integer precedence = PRECEDENCE.get(text);
        if (precedence == null) {
            precedence = COMPARISONS.contains(text) ? COMPARISON : null;
        }
        return precedence == null ? Optional.empty() : Optional.of(new Operator(text, precedence, start, start + text.length()));
    }

    private String dashOperator(char next) {
        if (next == '=' || Source.dash(next)) {
            return "";
        }
        if (!Source.wordStart(next)) {
            return "-";
        }
        int end = source.at + 1;
        while (end < source.length && Source.wordPart(source.text.charAt(end)) && !Source.digit(source.text.charAt(end))) {
            end++;
        }
        String word = "-" + source.text.substring(source.at + 1, end).toLowerCase(Locale.ROOT);
        return PRECEDENCE.containsKey(word) || COMPARISONS.contains(word) ? word : "-unknown";
    }

    private Expression binary(int least) {
        Expression left = term();
        while (true) {
            int before = source.at;
            Optional<Operator> operator = operator();
            if (operator.isEmpty() || operator.get().precedence() <= least) {
                source.at = before;
                return left;
            }
            source.at = operator.get().end();
            source.skipSpace();
            if (!statements.enter()) {
                return left;
            }
            Expression right;
            try {
                int at = source.at;
                right = binary(operator.get().precedence());
                if (source.at == at) {
                    source.error("ExpectedValueExpression", operator.get().end(), operator.get().end());
                    return new Expression.Error(left.start(), operator.get().end(), List.of(left));
                }
            } finally {
                statements.leave();
            }
            left = new Expression.Binary(left.start(), right.end(), left, operator.get().text(), operator.get().start(), right);
        }
    }

    /** An array literal or its only element. */
    private Expression term() {
        Expression first = unary();
        if (commaSeparates) {
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
            Expression next = unary();
            if (source.at == at) {
                source.error("MissingExpressionAfterToken", comma + 1, comma + 1, ",");
                break;
            }
            elements.add(next);
        }
        return elements.size() == 1 ? first
            : new Expression.ArrayLiteral(first.start(), elements.get(elements.size() - 1).end(), elements);
    }

    /** Where nothing begins an expression, an empty error node and no step forward. */
    private Expression unary() {
        if (!statements.enter()) {
            return new Expression.Error(source.at, source.at, List.of());
        }
        try {
            return unaryInDepth();
        } finally {
            statements.leave();
        }
    }

    private Expression unaryInDepth() {
        int start = source.at;
        char c = source.peek();
        char d = source.peek(1);
        if (c == '!') {
            source.at++;
            return unaryOperand(start, "!");
        }
        if (c == ',') {
            source.at++;
            return unaryOperand(start, ",");
        }
        if (c == '+') {
            source.at += d == '+' ? 2 : 1;
            return unaryOperand(start, d == '+' ? "++" : "+");
        }
        if (Source.dash(c)) {
            if (Source.dash(d)) {
                source.at += 2;
                return unaryOperand(start, "--");
            }
            if (Source.wordStart(d)) {
                source.at++;
                String word = source.word().toLowerCase(Locale.ROOT);
                if (UNARY_WORDS.contains(word)) {
                    source.at += word.length();
                    return unaryOperand(start, "-" + word);
                }
                source.at = start;
                return new Expression.Error(start, start, List.of());
            }
            source.at++;
            return unaryOperand(start, "-");
        }
        if (c == '[') {
            return bracket();
        }
        return postfix(primary());
    }

    private Expression unaryOperand(int start, String operator) {
        int operatorEnd = source.at;
        source.skipSpace();
        int at = source.at;
        Expression operand = unary();
        if (source.at == at) {
            source.error("MissingExpressionAfterOperator", operatorEnd, operatorEnd, operator);
            return new Expression.Error(start, operatorEnd, List.of());
        }
        return new Expression.Unary(start, operand.end(), operator, false, operand);
    }

    /** At a bracket: a type as a value, a cast, or an attribute before a variable. */
    private Expression bracket() {
        int start = source.at;
        AttributeNode attribute = types.attribute();
        int after = source.at;
        source.skipBlanks();
        if (attribute instanceof AttributeNode.TypeConstraint constraint) {
            if (source.startsWith("::") || source.peek() == '.' && source.at == after && Source.wordStart(source.peek(1))) {
                source.at = after;
                return postfix(new Expression.TypeLiteral(start, after, constraint.type()));
            }
            if (!beginsOperand()) {
                source.at = after;
                return postfix(new Expression.TypeLiteral(start, after, constraint.type()));
            }
            Expression operand = unary();
            return new Expression.Convert(start, operand.end(), constraint, operand);
        }
        source.skipSpace();
        int at = source.at;
        Expression operand = beginsOperand() ? unary() : new Expression.Error(at, at, List.of());
        if (source.at == at) {
            source.at = after;
            source.error("UnexpectedAttribute", start, after, attribute.type().name());
            return new Expression.Error(start, after, List.of(attribute));
        }
        return new Expression.Attributed(start, operand.end(), attribute, operand);
    }

    private boolean beginsOperand() {
        char c = source.peek();
        if (Source.dash(c)) {
            if (Source.wordStart(source.peek(1))) {
                int before = source.at++;
                boolean unary = UNARY_WORDS.contains(source.word().toLowerCase(Locale.ROOT));
                source.at = before;
                return unary;
            }
            return true;
        }
        return c == '$' || c == '@' || c == '(' || c == '[' || c == '{' || c == '+' && source.peek(1) != '=' || c == '!' || c == '.' && Source.digit(source.peek(1))
            || Source.digit(c) || Source.singleQuote(c) || Source.doubleQuote(c);
    }

    /** Whether an expression begins here, as a statement or the value of one sees it. */
    boolean begins() {
        char c = source.peek();
        if (c == '.' || Source.digit(c)) {
            Optional<Numbers.Literal> number = Numbers.at(source.text, source.at);
            return number.isPresent() && !Source.wordPart(source.text.length() > number.get().end() ? source.text.charAt(number.get().end()) : ' ')
                && !"\\:`".contains(String.valueOf(number.get().end() < source.length ? source.text.charAt(number.get().end()) : ' '));
        }
        return beginsOperand() || c == ',';
    }

    /** Without what may follow it; an empty error node where nothing begins. */
    Expression primary() {
        int start = source.at;
        char c = source.peek();
        if (c == '$') {
            if (source.peek(1) == '(') {
                return statements.subExpression();
            }
            if (strings.variableFollows(1, true)) {
                return strings.variable(false);
            }
            source.at++;
            return new Expression.StringConstant(start, source.at, "$", Expression.Quotes.BARE);
        }
        if (c == '(') {
            return paren();
        }
        if (c == '@') {
            return at();
        }
        if (c == '{') {
            ScriptBlock block = statements.bracedScriptBlock();
            return new Expression.ScriptBlockLiteral(start, source.at, block);
        }
        if (Source.singleQuote(c)) {
            return strings.single();
        }
        if (Source.doubleQuote(c)) {
            return strings.expandable();
        }
        Optional<Numbers.Literal> number = c == '.' || Source.digit(c) ? Numbers.at(source.text, source.at) : Optional.empty();
        if (number.isPresent()) {
            source.at = number.get().end();
            return new Expression.Constant(start, source.at, number.get().value());
        }
        return new Expression.Error(start, start, List.of());
    }

    private Expression at() {
        int start = source.at;
        char d = source.peek(1);
        if (d == '(') {
            source.at += 2;
            StatementBlock inside = statements.until(')', "MissingEndParenthesisInExpression");
            return new Expression.ArrayExpression(start, source.at, inside);
        }
        if (d == '{') {
            return hashtable();
        }
        if (Source.singleQuote(d) || Source.doubleQuote(d)) {
            return strings.here();
        }
        if (strings.variableFollows(1, false)) {
            return strings.variable(false);
        }
        source.at++;
        source.error("UnrecognizedToken", start, source.at);
        return new Expression.Error(start, source.at, List.of());
    }

    private Expression paren() {
        int start = source.at++;
        boolean before = commaSeparates;
        commaSeparates = false;
        try {
            source.skipSpace();
            int at = source.at;
            Statement inside = statements.pipelineOrAssignment();
            if (source.at == at) {
                source.error("ExpectedExpression", at, at + 1);
            }
            source.skipSpace();
            if (source.peek() == ')') {
                source.at++;
            } else {
                source.error("MissingEndParenthesisInExpression", source.at, source.at + 1);
                statements.recoverTo(')');
            }
            return new Expression.Paren(start, source.at, inside);
        } finally {
            commaSeparates = before;
        }
    }

    /** At {@code @{}. */
    Expression hashtable() {
        int start = source.at;
        source.at += 2;
        boolean before = commaSeparates;
        commaSeparates = false;
        try {
            List<Clause.Entry> entries = entries();
            if (source.peek() == '}') {
                source.at++;
            } else {
                source.error("IncompleteHashLiteral", source.at, source.at);
                statements.recoverTo('}');
            }
            return new Expression.Hashtable(start, source.at, entries);
        } finally {
            commaSeparates = before;
        }
    }

    List<Clause.Entry> entries() {
        List<Clause.Entry> entries = new ArrayList<>();
        while (true) {
            source.skipSeparators();
            if (source.atEnd() || source.peek() == '}') {
                return entries;
            }
            int start = source.at;
            Expression key = key();
            if (source.at == start) {
                return entries;
            }
            source.skipSpace();
            if (source.peek() != '=') {
                source.error("MissingEqualsInHashLiteral", source.at, source.at + 1);
                return entries;
            }
            int equals = source.at++;
            source.skipSpace();
            int at = source.at;
            Statement value = statements.statement();
            if (source.at == at) {
                source.error("MissingStatementInHashLiteral", equals + 1, equals + 1);
                return entries;
            }
            entries.add(new Clause.Entry(start, source.at, key, value));
            source.skipBlanks();
            char c = source.peek();
            if (c != ';' && c != '}' && !source.atNewline()) {
                return entries;
            }
        }
    }

    private Expression key() {
        String word = source.word();
        int start = source.at;
        if (!word.isEmpty()) {
            source.at += word.length();
            return new Expression.StringConstant(start, source.at, word, Expression.Quotes.BARE);
        }
        return withCommas(true);
    }

    /** What follows a value without a blank between: members, calls, indexes, ++ and --. */
    Expression postfix(Expression target) {
        if (target.end() == target.start()) {
            return target;
        }
        Expression result = target;
        while (true) {
            char c = source.peek();
            char d = source.peek(1);
            if (c == '[') {
                result = index(result, false);
            } else if (c == '?' && d == '[') {
                source.at++;
                result = index(result, true);
            } else if (c == '.' && d != '.') {
                source.at++;
                result = member(result, false, false);
            } else if (c == '?' && d == '.') {
                source.at += 2;
                result = member(result, false, true);
            } else if (c == ':' && d == ':') {
                source.at += 2;
                result = member(result, true, false);
            } else if ((c == '+' && d == '+' || Source.dash(c) && Source.dash(d)) && assignable(result)) {
                source.at += 2;
                return new Expression.Unary(target.start(), source.at, c == '+' ? "++" : "--", true, result);
            } else {
                int before = source.at;
                source.skipBlanks();
                if (source.at > before && (source.startsWith("::") || assignable(result) && stepFollows())) {
                    continue; // blanks may stand before these
                }
                source.at = before;
                return result;
            }
        }
    }

    /** ++ or -- and then the end of what it stands in. */
    private boolean stepFollows() {
        char c = source.peek();
        return (c == '+' && source.peek(1) == '+' || Source.dash(c) && Source.dash(source.peek(1))) && source.delimiter(source.at + 2);
    }

    private static boolean assignable(Expression expression) {
        return expression instanceof Expression.Variable || expression instanceof Expression.MemberAccess || expression instanceof Expression.Index;
    }

    private Expression index(Expression target, boolean nullConditional) {
        int bracket = source.at++;
        boolean before = commaSeparates;
        commaSeparates = false;
        try {
            source.skipSpace();
            int at = source.at;
            Expression index = expression();
            if (source.at == at) {
                source.error("MissingArrayIndexExpression", bracket + 1, bracket + 1);
            }
            source.skipSpace();
            if (source.peek() == ']') {
                source.at++;
            } else {
                source.error("MissingEndSquareBracket", source.at, source.at + 1);
                statements.recoverTo(']');
            }
            return new Expression.Index(target.start(), source.at, target, index, nullConditional);
        } finally {
            commaSeparates = before;
        }
    }

    private Expression member(Expression target, boolean isStatic, boolean nullConditional) {
        int operatorEnd = source.at;
        source.skipSpace();
        int start = source.at;
        Expression name;
        String word = source.word();
        char c = source.peek();
        if (!word.isEmpty()) {
            source.at += word.length();
            name = new Expression.StringConstant(start, source.at, word, Expression.Quotes.BARE);
        } else if (Source.digit(c)) {
            while (Source.wordPart(source.peek())) {
                source.at++;
            }
            name = new Expression.StringConstant(start, source.at, source.text.substring(start, source.at), Expression.Quotes.BARE);
        } else if (c == '$' || c == '(' || c == '@' || c == '{' || Source.singleQuote(c) || Source.doubleQuote(c)) {
            name = primary();
        } else {
            source.at = operatorEnd;
            source.error("MissingPropertyName", operatorEnd, operatorEnd);
            return new Expression.Error(target.start(), operatorEnd, List.of(target));
        }
        List<TypeName> generics = source.peek() == '[' ? types.typeArguments() : List.of();
        if (source.peek() == '(') {
            List<Expression> arguments = arguments();
            return new Expression.Invoke(target.start(), source.at, target, name, isStatic, nullConditional, generics, arguments);
        }
        if (source.peek() == '{') { // $list.Where{ … }
            Expression block = primary();
            return new Expression.Invoke(target.start(), block.end(), target, name, isStatic, nullConditional, generics, List.of(block));
        }
        return new Expression.MemberAccess(target.start(), source.at, target, name, isStatic, nullConditional);
    }

    /** At the parenthesis of a call. */
    List<Expression> arguments() {
        source.at++;
        List<Expression> arguments = new ArrayList<>();
        source.skipSpace();
        while (!source.atEnd() && source.peek() != ')') {
            int at = source.at;
            Expression argument = withCommas(true);
            if (source.at == at) {
                source.error(arguments.isEmpty() ? "MissingEndParenthesisInMethodCall" : "MissingExpressionAfterToken", at, at + 1, ",");
                break;
            }
            arguments.add(argument);
            source.skipSpace();
            if (source.peek() != ',') {
                break;
            }
            source.at++;
            source.skipSpace();
            if (source.peek() == ')') {
                source.error("MissingExpressionAfterToken", source.at, source.at, ",");
            }
        }
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.error("MissingEndParenthesisInMethodCall", source.at, source.at + 1);
            statements.recoverTo(')');
        }
        return arguments;
    }

    /** One argument of a call or attribute: a comma ends it. */
    Expression argument() {
        return withCommas(true);
    }
}
