package org.poshremote.core.run.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/**
 * A script as far as a run has to know it. It is parsed only where it holds a word that matters: for most scripts that costs
 * nothing before the first request.
 */
final class ScriptFacts {
    private static final Pattern MATTERS = Pattern.compile("(?i)#requires|PSScriptRoot|PSCommandPath|MyInvocation|\\.[\\\\/]");
    private static final Script NOTHING = Parser.parse("");

    private final String text;
    private final Script script;

    private ScriptFacts(String text, Script script) {
        this.text = text;
        this.script = script;
    }

    static ScriptFacts of(String text) {
        return new ScriptFacts(text, MATTERS.matcher(text).find() ? Parser.parse(text) : NOTHING);
    }

    /**
     * A line comment that is the first thing on its line.
     *
     * @param line from 1
     * @param text from the {@code #} on
     */
    record LineComment(int line, String text) {
    }

    List<LineComment> lineComments() {
        List<LineComment> found = new ArrayList<>();
        for (Script.Comment comment : script.comments()) {
            String words = text.substring(comment.start(), comment.end());
            int before = text.lastIndexOf('\n', comment.start() - 1) + 1;
            if (words.startsWith("#") && text.substring(before, comment.start()).isBlank()) {
                found.add(new LineComment(line(comment.start()), words.stripTrailing()));
            }
        }
        return found;
    }

    /** Every node, parents first, in the order of the text; however deep it nests. */
    void each(Consumer<Node> action) {
        Deque<Node> rest = new ArrayDeque<>();
        rest.push(script.root());
        while (!rest.isEmpty()) {
            Node node = rest.pop();
            action.accept(node);
            List<Node> children = new ArrayList<>(node.children());
            Collections.reverse(children);
            children.forEach(rest::push);
        }
    }

    /** From 1. */
    int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
            }
        }
        return line;
    }
}
