package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Scripts, script blocks and lists of statements (language specification 8.1, 8.10.7). */
final class Blocks {
    private final Grammar grammar;
    private final Source source;

    Blocks(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    // ---- script blocks

    ScriptBlock script() {
        List<Statement.Using> usings = new ArrayList<>();
        source.skipSeparators();
        while (source.wordIs("using") && source.delimiter(source.at + "using".length())) {
            usings.add(grammar.declarations.using());
            source.skipSeparators();
        }
        ScriptBlock body = body(0, usings);
        while (!source.atEnd()) { // a stray closing bracket: what follows is read all the same
            source.unexpected();
            source.at++;
            boolean first = body.param().isEmpty() && body.blocks().isEmpty();
            body = joined(body, first ? body(source.at, List.of()) : rest(source.at));
        }
        return new ScriptBlock(0, source.length, body.usings(), body.param(), body.blocks());
    }

    private static ScriptBlock joined(ScriptBlock first, ScriptBlock second) {
        List<NamedBlock> blocks = new ArrayList<>(first.blocks());
        blocks.addAll(second.blocks());
        return new ScriptBlock(first.start(), second.end(), first.usings(), first.param().or(second::param), blocks);
    }

    /** Statements alone. */
    private ScriptBlock rest(int start) {
        List<Statement> statements = list();
        List<NamedBlock> blocks = statements.isEmpty() ? List.of()
            : List.of(new NamedBlock(statements.get(0).start(), statements.get(statements.size() - 1).end(), NamedBlock.Kind.END, true, statements));
        return new ScriptBlock(start, source.at, List.of(), Optional.empty(), blocks);
    }

    /** At an opening brace. */
    ScriptBlock bracedScriptBlock() {
        int open = source.at++;
        boolean commas = grammar.suspendCommas();
        ScriptBlock body = body(source.at, List.of());
        close('}', "MissingEndCurlyBrace", open);
        grammar.resumeCommas(commas);
        return new ScriptBlock(open, source.at, body.usings(), body.param(), body.blocks());
    }

    private ScriptBlock body(int start, List<Statement.Using> usings) {
        source.skipSeparators();
        Optional<ParamBlock> param = grammar.declarations.paramBlock();
        if (param.isPresent()) {
            source.skipSeparators();
        }
        List<NamedBlock> blocks = namedBlocks();
        int at = source.at;
        if (blocks.isEmpty()) {
            List<Statement> statements = list();
            if (!statements.isEmpty()) {
                blocks.add(new NamedBlock(at, statements.get(statements.size() - 1).end(), NamedBlock.Kind.END, true, statements));
            }
        } else if (!source.atEnd() && source.peek() != '}') {
            source.error("MissingNamedBlocks", at, source.tokenEnd(at), source.textUntil(source.tokenEnd(at)));
            List<Statement> statements = list();
            if (!statements.isEmpty()) {
                blocks.add(new NamedBlock(at, source.at, NamedBlock.Kind.END, true, statements));
            }
        }
        return new ScriptBlock(start, source.at, usings, param, blocks);
    }

    /** Empty where the block begins with something else, and then nothing is consumed. */
    private List<NamedBlock> namedBlocks() {
        List<NamedBlock> blocks = new ArrayList<>();
        Set<NamedBlock.Kind> seen = EnumSet.noneOf(NamedBlock.Kind.class);
        while (true) {
            source.skipSeparators();
            int at = source.at;
            Optional<NamedBlock.Kind> kind = kind();
            if (kind.isEmpty()) {
                return blocks;
            }
            int keywordEnd = at + kind.get().name().length();
            source.at = keywordEnd;
            source.skipSpace();
            List<Statement> statements = List.of();
            int end = keywordEnd;
            if (source.peek() == '{') {
                statements = block("MissingNamedStatementBlock", keywordEnd).statements();
                end = source.at;
            } else {
                source.errorAfter("MissingNamedStatementBlock", keywordEnd, source.text.substring(at, keywordEnd));
                source.at = keywordEnd;
            }
            if (!seen.add(kind.get())) {
                source.error("DuplicateScriptCommandClause", at, end, source.text.substring(at, keywordEnd));
            }
            blocks.add(new NamedBlock(at, end, kind.get(), false, statements));
        }
    }

    private Optional<NamedBlock.Kind> kind() {
        char first = source.peek();
        if ("bpedcBPEDC".indexOf(first) < 0) {
            return Optional.empty();
        }
        for (NamedBlock.Kind kind : NamedBlock.Kind.values()) {
            if (source.wordIs(kind.name()) && source.delimiter(source.at + kind.name().length())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    // ---- blocks of statements

    /** Braces and statements. Where there is no brace that is told behind what stands before it, and nothing is consumed. */
    StatementBlock block(String missingId, int after) {
        return block(missingId, after, "");
    }

    StatementBlock block(String missingId, int after, String detail) {
        int before = source.at;
        source.skipSpace();
        int start = source.at;
        if (source.peek() != '{') {
            source.errorAfter(missingId, after, detail);
            source.at = before;
            return new StatementBlock(before, before, List.of());
        }
        source.at++;
        boolean commas = grammar.suspendCommas();
        List<Statement> statements = list();
        close('}', "MissingEndCurlyBrace", start);
        grammar.resumeCommas(commas);
        return new StatementBlock(start, source.at, statements);
    }

    /** Whether a block stands here, behind blanks and line ends; nothing is consumed. */
    boolean follows() {
        int before = source.at;
        source.skipSpace();
        boolean brace = source.peek() == '{';
        source.at = before;
        return brace;
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
        boolean commas = grammar.suspendCommas();
        List<Statement> statements = list();
        int end = source.at;
        grammar.resumeCommas(commas);
        if (source.peek() == bracket) {
            source.at++;
        } else {
            source.errorHere(errorId, "");
            recoverTo(bracket);
        }
        return new StatementBlock(start, end, statements);
    }

    private void close(char bracket, String errorId, int errorAt) {
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

    /** To the brace that closes what the place lies in. */
    void skipToEnd() {
        int open = 0;
        while (!source.atEnd()) {
            char c = source.peek();
            if (c == '{') {
                open++;
            } else if (c == '}' && --open < 0) {
                return;
            }
            source.at++;
        }
    }

    /** Statements up to a closing bracket or the end, which is where the place then is. */
    private List<Statement> list() {
        List<Statement> statements = new ArrayList<>();
        while (true) {
            source.skipSeparators();
            char c = source.peek();
            if (source.atEnd() || c == '}' || c == ')' && grammar.nested()) {
                return statements;
            }
            int at = source.at;
            if (!grammar.enter()) {
                return statements;
            }
            Statement statement = grammar.statements.statement();
            grammar.leave();
            if (source.at == at) {
                int end = source.unexpected();
                source.at = end;
                statement = Statement.Error.of(at, end);
            }
            statements.add(statement);
        }
    }
}
