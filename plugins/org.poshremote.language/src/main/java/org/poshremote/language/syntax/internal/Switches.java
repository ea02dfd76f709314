package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** switch (language specification 8.6). */
final class Switches {
    private static final List<String> FLAGS = List.of("regex", "wildcard", "exact", "casesensitive", "parallel", "file");

    private final Grammar grammar;
    private final Source source;

    Switches(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    /** At the keyword. */
    Statement switchStatement(int start, String label) {
        source.at += "switch".length();
        int end = source.at;
        List<String> flags = new ArrayList<>();
        Optional<Statement> condition = Optional.empty();
        boolean incomplete = false;
        boolean readsFile = false;
        source.skipSpace();
        while (Source.dash(source.peek()) && Source.wordStart(source.peek(1))) {
            int flagStart = source.at++;
            String flag = source.word().toLowerCase(Locale.ROOT);
            source.at += flag.length();
            end = source.at;
            String whole = FLAGS.stream().filter(known -> known.startsWith(flag)).findFirst().orElse("");
            if (whole.isEmpty()) {
                source.error("InvalidSwitchFlag", flagStart, end, flag);
            }
            flags.add(whole.isEmpty() ? flag : whole);
            source.skipSpace();
            if (whole.equals("file")) {
                readsFile = true;
                int at = source.at;
                // parentheses hold the name of the file, if anything
                Expression name = source.peek() == '{' ? new Expression.Error(at, at, List.of()) : grammar.commands.argument();
                if (source.at == at) {
                    source.errorAfter("MissingFilenameOption", end);
                    incomplete = true;
                } else {
                    condition = Optional.of(Statements.pipeline(name));
                    end = source.at;
                    source.skipSpace();
                }
            }
        }
        if (source.peek() == '(') {
            int paren = source.at++;
            if (readsFile) {
                source.error("PipelineValueRequired", paren, paren + 1);
            }
            boolean commas = grammar.suspendCommas();
            source.skipSpace();
            int at = source.at;
            Statement value = grammar.pipelines.pipelineOrAssignment();
            end = paren + 1;
            if (source.at == at) {
                source.errorAfter("PipelineValueRequired", paren + 1);
                incomplete = source.atEnd();
            } else {
                end = source.at;
                condition = condition.or(() -> Optional.of(value));
            }
            source.skipSpace();
            grammar.resumeCommas(commas);
            if (source.peek() == ')') {
                end = ++source.at;
            } else if (!incomplete) {
                source.errorAfter("MissingEndParenthesisInSwitchStatement", end);
                incomplete = source.atEnd();
            }
        } else if (condition.isEmpty() && !readsFile) {
            source.errorAfter("PipelineValueRequired", end);
            incomplete = true;
        }
        source.skipSpace();
        Statement value = condition.orElse(Statement.Error.of(end, end));
        if (source.peek() != '{') {
            source.at = end;
            if (!incomplete) {
                source.errorAfter("MissingCurlyBraceInSwitchStatement", end);
            }
            return new Statement.Switch(start, end, label, flags, value, List.of(), Optional.empty());
        }
        return cases(start, label, flags, value);
    }

    private Statement cases(int start, String label, List<String> flags, Statement condition) {
        List<Clause.SwitchCase> cases = new ArrayList<>();
        Optional<StatementBlock> defaultCase = Optional.empty();
        int open = source.at++;
        int end = source.at;
        boolean commas = grammar.suspendCommas();
        boolean incomplete = false;
        do {
            source.skipSeparators();
            int at = source.at;
            Expression test = grammar.commands.argument();
            if (source.at == at) {
                source.errorAfter("MissingSwitchConditionExpression", end);
                incomplete = true;
                grammar.blocks.recoverTo('}');
                break;
            }
            end = source.at;
            boolean hasBlock = grammar.blocks.follows();
            StatementBlock body = grammar.blocks.block("MissingSwitchStatementClause", end);
            source.at = hasBlock ? source.at : end;
            end = source.at;
            boolean isDefault = test instanceof Expression.StringConstant word && word.quotes() == Expression.Quotes.BARE && word.value().equalsIgnoreCase("default");
            if (isDefault && defaultCase.isEmpty()) {
                defaultCase = Optional.of(body);
            } else {
                if (isDefault) {
                    source.error("MultipleSwitchDefaultClauses", at, test.end());
                }
                cases.add(new Clause.SwitchCase(at, end, test, body));
            }
            source.skipSeparators();
            incomplete = !hasBlock && source.atEnd();
        } while (!source.atEnd() && source.peek() != '}');
        grammar.resumeCommas(commas);
        if (incomplete) {
            return new Statement.Switch(start, source.at, label, flags, condition, cases, defaultCase);
        }
        if (source.peek() == '}') {
            source.at++;
        } else {
            source.error("MissingEndCurlyBrace", open, open + 1);
        }
        return new Statement.Switch(start, source.at, label, flags, condition, cases, defaultCase);
    }
}
