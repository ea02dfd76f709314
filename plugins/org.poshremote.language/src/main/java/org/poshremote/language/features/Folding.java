package org.poshremote.language.features;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Parts of a script that can be folded away: blocks, long literals, comments, and {@code #region} to {@code #endregion}. */
public final class Folding {
    /** Lines from 1, both included. */
    public record Fold(int firstLine, int lastLine, Kind kind) {
    }

    public enum Kind {
        CODE, COMMENT, REGION
    }

    private Folding() {
    }

    public static List<Fold> of(Script script) {
        LineMap lines = new LineMap(script.text());
        Set<Fold> folds = new HashSet<>();
        Deque<Node> left = new ArrayDeque<>(List.of(script.root()));
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (folds(node) && node != script.root()) {
                add(folds, lines.line(node.start()), lines.line(node.end()), Kind.CODE);
            }
            node.children().forEach(left::push);
        }
        comments(script, lines, folds);
        return folds.stream().sorted(Comparator.comparingInt(Fold::firstLine).thenComparing(Fold::lastLine, Comparator.reverseOrder())).toList();
    }

    private static boolean folds(Node node) {
        return switch (node) {
            case ScriptBlock block -> true;
            case StatementBlock block -> true;
            case Statement.TypeDefinition type -> true;
            case Statement.Switch choice -> true;
            case Expression.Hashtable table -> true;
            case Expression.ArrayExpression array -> true;
            case Expression.StringConstant text -> text.quotes() == Expression.Quotes.SINGLE_HERE || text.quotes() == Expression.Quotes.DOUBLE_HERE;
            case Expression.ExpandableString text -> text.quotes() == Expression.Quotes.DOUBLE_HERE;
            default -> false;
        };
    }

    private static void comments(Script script, LineMap lines, Set<Fold> folds) {
        Deque<Integer> regions = new ArrayDeque<>();
        int runStart = 0;
        int runEnd = -1;
        for (Script.Comment comment : script.comments()) {
            String text = script.text().substring(comment.start(), comment.end()).toLowerCase(Locale.ROOT);
            int line = lines.line(comment.start());
            if (text.startsWith("#region")) {
                regions.push(line);
            } else if (text.startsWith("#endregion") && !regions.isEmpty()) {
                add(folds, regions.pop(), line, Kind.REGION);
            } else if (text.startsWith("<#")) {
                add(folds, line, lines.line(comment.end()), Kind.COMMENT);
            } else if (line == runEnd + 1) {
                runEnd = line;
            } else {
                add(folds, runStart, runEnd, Kind.COMMENT);
                runStart = line;
                runEnd = line;
            }
        }
        add(folds, runStart, runEnd, Kind.COMMENT);
    }

    private static void add(Set<Fold> folds, int first, int last, Kind kind) {
        if (last > first && first > 0) {
            folds.add(new Fold(first, last, kind));
        }
    }
}
