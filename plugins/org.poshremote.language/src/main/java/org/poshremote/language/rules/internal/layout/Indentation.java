package org.poshremote.language.rules.internal.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.internal.Lines;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/**
 * How far each line is moved in: one step for each line above that opened something which is still open, one for a pipeline that
 * goes on. Lines within strings and comments, and behind a backtick, stay where they are.
 */
final class Indentation {
    private final Inspection on;
    private final String text;
    private final List<int[]> open = new ArrayList<>();
    private final List<int[]> pipelines = new ArrayList<>();
    private final List<int[]> fixed = new ArrayList<>();

    private Indentation(Inspection on) {
        this.on = on;
        this.text = on.text();
    }

    static void check(Inspection on) {
        Indentation lines = new Indentation(on);
        on.each(StatementBlock.class, lines::opens);
        on.each(ScriptBlock.class, lines::opens);
        on.each(Expression.Hashtable.class, lines::opens);
        on.each(Expression.Paren.class, lines::opens);
        on.each(Expression.ArrayExpression.class, lines::opens);
        on.each(Expression.SubExpression.class, lines::opens);
        on.each(ParamBlock.class, lines::parameters);
        on.each(Statement.Switch.class, choice -> lines.last(choice, '}'));
        on.each(Statement.TypeDefinition.class, type -> lines.last(type, '}'));
        on.each(Expression.Invoke.class, call -> lines.last(call, ')'));
        on.each(Expression.StringConstant.class, lines::string);
        on.each(Expression.ExpandableString.class, lines::string);
        if (!on.options().word("PipelineIndentation", "").equalsIgnoreCase("NoIndentation") && !on.options().words("PipelineIndentation", List.of("")).contains("NoIndentation")) {
            on.each(Statement.Pipeline.class, lines::pipeline);
        }
        on.atEnd(lines::lines);
    }

    private int line(int offset) {
        return on.lines().line(offset);
    }

    private void opens(Node node) {
        if (node.end() > node.start() && "{($@".indexOf(text.charAt(node.start())) >= 0) {
            opens(node.start(), node.end() - 1);
        }
    }

    private void parameters(ParamBlock block) {
        int last = block.parameters().isEmpty() ? block.start() : block.parameters().get(0).start();
        int parenthesis = text.lastIndexOf('(', last);
        if (parenthesis >= block.start()) {
            opens(parenthesis, block.end() - 1);
        }
    }

    /** What ends with a bracket that its node does not begin with; nothing in between can open a line before it. */
    private void last(Node node, char bracket) {
        if (text.charAt(node.end() - 1) != bracket) {
            return;
        }
        int first = switch (node) {
            case Statement.Switch choice -> text.indexOf('{', choice.condition().end());
            case Statement.TypeDefinition type -> text.indexOf('{', type.nameEnd());
            case Expression.Invoke call -> text.indexOf('(', call.member().end());
            default -> -1;
        };
        if (first >= 0) {
            opens(first, node.end() - 1);
        }
    }

    private void opens(int from, int to) {
        if (line(from) < line(to)) {
            open.add(new int[] {line(from), line(to), Lines.start(text, to) + Lines.indent(text, to) == to ? 1 : 0});
        }
    }

    private void string(Expression string) {
        if (line(string.start()) < line(string.end())) {
            fixed.add(new int[] {line(string.start()) + 1, line(string.end())});
        }
    }

    private void pipeline(Statement.Pipeline pipeline) {
        int first = line(pipeline.start());
        int end = pipeline.elements().get(0).end();
        if (pipeline.elements().size() > 1) {
            int second = line(pipeline.elements().get(1).start());
            // the first element may have several lines of its own
            if (second > first && line(end) < second) {
                pipelines.add(new int[] {second, line(pipeline.end())});
            }
        }
    }

    private void lines() {
        int count = line(text.length());
        int[] depth = new int[count + 2];
        // brackets that were opened on one line count once
        int[] farthest = new int[count + 2];
        for (int[] pair : open) {
            int last = pair[2] == 1 ? pair[1] - 1 : pair[1];
            farthest[pair[0]] = Math.max(farthest[pair[0]], last);
        }
        for (int line = 1; line <= count; line++) {
            for (int inner = line + 1; inner <= Math.min(farthest[line], count); inner++) {
                depth[inner]++;
            }
        }
        for (int[] range : pipelines) {
            for (int line = range[0]; line <= range[1]; line++) {
                depth[line]++;
            }
        }
        boolean[] skipped = skipped(count);
        int size = on.options().number("IndentationSize", 4);
        boolean tabs = on.options().word("Kind", "space").equalsIgnoreCase("tab") || on.options().words("Kind", List.of()).contains("tab");
        for (int line = 1; line <= count; line++) {
            int start = on.lines().start(line);
            int first = Lines.skipBlanks(text, start);
            boolean blank = first == text.length() || text.charAt(first) == '\n' || text.charAt(first) == '\r';
            String wanted = (tabs ? "\t" : " ".repeat(size)).repeat(depth[line]);
            if (!blank && !skipped[line] && !text.substring(start, first).equals(wanted)) {
                on.at(start, first).with(first - start, wanted.length()).fix(start, first, wanted).report();
            }
        }
    }

    private boolean[] skipped(int count) {
        boolean[] skipped = new boolean[count + 2];
        fixed.forEach(range -> Arrays.fill(skipped, range[0], Math.min(range[1], count) + 1, true));
        for (Script.Comment comment : on.script().comments()) {
            Arrays.fill(skipped, Math.min(line(comment.start()) + 1, count + 1), Math.max(line(comment.start()) + 1, line(comment.end()) + 1), true);
        }
        for (int line = 2; line <= count; line++) {
            int end = on.lines().start(line);
            while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
            if (end > 0 && text.charAt(end - 1) == '`') {
                skipped[line] = true;
            }
        }
        return skipped;
    }
}
