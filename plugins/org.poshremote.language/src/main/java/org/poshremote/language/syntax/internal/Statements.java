package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Statements and blocks (language specification 8), and the state that all parts of one parse share. */
final class Statements {
    /** Deeper nesting than this is no script that a person wrote, and would exhaust the stack. */
    private static final int DEEPEST = 250;

    private final Source source;
    private final Expressions expressions;
    private final Strings strings;
    private final Types types;
    private final Commands commands;
    private final Declarations declarations;
    private final Loops loops;
    private int depth;
    private boolean tooDeep;

    Statements(Source source) {
        this.source = source;
        strings = new Strings(source, this);
        types = new Types(source);
        expressions = new Expressions(source, this, strings, types);
        types.expressions(expressions);
        commands = new Commands(source, this, expressions, strings);
        declarations = new Declarations(source, this, expressions, strings, types);
        loops = new Loops(source, this, expressions, strings, commands);
    }

    /** One level deeper; false where that is too deep, and then nothing more is read. To be followed by {@link #leave}. */
    boolean enter() {
        if (++depth > DEEPEST) {
            if (!tooDeep) {
                tooDeep = true;
                source.error("ScriptTooComplicated", source.at, source.at + 1);
                source.at = source.length;
            }
            depth--;
            return false;
        }
        return true;
    }

    void leave() {
        depth--;
    }

    void enterConfiguration() {
        commands.enterConfiguration();
    }

    void leaveConfiguration() {
        commands.leaveConfiguration();
    }

    // ---- script blocks

    ScriptBlock script() {
        List<Statement.Using> usings = new ArrayList<>();
        source.skipSeparators();
        while (source.word().equalsIgnoreCase("using") && Character.isWhitespace(source.peek(5))) {
            usings.add(declarations.using());
            source.skipSeparators();
        }
        ScriptBlock body = body(0, usings);
        while (!source.atEnd()) { // a stray closing bracket: what follows is read all the same
            source.error("UnexpectedToken", source.at, source.at + 1, String.valueOf(source.peek()));
            source.at++;
            ScriptBlock more = body(source.at, List.of());
            body = joined(body, more);
        }
        return new ScriptBlock(0, source.length, body.usings(), body.param(), body.blocks());
    }

    private static ScriptBlock joined(ScriptBlock first, ScriptBlock second) {
        List<NamedBlock> blocks = new ArrayList<>(first.blocks());
        blocks.addAll(second.blocks());
        return new ScriptBlock(first.start(), second.end(), first.usings(), first.param().or(second::param), blocks);
    }

    /** At an opening brace. */
    ScriptBlock bracedScriptBlock() {
        int open = source.at++;
        boolean commas = expressions.suspendCommas();
        try {
            ScriptBlock body = body(source.at, List.of());
            close('}', "MissingEndCurlyBrace", open);
            return new ScriptBlock(open, source.at, body.usings(), body.param(), body.blocks());
        } finally {
            expressions.resumeCommas(commas);
        }
    }

    private ScriptBlock body(int start, List<Statement.Using> usings) {
        source.skipSeparators();
        Optional<ParamBlock> param = declarations.paramBlock();
        source.skipSeparators();
        List<NamedBlock> blocks = new ArrayList<>();
        while (true) {
            source.skipSeparators();
            int at = source.at;
            Optional<NamedBlock.Kind> kind = namedBlock();
            if (kind.isEmpty()) {
                source.at = at;
                break;
            }
            StatementBlock statements = block("MissingNamedStatementBlock");
            blocks.add(new NamedBlock(at, source.at, kind.get(), false, statements.statements()));
        }
        if (blocks.isEmpty()) {
            int at = source.at;
            List<Statement> statements = list();
            if (!statements.isEmpty()) {
                blocks.add(new NamedBlock(at, statements.get(statements.size() - 1).end(), NamedBlock.Kind.END, true, statements));
            }
        } else {
            source.skipSeparators();
            if (!source.atEnd() && source.peek() != '}') {
                int at = source.at;
                source.error("MissingNamedBlocks", at, at + 1);
                List<Statement> statements = list();
                if (!statements.isEmpty()) {
                    blocks.add(new NamedBlock(at, source.at, NamedBlock.Kind.END, true, statements));
                }
            }
        }
        return new ScriptBlock(start, source.at, usings, param, blocks);
    }

