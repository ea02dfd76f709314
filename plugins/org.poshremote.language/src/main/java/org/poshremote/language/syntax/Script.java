package org.poshremote.language.syntax;

import java.util.List;

/** A parsed text: always a whole tree, whatever the text; what is wrong with it is in the errors, in the order of the text. */
public record Script(String text, ScriptBlock root, List<SyntaxError> errors, List<Comment> comments) {
    public Script {
        errors = List.copyOf(errors);
        comments = List.copyOf(comments);
    }

    /** From {@code #} to the end of the line, or {@code <# … #>}. */
    public record Comment(int start, int end) {
    }
}
