package org.poshremote.language.syntax.internal;

import java.util.Optional;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;

/** Nodes and resources of a configuration: keyword, instance name, and a hashtable or block (about_Configuration). */
final class Resources {
    private final Grammar grammar;
    private final Source source;
    private int configurations;

    Resources(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    /** Within the body of a configuration a resource's name is a keyword. */
    void enterConfiguration() {
        configurations++;
    }

    void leaveConfiguration() {
        configurations--;
    }

    boolean inConfiguration() {
        return configurations > 0;
    }

    /** Empty where something else stands here, and then nothing is consumed. */
    Optional<Statement> resource() {
        int start = source.at;
        int errors = source.errors.size();
        String word = source.word();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        source.at += word.length();
        source.skipBlanks();
        Optional<Expression> name = Optional.empty();
        if (source.peek() != '{' && !source.atNewline() && !source.atEnd()) {
            name = Optional.of(grammar.commands.arguments());
        }
        source.skipSpace();
        boolean block = word.equalsIgnoreCase("node");
        if (source.peek() != '{' || name.isEmpty() && !block && !nested(word)) {
            source.at = start;
            source.errors.subList(errors, source.errors.size()).clear();
            return Optional.empty();
        }
        int open = source.at;
        Expression body;
        if (block) {
            ScriptBlock script = grammar.blocks.bracedScriptBlock();
            body = new Expression.ScriptBlockLiteral(open, source.at, script);
        } else {
            source.at++;
            boolean commas = grammar.suspendCommas();
            var entries = grammar.primaries.entries();
            grammar.resumeCommas(commas);
            source.skipSeparators();
            if (source.peek() == '}') {
                source.at++;
            } else {
                source.error("MissingEndCurlyBrace", open, open + 1);
                grammar.blocks.recoverTo('}');
            }
            body = new Expression.Hashtable(open, source.at, entries);
        }
        return Optional.of(new Statement.DynamicKeyword(start, source.at, word, name, body));
    }

    /** A property whose value is a resource of its own: keyword and braces alone. */
    private static boolean nested(String word) {
        return !word.isEmpty() && (Character.isUpperCase(word.charAt(0)) || word.startsWith("MSFT_"));
    }
}
