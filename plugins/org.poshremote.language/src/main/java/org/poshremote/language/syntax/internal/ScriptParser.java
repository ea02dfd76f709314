package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.SyntaxError;
import org.poshremote.language.syntax.internal.checks.SemanticChecks;

/** One parse of one text. */
public final class ScriptParser {
    private ScriptParser() {
    }

    public static Script parse(String text) {
        Source source = new Source(text);
        ScriptBlock root = new Grammar(source).blocks.script();
        List<SyntaxError> errors = new ArrayList<>(source.errors);
        errors.addAll(SemanticChecks.check(root));
        errors.sort(Comparator.comparingInt(SyntaxError::start));
        return new Script(text, root, errors, source.comments);
    }
}
