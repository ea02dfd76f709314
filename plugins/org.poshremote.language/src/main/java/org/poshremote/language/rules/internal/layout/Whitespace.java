package org.poshremote.language.rules.internal.layout;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.internal.Lines;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Statement;

/** Blanks around operators, separators, braces, parentheses and bars. */
final class Whitespace {
    private final Inspection on;
    private final String text;

    private Whitespace(Inspection on) {
        this.on = on;
        this.text = on.text();
    }

    static void check(Inspection on) {
        Whitespace checks = new Whitespace(on);
        if (on.options().flag("CheckOperator", true)) {
            checks.operators();
        }
        if (on.options().flag("CheckSeparator", true)) {
            checks.separators();
        }
        if (on.options().flag("CheckOpenBrace", true)) {
            Braces.ofStatements(on, pair -> checks.before(pair.open()));
        }
        if (on.options().flag("CheckInnerBrace", true)) {
            Braces.ofStatements(on, checks::inner);
            Braces.ofValues(on, checks::inner);
        }
        if (on.options().flag("CheckOpenParen", true)) {
            checks.parentheses();
        }
        if (on.options().flag("CheckPipe", true)) {
            checks.bars();
        }
    }

    private void operators() {
        boolean inTables = !on.options().flag("IgnoreAssignmentOperatorInsideHashTable", false);
        on.each(Expression.Binary.class, binary -> {
            if (!binary.operator().equals("..")) {
                around(binary.operatorStart(), binary.operator().length());
            }
        });
        on.each(Statement.Assignment.class, assignment -> {
            int at = text.indexOf(assignment.operator(), assignment.left().end());
            if (at >= 0 && at < assignment.right().start()) {
                around(at, assignment.operator().length());
            }
        });
        on.each(Clause.Entry.class, entry -> {
            int at = text.indexOf('=', entry.key().end());
            if (inTables && at >= 0 && at < entry.value().start()) {
                around(at, 1);
            }
        });
    }

    /** Several blanks before it may align it with others. */
    private void around(int start, int length) {
        int end = start + length;
        int before = start;
        while (before > 0 && Lines.isBlank(text.charAt(before - 1))) {
            before--;
        }
        int after = Lines.skipBlanks(text, end);
        boolean begins = before == 0 || isNewline(before - 1);
        boolean ends = after == text.length() || isNewline(after) || text.charAt(after) == '#' || text.charAt(after) == '`';
        boolean wrongBefore = !begins && start == before;
        boolean wrongAfter = !ends && after != end + 1;
        if (wrongBefore || wrongAfter) {
            Inspection.Report report = on.at(start, end).with(text.substring(start, end));
            if (wrongBefore) {
                report.fix(before, start, " ");
            }
            if (wrongAfter) {
                report.fix(end, after, " ");
            }
            report.report();
        }
    }

    private boolean isNewline(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private void separators() {
        on.each(Expression.ArrayLiteral.class, array -> behind(array.elements()));
        on.each(Expression.Invoke.class, call -> behind(call.arguments()));
    }

    private void behind(List<? extends Node> elements) {
        for (int i = 0; i + 1 < elements.size(); i++) {
            int comma = text.indexOf(',', elements.get(i).end());
            int next = elements.get(i + 1).start();
            if (comma >= 0 && comma + 1 == next) {
                on.at(comma, comma + 1).text("after").with(",").fix(comma + 1, comma + 1, " ").report();
            }
        }
    }

    private void before(int brace) {
        if (brace > 0 && (text.charAt(brace - 1) == ')' || Character.isLetterOrDigit(text.charAt(brace - 1)) || text.charAt(brace - 1) == ']')) {
            on.at(brace, brace + 1).text("before").with("{").fix(brace, brace, " ").report();
        }
    }

    private void inner(Braces.Pair pair) {
        if (on.lines().line(pair.open()) != on.lines().line(pair.close()) || text.substring(pair.open() + 1, pair.close()).isBlank()) {
            return;
        }
        if (!Lines.isBlank(text.charAt(pair.open() + 1))) {
            on.at(pair.open(), pair.open() + 1).text("after").with("{").fix(pair.open() + 1, pair.open() + 1, " ").report();
        }
        if (!Lines.isBlank(text.charAt(pair.close() - 1))) {
            on.at(pair.close(), pair.close() + 1).text("before").with("}").fix(pair.close(), pair.close(), " ").report();
        }
    }

    private void parentheses() {
        on.each(Clause.IfBranch.class, branch -> {
            int open = text.lastIndexOf('(', branch.condition().start());
            if (open > 0 && Character.isLetter(text.charAt(open - 1))) {
                on.at(open, open + 1).text("before").with("(").fix(open, open, " ").report();
            }
        });
        on.each(Statement.While.class, loop -> parenthesis(loop.start()));
        on.each(Statement.For.class, loop -> parenthesis(loop.start()));
        on.each(Statement.ForEach.class, loop -> parenthesis(loop.start()));
        on.each(Statement.Switch.class, choice -> parenthesis(choice.start()));
    }

    private void parenthesis(int keyword) {
        int at = keyword;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (at > keyword && at < text.length() && text.charAt(at) == '(') {
            on.at(at, at + 1).text("before").with("(").fix(at, at, " ").report();
        }
    }

    private void bars() {
        boolean redundant = on.options().flag("CheckPipeForRedundantWhitespace", false);
        on.each(Statement.Pipeline.class, pipeline -> {
            for (int i = 1; i < pipeline.elements().size(); i++) {
                int end = pipeline.elements().get(i - 1).end();
                int bar = text.indexOf('|', end);
                if (bar < 0 || bar >= pipeline.elements().get(i).start() || !text.substring(end, bar).isBlank()) {
                    continue;
                }
                int before = bar - end;
                int after = Lines.skipBlanks(text, bar + 1);
                boolean ends = Lines.endsAt(text, bar + 1) || text.charAt(after) == '`';
                boolean sameLine = on.lines().line(end) == on.lines().line(bar);
                boolean wrongBefore = sameLine && (before == 0 || redundant && before > 1);
                boolean wrongAfter = !ends && (after == bar + 1 || redundant && after > bar + 2);
                if (wrongBefore || wrongAfter) {
                    on.at(bar, bar + 1).with("|").fix(sameLine ? end : bar, ends ? bar + 1 : after, (sameLine ? " |" : "|") + (ends ? "" : " ")).report();
                }
            }
        });
    }
}
