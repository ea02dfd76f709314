package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Statement;

/** A function named like a keyword cannot be called. */
public final class AvoidReservedWordsAsFunctionNames extends Rule {
    private static final List<String> WORDS = List.of("assembly", "base", "begin", "break", "catch", "class", "clean", "command", "configuration", "continue", "data", "default",
        "define", "do", "dynamicparam", "else", "elseif", "end", "enum", "exit", "filter", "finally", "for", "foreach", "from", "function", "hidden", "if", "in", "inlinescript",
        "interface", "module", "namespace", "parallel", "param", "private", "process", "public", "return", "sequence", "static", "switch", "throw", "trap", "try", "type", "until",
        "using", "var", "while", "workflow");

    public AvoidReservedWordsAsFunctionNames() {
        super("PSAvoidReservedWordsAsFunctionNames", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            if (WORDS.contains(Shapes.lower(Shapes.unqualified(function.name())))) {
                on.at(function.nameStart(), function.nameEnd()).with(function.name()).about(function.name()).report();
            }
        });
    }
}
