package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.CommandFinder;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.features.Span;
import org.poshremote.language.features.TreePath;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.types.Inference;

/**
 * Where something is to be completed. Where no word stands before the cursor yet, a letter is put there before parsing, so that
 * the tree has a node for what will come ({@code $x.}, {@code -}, {@code [}).
 */
public final class Cursor {
    /** A letter that no script has there. */
    private static final char LETTER = '\u01C0';

    private final String text;
    private final int offset;
    private final boolean lettered;
    /** How many characters were put in at the cursor. */
    private final int added;
    private final Script script;
    private final List<Node> path;
    private final Surroundings surroundings;
    private final Supplier<ScriptModel> models;
    private ScriptModel model;
    private Inference inference;

    /**
     * @param parsed the text as it is
     * @param model  of it; asked for when it is needed
     */
    public Cursor(Script parsed, Supplier<ScriptModel> model, int offset, Surroundings surroundings) {
        this.text = parsed.text();
        this.offset = offset;
        this.surroundings = surroundings;
        this.models = model;
        this.lettered = offset == 0 || !isWord(text.charAt(offset - 1));
        String letter = lettered ? String.valueOf(LETTER) : "";
        Span part = part(parsed, offset);
        Script read = lettered ? Parser.parse(with(part, letter)) : parsed;
        List<Node> around = TreePath.at(read, lettered ? offset : offset - 1);
        // a subexpression that nothing closes yet is part of its string to the parser
        boolean open = opensSubexpression(around.get(around.size() - 1));
        this.added = letter.length() + (open ? 1 : 0);
        this.script = open ? Parser.parse(with(part, letter + ")")) : read;
        this.path = open ? TreePath.at(script, lettered ? offset : offset - 1) : around;
    }

    /** The statements around, so that the whole of a long script need not be parsed again: from two before the one at the offset. */
    private static Span part(Script parsed, int offset) {
        List<NamedBlock> blocks = parsed.root().blocks();
        Span whole = new Span(0, parsed.text().length());
        if (blocks.size() != 1 || !blocks.get(0).implicit()) {
            return whole;
        }
        List<Statement> statements = blocks.get(0).statements();
        int at = 0;
        int high = statements.size();
        while (at < high) {
            int middle = (at + high) >>> 1;
            if (statements.get(middle).end() < offset) {
                at = middle + 1;
            } else {
                high = middle;
            }
        }
        int start = at < 2 ? 0 : statements.get(at - 2).start();
        int end = at == statements.size() ? whole.end() : statements.get(at).start() <= offset ? statements.get(at).end() : statements.get(at).start();
        return start > offset || end < offset ? whole : new Span(start, end);
    }

    /** That part with something at the cursor; blanks stand for what is before it, so that offsets stay. */
    private String with(Span part, String put) {
        return " ".repeat(part.start()) + text.substring(part.start(), offset) + put + text.substring(offset, part.end());
    }

    private boolean opensSubexpression(Node node) {
        if (!(node instanceof Expression.StringConstant || node instanceof Expression.ExpandableString) || node.start() >= offset || text.charAt(node.start()) != '"') {
            return false;
        }
        String before = text.substring(node.start(), offset);
        int open = before.lastIndexOf("$(");
        return open >= 0 && before.indexOf(')', open) < 0 && before.indexOf('\n', open) < 0 && (open == 0 || before.charAt(open - 1) != '`');
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Of the statements around the cursor, with what was put in. */
    Script script() {
        return script;
    }

    /** From the root to the smallest node at the cursor. */
    List<Node> path() {
        return path;
    }

    Node node() {
        return path.get(path.size() - 1);
    }

    /** The nearest node of a kind around the cursor. */
    <T extends Node> Optional<T> around(Class<T> kind) {
        for (int i = path.size() - 1; i >= 0; i--) {
            if (kind.isInstance(path.get(i))) {
                return Optional.of(kind.cast(path.get(i)));
            }
        }
        return Optional.empty();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    int offset() {
        return offset;
    }

    /** Without the letter put in. */
    String text() {
        return text;
    }

    /** Of the text as it is. */
    ScriptModel model() {
        if (model == null) {
            model = models.get();
        }
        return model;
    }

    Inference inference() {
        if (inference == null) {
            inference = new Inference(model(), surroundings.others());
        }
        return inference;
    }

    CommandFinder commands() {
        return new CommandFinder(model(), surroundings.others(), surroundings.target());
    }

    /** An offset of the parsed text as one of the text as it is. */
    int real(int parsed) {
        return parsed <= offset ? parsed : Math.max(offset, parsed - added);
    }

    /** The part of the text that a node is. */
    Span span(Node node) {
        return span(node.start(), node.end());
    }

    /** Around the cursor and on its line, which an edit of a completion must not leave (LSP 3.18, CompletionItem). */
    Span span(int start, int end) {
        int last = offset;
        while (last < real(end) && last < text.length() && text.charAt(last) != '\n' && text.charAt(last) != '\r') {
            last++;
        }
        return new Span(Math.max(Math.min(real(start), offset), offset - line().length()), last);
    }

    /** What is written of a node in front of the cursor. */
    String before(int start) {
        return text.substring(Math.min(start, offset), offset);
    }

    /** The character before, blanks of the same line left aside; a line feed where the line begins there. */
    char previous(int from) {
        int at = Math.min(from, text.length()) - 1;
        while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at--;
        }
        return at < 0 ? '\n' : text.charAt(at);
    }

    /** The line in front of the cursor. */
    String line() {
        int start = offset;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return text.substring(start, offset);
    }

    /** Whether a letter had to be put in, since no word stands before the cursor. */
    boolean isFresh() {
        return lettered;
    }

    Node parentOf(Node node) {
        for (int i = path.size() - 1; i > 0; i--) {
            if (path.get(i) == node) {
                return path.get(i - 1);
            }
        }
        return node;
    }
}