    /** "begin {" and its like; consumed up to the brace. */
    private Optional<NamedBlock.Kind> namedBlock() {
        String word = source.word().toUpperCase(Locale.ROOT);
        for (NamedBlock.Kind kind : NamedBlock.Kind.values()) {
            if (kind.name().equals(word)) {
                source.at += word.length();
                int end = source.at;
                source.skipSpace();
                // "clean" is a word of older scripts
                if (source.peek() != '{' && kind != NamedBlock.Kind.CLEAN && source.delimiter(end)) {
                    source.error("MissingNamedStatementBlock", source.at, source.at + 1);
                }
                return source.peek() == '{' ? Optional.of(kind) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    // ---- blocks of statements

    /** Braces and statements; with an error where there is no brace. */
    StatementBlock block(String missingId) {
        int before = source.at;
        source.skipSpace();
        int start = source.at;
        if (source.peek() != '{') {
            source.error(missingId, before, before + 1);
            source.at = before;
            return new StatementBlock(before, before, List.of());
        }
        source.at++;
        boolean commas = expressions.suspendCommas();
        try {
            List<Statement> statements = list();
            close('}', "MissingEndCurlyBrace", start);
            return new StatementBlock(start, source.at, statements);
        } finally {
            expressions.resumeCommas(commas);
        }
    }

    /** At {@code $(}. */
    Expression subExpression() {
        int start = source.at;
        source.at += 2;
        StatementBlock inside = until(')', "MissingEndParenthesisInSubexpression");
        return new Expression.SubExpression(start, source.at, inside);
    }

    /** Statements up to a closing bracket, which is consumed. */
    StatementBlock until(char bracket, String errorId) {
        int start = source.at;
        boolean commas = expressions.suspendCommas();
        try {
            List<Statement> statements = list();
            int end = source.at;
            close(bracket, errorId, end);
            return new StatementBlock(start, end, statements);
        } finally {
            expressions.resumeCommas(commas);
        }
    }

    private void close(char bracket, String errorId, int errorAt) {
        source.skipSeparators();
        if (source.peek() == bracket && !source.atEnd()) {
            source.at++;
            return;
        }
        source.error(errorId, errorAt, errorAt + 1);
        recoverTo(bracket);
    }

    /** Goes on behind the bracket that was missed, where it stands on the same line. */
    void recoverTo(char bracket) {
        int at = source.at;
        while (at < source.length && source.newline(at) == 0) {
            char c = source.text.charAt(at);
            if (c == bracket) {
                source.at = at + 1;
                return;
            }
            if (c == '}' || c == '{') {
                return;
            }
            at++;
        }
    }

    /** Statements up to a closing bracket or the end. */
    private List<Statement> list() {
        List<Statement> statements = new ArrayList<>();
        while (true) {
            source.skipSeparators();
            char c = source.peek();
            if (source.atEnd() || c == '}' || c == ')' && depth > 0) {
                return statements;
            }
            int at = source.at;
            if (!enter()) {
                return statements;
            }
            try {
                statements.add(statement());
            } finally {
                leave();
            }
            if (source.at == at) {
                source.error("UnexpectedToken", at, at + 1, String.valueOf(c));
                source.at++;
                statements.set(statements.size() - 1, Statement.Error.of(at, source.at));
            } else {
                endOfStatement();
            }
        }
    }

    /** What follows a statement on its line is a mistake, unless a separator or closing bracket stands between. */
    private void endOfStatement() {
        source.skipBlanks();
        char c = source.peek();
        if (source.atEnd() || c == ';' || c == '}' || c == ')' || source.atNewline()) {
            return;
        }
        char before = source.at > 0 ? source.text.charAt(source.at - 1) : ' ';
        if (before != '}' && !lastWasBlock()) {
            source.error("UnexpectedToken", source.at, source.at + 1, String.valueOf(c));
        }
    }

    /** "if (…) { … } next": a block ends its statement by itself. */
    private boolean lastWasBlock() {
        int at = source.at - 1;
        while (at >= 0 && (source.text.charAt(at) == ' ' || source.text.charAt(at) == '\t')) {
            at--;
        }
        return at >= 0 && (source.text.charAt(at) == '}' || source.text.startsWith("#>", at - 1));
    }

    // ---- statements

    /** Where nothing begins a statement, an error node without a step forward. */
    Statement statement() {
        int start = source.at;
        String label = "";
        if (source.peek() == ':' && Source.wordStart(source.peek(1))) {
            source.at++;
            label = source.word();
            source.at += label.length();
            source.skipSpace();
        }
        String keyword = keyword();
        return switch (keyword) {
            case "if" -> ifStatement(start);
            case "switch" -> switchStatement(start, label);
            case "while" -> loops.whileStatement(start, label);
            case "do" -> loops.doStatement(start, label);
            case "for" -> loops.forStatement(start, label);
            case "foreach" -> loops.forEach(start, label);
            case "try" -> tryStatement(start);
            case "trap" -> trap(start);
            case "function", "filter", "workflow" -> declarations.function(start, keyword);
            case "configuration" -> declarations.configuration(start);
            case "class", "enum", "interface" -> declarations.type(start, keyword, List.of());
            case "data" -> data(start);
            case "return", "throw", "exit" -> leaveStatement(start, keyword);
            case "break", "continue" -> jump(start, keyword);
            case "parallel", "sequence" -> workflowBlock(start, keyword);
            case "using" -> {
                Statement.Using using = declarations.using();
                source.error("UsingMustBeAtStartOfScript", start, start + 5);
                yield using;
            }
            case "param" -> {
                Optional<ParamBlock> param = declarations.paramBlock();
                source.error("UnexpectedToken", start, start + 5, "param");
                yield new Statement.Error(start, source.at, param.<List<Node>>map(List::of).orElse(List.of()));
            }
            case "from", "define", "var" -> {
                source.error("ReservedKeywordNotAllowed", start, start + keyword.length(), keyword);
                source.at += keyword.length();
                yield Statement.Error.of(start, source.at);
            }
            default -> source.peek() == '[' ? bracketed(start) : pipelineOrAssignment();
        };
    }

    /** The keyword at the place in lower case, empty where the word is none. Nothing is consumed. */
    private String keyword() {
        String word = source.word();
        if (word.isEmpty() || word.length() > 13) {
            return "";
        }
        int end = source.at + word.length();
        char next = end < source.length ? source.text.charAt(end) : ' ';
        // "foreach-object", "if.exe", "data\x" are commands; "if(" and "do{" are not
        if (!source.delimiter(end) && next != '$' && next != '[' && next != '@' && !Source.doubleQuote(next) && !Source.singleQuote(next)
                && next != '#' && next != ':' && next != '`') {
            return "";
        }
        String lower = word.toLowerCase(Locale.ROOT);
        int after = end;
        while (after < source.length && (source.text.charAt(after) == ' ' || source.text.charAt(after) == '\t')) {
            after++;
        }
        char follows = after < source.length ? source.text.charAt(after) : ' ';
        return switch (lower) {
            case "if", "switch", "while", "do", "for", "foreach", "try", "trap", "function", "filter", "return", "throw", "exit", "break", "continue",
                 "param", "using", "from", "define", "var", "class", "enum", "workflow" -> follows == '=' && !lower.equals("return") ? "" : lower;
            // these are words of older scripts too: a keyword only where its own syntax follows
            case "configuration" -> Source.wordStart(follows) || Source.singleQuote(follows) || Source.doubleQuote(follows) || follows == '$' ? lower : "";
            case "interface" -> Source.wordStart(follows) ? lower : "";
            case "data" -> follows == '{' || Source.wordStart(follows) || Source.dash(follows) ? lower : "";
            case "parallel", "sequence" -> follows == '{' ? lower : "";
            default -> "";
        };
    }

    /** Attributes before a class or enum; otherwise an expression. */
    private Statement bracketed(int start) {
        int errors = source.errors.size();
        List<AttributeNode> attributes = new ArrayList<>();
        while (source.peek() == '[') {
            attributes.add(types.attribute());
            source.skipSpace();
        }
        String word = source.word().toLowerCase(Locale.ROOT);
        if (word.equals("class") || word.equals("enum") || word.equals("interface")) {
            return declarations.type(start, word, attributes);
        }
        source.at = start;
        source.errors.subList(errors, source.errors.size()).clear();
        return pipelineOrAssignment();
    }

    Statement pipelineOrAssignment() {
        return commands.pipelineOrAssignment();
    }

    /** A condition in parentheses. */
    Statement condition(String missingId) {
        source.skipSpace();
        if (source.peek() != '(') {
            source.error("MissingOpenParenthesisAfterKeyword", source.at, source.at + 1);
            return Statement.Error.of(source.at, source.at);
        }
        source.at++;
        boolean commas = expressions.suspendCommas();
        try {
            source.skipSpace();
            int at = source.at;
            Statement condition = pipelineOrAssignment();
            if (source.at == at) {
                source.error(missingId, at, at + 1);
            }
            source.skipSpace();
            if (source.peek() == ')') {
                source.at++;
            } else {
                source.error("MissingEndParenthesisAfterStatement", source.at, source.at + 1);
                recoverTo(')');
            }
            return condition;
        } finally {
            expressions.resumeCommas(commas);
        }
    }

    private Statement ifStatement(int start) {
        List<Clause.IfBranch> branches = new ArrayList<>();
        source.at += 2;
        int branchStart = start;
        while (true) {
            Statement condition = condition("IfStatementMissingCondition");
            StatementBlock body = block("MissingStatementBlock");
            branches.add(new Clause.IfBranch(branchStart, source.at, condition, body));
            int before = source.at;
            source.skipSpace();
            String word = source.word().toLowerCase(Locale.ROOT);
            if (word.equals("elseif")) {
                branchStart = source.at;
                source.at += word.length();
                continue;
            }
            if (word.equals("else")) {
                source.at += word.length();
                StatementBlock otherwise = block("MissingStatementBlock");
                return new Statement.If(start, source.at, branches, Optional.of(otherwise));
            }
            source.at = before;
            return new Statement.If(start, source.at, branches, Optional.empty());
        }
    }

    private Statement switchStatement(int start, String label) {
        source.at += "switch".length();
        List<String> flags = new ArrayList<>();
        Optional<Statement> file = Optional.empty();
        source.skipSpace();
        while (Source.dash(source.peek())) {
            int flagStart = source.at++;
            String flag = source.word().toLowerCase(Locale.ROOT);
            source.at += flag.length();
            Optional<String> whole = List.of("regex", "wildcard", "exact", "casesensitive", "file", "parallel").stream().filter(f -> !flag.isEmpty() && f.startsWith(flag)).findFirst();
            if (whole.isEmpty()) {
                source.error("InvalidSwitchFlag", flagStart, source.at, flag);
            }
            flags.add(whole.orElse(flag));
            source.skipSpace();
            if (whole.isPresent() && whole.get().equals("file")) {
                Expression name = commands.argument();
                file = Optional.of(pipeline(name));
                source.skipSpace();
            }
        }
        Statement condition = file.isPresent() && source.peek() != '(' ? file.get() : condition("PipelineValueRequired");
        source.skipSpace();
        List<Clause.SwitchCase> cases = new ArrayList<>();
        Optional<StatementBlock> defaultCase = Optional.empty();
        int open = source.at;
        if (source.peek() != '{') {
            source.error("MissingCurlyBraceInSwitchStatement", open, open + 1);
            return new Statement.Switch(start, source.at, label, flags, condition, cases, defaultCase);
        }
        source.at++;
        boolean commas = expressions.suspendCommas();
        source.skipSeparators();
        while (!source.atEnd() && source.peek() != '}') {
            int at = source.at;
            Expression test = commands.argument();
            if (source.at == at) {
                source.error("MissingSwitchConditionExpression", at, at + 1);
                break;
            }
            StatementBlock body = block("MissingSwitchStatementClause");
            boolean isDefault = test instanceof Expression.StringConstant word && word.quotes() == Expression.Quotes.BARE && word.value().equalsIgnoreCase("default");
            if (isDefault) {
                if (defaultCase.isPresent()) {
                    source.error("MultipleSwitchDefaultClauses", at, test.end());
                }
                defaultCase = Optional.of(body);
            } else {
                cases.add(new Clause.SwitchCase(at, source.at, test, body));
            }
            source.skipSeparators();
        }
        expressions.resumeCommas(commas);
        close('}', "MissingEndCurlyBrace", open);
        return new Statement.Switch(start, source.at, label, flags, condition, cases, defaultCase);
    }

    static Statement.Pipeline pipeline(Expression expression) {
        return new Statement.Pipeline(expression.start(), expression.end(), List.of(
            new PipelineElement.CommandExpression(expression.start(), expression.end(), expression, List.of())), false);
    }

    private Statement tryStatement(int start) {
        source.at += 3;
        StatementBlock body = block("MissingStatementBlock");
        List<Clause.Catch> catches = new ArrayList<>();
        Optional<StatementBlock> finallyBlock = Optional.empty();
        while (true) {
            int before = source.at;
            source.skipSpace();
            int at = source.at;
            String word = source.word().toLowerCase(Locale.ROOT);
            if (word.equals("catch")) {
                source.at += word.length();
                List<AttributeNode.TypeConstraint> caught = catchTypes();
                StatementBlock handler = block("MissingCatchHandlerBlock");
                catches.add(new Clause.Catch(at, source.at, caught, handler));
            } else if (word.equals("finally") && finallyBlock.isEmpty()) {
                source.at += word.length();
                finallyBlock = Optional.of(block("MissingFinallyStatementBlock"));
            } else {
                source.at = before;
                break;
            }
        }
        if (catches.isEmpty() && finallyBlock.isEmpty()) {
            source.error("MissingCatchOrFinally", source.at, source.at + 1);
        }
        return new Statement.Try(start, source.at, body, catches, finallyBlock);
    }

    private List<AttributeNode.TypeConstraint> catchTypes() {
        List<AttributeNode.TypeConstraint> caught = new ArrayList<>();
        source.skipSpace();
        while (source.peek() == '[') {
            if (types.attribute() instanceof AttributeNode.TypeConstraint constraint) {
                caught.add(constraint);
            }
            source.skipSpace();
            if (source.peek() == ',') {
                source.at++;
                source.skipSpace();
                if (source.peek() != '[') {
                    source.error("MissingTypeLiteralToken", source.at, source.at);
                }
            }
        }
        return caught;
    }

    private Statement trap(int start) {
        source.at += 4;
        source.skipSpace();
        Optional<AttributeNode.TypeConstraint> type = source.peek() == '[' && types.attribute() instanceof AttributeNode.TypeConstraint constraint
            ? Optional.of(constraint) : Optional.empty();
        StatementBlock body = block("MissingTrapStatement");
        return new Statement.Trap(start, source.at, type, body);
    }

    private Statement data(int start) {
        source.at += 4;
        source.skipSpace();
        String variable = source.word();
        source.at += variable.length();
        source.skipSpace();
        List<Expression> supported = new ArrayList<>();
        if (Source.dash(source.peek())) {
            int parameter = source.at++;
            String name = source.word().toLowerCase(Locale.ROOT);
            source.at += name.length();
            int end = source.at;
            if (name.isEmpty() || !"supportedcommand".startsWith(name)) {
                source.error("InvalidParameterForDataSectionStatement", parameter, end, name);
                return Statement.Error.of(start, end);
            }
            source.skipSpace();
            if (source.atEnd() || "&;)}|".indexOf(source.peek()) >= 0) {
                source.error("MissingValueForSupportedCommandInDataSectionStatement", end, end);
                source.at = end;
                return Statement.Error.of(start, end);
            }
            supported.add(commands.argument());
        }
        StatementBlock body = block("MissingStatementBlock");
        return new Statement.Data(start, source.at, variable, supported, body);
    }

    private Statement leaveStatement(int start, String keyword) {
        source.at += keyword.length();
        int end = source.at;
        source.skipBlanks();
        if (source.atEnd() || source.atNewline() || ";})|".indexOf(source.peek()) >= 0 || source.startsWith("&&")) {
            source.at = end;
            return new Statement.Leave(start, end, keyword, Optional.empty());
        }
        int at = source.at;
        Statement value = pipelineOrAssignment();
        return new Statement.Leave(start, source.at, keyword, source.at == at ? Optional.empty() : Optional.of(value));
    }

    private Statement jump(int start, String keyword) {
        source.at += keyword.length();
        int end = source.at;
        source.skipBlanks();
        Optional<Expression> label = Optional.empty();
        if (!source.atEnd() && !source.atNewline() && ";})&|".indexOf(source.peek()) < 0) {
            Expression found = commands.argument();
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
        StatementBlock body = block("MissingStatementBlock");
        return new Statement.Block(start, source.at, keyword, body);
    }
}
