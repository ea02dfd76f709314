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

/** Commands, their arguments and redirections (language specification 8.2, 2.3.4). */
final class Commands {
    private final Grammar grammar;
    private final Source source;

    Commands(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    /** Empty where none begins. */
    Optional<PipelineElement> command() {
        int start = source.at;
        Invocation invocation = Invocation.NAME;
        char c = source.peek();
        if (c == '&' && source.peek(1) != '&') {
            invocation = Invocation.AMPERSAND;
        } else if (c == '.' && dotSources()) {
            invocation = Invocation.DOT;
        }
        List<CommandElement> elements = new ArrayList<>();
        int end = start + 1;
        if (invocation != Invocation.NAME) {
            source.at++;
            source.skipBlanks();
            int nameStart = source.at;
            Expression called = argument();
            if (called.end() == nameStart) {
                source.error("MissingExpression", start, start + 1, source.text.substring(start, start + 1));
                source.at = end;
                return Optional.empty();
            }
            elements.add(called);
        } else if (source.delimiter(start) && (c != '\0' || source.atEnd())) {
            return Optional.empty();
        } else if (source.peek(1) == '>' && c >= '1' && c <= '6' && source.peek(2) == '&') { // as a name the operator is a word like others
            source.at += source.peek(3) == '1' || source.peek(3) == '2' ? 4 : 2;
            elements.add(new Expression.StringConstant(start, source.at, source.text.substring(start, source.at), Expression.Quotes.BARE));
        } else {
            elements.add(grammar.strings.word());
        }
        List<Redirection> redirections = elements(elements);
        return Optional.of(new PipelineElement.Command(start, source.at, invocation, elements, redirections));
    }

    /** What follows the name; the end is behind the last of it. */
    private List<Redirection> elements(List<CommandElement> elements) {
        List<Redirection> redirections = List.of();
        boolean parametersEnded = false;
        while (true) {
            int end = source.at;
            source.skipBlanks();
            char c = source.peek();
            switch (c) {
                case '|', ';', ')', '}', '&', '\n', '\r' -> {
                    source.at = end;
                    return redirections;
                }
                case ',' -> {
                    source.error("MissingArgument", source.at, source.at + 1);
                    source.at++;
                    elements.add(new Expression.Error(source.at - 1, source.at, List.of()));
                }
                case '<' -> {
                    source.error("RedirectionNotSupported", source.at, source.at + 1, "<");
                    source.at++;
                    elements.add(new Expression.Error(source.at - 1, source.at, List.of()));
                }
                default -> {
                    if (source.atEnd()) {
                        source.at = end;
                        return redirections;
                    }
                    if (c == '>' || source.peek(1) == '>' && (c >= '1' && c <= '6' || c == '*')) {
                        redirections = redirections.isEmpty() ? new ArrayList<>(1) : redirections;
                        redirection(redirections);
                    } else if (Source.dash(c) && !parametersEnded) {
                        CommandElement element = dashed();
                        elements.add(element);
                        parametersEnded = element.end() == element.start() + 2 && Source.dash(source.text.charAt(element.start() + 1));
                    } else {
                        int at = source.at;
                        Expression argument = arguments();
                        if (source.at == at) {
                            source.at = end;
                            return redirections;
                        }
                        elements.add(argument);
                    }
                }
            }
        }
    }

    /** ". path" or ".$path" dot-sources; "./path", "..\path" and ".exe" are names. */
    private boolean dotSources() {
        char next = source.peek(1);
        return next == ' ' || next == '\t' || next == '$' || next == '(' || next == '{' || Source.singleQuote(next) || Source.doubleQuote(next);
    }

    /** At a dash. */
    private CommandElement dashed() {
        char next = source.peek(1);
        if (Source.wordStart(next) || next == '?') {
            Optional<CommandElement> parameter = parameter();
            if (parameter.isPresent()) {
                return parameter.get();
            }
        } else if (source.startsWith("--%") && source.delimiter(source.at + 3)) {
            return verbatim();
        }
        return arguments();
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
        Expression argument = source.atEnd() || source.atNewline() || source.peek() == ',' ? new Expression.Error(at, at, List.of()) : arguments();
        if (argument.end() == at) {
            source.at = colonEnd;
            source.errorAfter("ParameterRequiresArgument", colonEnd, name);
            return Optional.of(new CommandParameter(start, colonEnd, name, Optional.empty()));
        }
        return Optional.of(new CommandParameter(start, source.at, name, Optional.of(argument)));
    }

    /** An argument, or several joined by commas into an array. */
    Expression arguments() {
        Expression first = argument();
        if (first.end() == first.start()) {
            return first;
        }
        List<Expression> elements = List.of();
        while (true) {
            int before = source.at;
            source.skipBlanks();
            if (source.peek() != ',') {
                source.at = before;
                break;
            }
            if (elements.isEmpty()) {
                elements = new ArrayList<>(List.of(first));
            }
            int comma = source.at++;
            source.skipSpace();
            int at = source.at;
            Expression next = argument();
            if (source.at == at) {
                source.errorAfter("MissingExpression", comma + 1, ",");
                source.at = comma + 1;
                break;
            }
            elements.add(next);
        }
        return elements.isEmpty() ? first : new Expression.ArrayLiteral(first.start(), source.at, elements);
    }

    /** One argument; an empty error node where nothing begins one. */
    Expression argument() {
        int start = source.at;
        char c = source.peek();
        char d = source.peek(1);
        if (c == '$' && d == '(' || c == '(' || c == '@' && (d == '(' || d == '{' || Source.singleQuote(d) || Source.doubleQuote(d))
                || Source.singleQuote(c) || grammar.strings.expandableFollows()) {
            return grammar.primaries.members(grammar.primaries.primary());
        }
        if (c == '{') {
            return grammar.primaries.members(grammar.primaries.primary());
        }
        if (c == '$' && grammar.strings.variableFollows(1, true)) {
            Expression.Variable variable = grammar.strings.variable(false);
            char next = source.peek();
            boolean ends = source.delimiter(source.at) || next == '.' || next == '[' || next == '?' && (source.peek(1) == '.' || source.peek(1) == '[')
                || next == ':' && source.peek(1) == ':';
            if (ends) {
                return grammar.primaries.members(variable);
            }
            source.at = start;
            return grammar.strings.word();
        }
        if (c == '@' && grammar.strings.variableFollows(1, false)) {
            Expression.Variable splatted = grammar.strings.variable(false);
            if (source.delimiter(source.at)) {
                return splatted;
            }
            source.at = start;
            return grammar.strings.word();
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
        return source.delimiter(start) && (c != '\0' || source.atEnd()) || c == '>' || c == '<' ? new Expression.Error(start, start, List.of()) : grammar.strings.word();
    }

    // ---- redirections

    /** Behind an expression. */
    List<Redirection> redirections() {
        List<Redirection> all = List.of();
        while (true) {
            int before = source.at;
            source.skipBlanks();
            char c = source.peek();
            if (c != '>' && c != '<' && (source.peek(1) != '>' || (c < '1' || c > '6') && c != '*')) {
                source.at = before;
                return all;
            }
            all = all.isEmpty() ? new ArrayList<>(1) : all;
            redirection(all);
        }
    }

    /** At the operator. */
    private void redirection(List<Redirection> all) {
        int start = source.at;
        char c = source.peek();
        if (c == '<') {
            source.at++;
            source.error("RedirectionNotSupported", start, source.at, "<");
            return;
        }
        int from = c == '*' ? 0 : c == '>' ? 1 : c - '0';
        source.at += c == '>' ? 1 : 2;
        if (source.peek() == '&') {
            char to = source.peek(1);
            if (to == '1' || to == '2' && c != '*') {
                source.at += 2;
                if (to == '2' || from == 1) {
                    source.error("RedirectionNotSupported", start, source.at, source.text.substring(start, source.at));
                }
                twice(all, from, start);
                all.add(new Redirection.Merging(start, source.at, from, to - '0'));
                return;
            }
        }
        boolean append = source.peek() == '>';
        if (append) {
            source.at++;
        }
        int operatorEnd = source.at;
        source.skipBlanks();
        int at = source.at;
        Expression target = argument();
        if (source.at == at) {
            source.at = operatorEnd;
            target = new Expression.Error(operatorEnd, operatorEnd, List.of());
            source.errorAfter("MissingFileSpecification", operatorEnd);
        }
        twice(all, from, start);
        all.add(new Redirection.ToFile(start, source.at, from, append, target));
    }

    private void twice(List<Redirection> before, int from, int start) {
        if (before.stream().anyMatch(redirection -> redirection.from() == from)) {
            source.error("StreamAlreadyRedirected", start, source.at, from == 0 ? "*" : String.valueOf(from));
        }
    }
}
