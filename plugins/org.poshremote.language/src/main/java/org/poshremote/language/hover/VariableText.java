package org.poshremote.language.hover;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.markdown.Markdown;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.types.Shape;

/** A variable in words, for pop-ups. */
public final class VariableText {
    private static final int MOST_PLACES = 5;
    private static final int LONGEST = 80;

    private VariableText() {
    }

    /** As Markdown: its type and keys. */
    public static String of(VariableSymbol symbol, Optional<Shape> shape) {
        Markdown text = head(symbol, shape);
        return text.toString();
    }

    /** The same, and where it gets its values. */
    public static String of(VariableSymbol symbol, Optional<Shape> shape, Script script, LineMap lines) {
        Markdown text = head(symbol, shape);
        List<VariableUse> writes = symbol.uses().stream().filter(use -> use.access().writes() && use.writer().isPresent()).toList();
        if (symbol.parameter().isPresent()) {
            text.paragraph("Parameter" + scope(symbol));
        } else if (!writes.isEmpty()) {
            text.paragraph("Assigned" + scope(symbol) + ":");
            writes.stream().limit(MOST_PLACES).forEach(use -> text.item("line " + lines.line(use.start()) + ": " + Markdown.code(written(script.text(), use.writer().get()))));
            if (writes.size() > MOST_PLACES) {
                text.item("and " + (writes.size() - MOST_PLACES) + " times more");
            }
        } else {
            text.paragraph("Never assigned in this script.");
        }
        return text.toString();
    }

    private static String scope(VariableSymbol symbol) {
        return switch (symbol.scope().kind()) {
            case SCRIPT -> " in the script";
            case FUNCTION -> symbol.scope().node() instanceof org.poshremote.language.syntax.Statement.Function function ? " in " + Markdown.code(function.name()) : "";
            case METHOD -> symbol.scope().node() instanceof org.poshremote.language.syntax.Member.Method method ? " in the method " + Markdown.code(method.name()) : "";
            case BLOCK -> " in a block";
            case REMOTE -> " in a block that runs elsewhere";
        };
    }

    private static Markdown head(VariableSymbol symbol, Optional<Shape> shape) {
        Markdown text = new Markdown();
        text.script(shape.map(known -> "[" + known.name() + "] ").orElse("") + "$" + symbol.name());
        if (shape.orElse(null) instanceof Shape.Keys keys && !keys.entries().isEmpty()) {
            text.paragraph("Keys: " + String.join(", ", keys.entries().stream().map(Clause.Entry::key).flatMap(key -> key.constantText().stream()).limit(20).map(Markdown::code).toList()));
        }
        return text;
    }

    /** A node's text on one line, cut where it is long. */
    static String written(String text, Node node) {
        String line = text.substring(node.start(), Math.min(node.end(), node.start() + 4 * LONGEST)).replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
