package org.poshremote.language.completion;

import java.util.Optional;
import java.util.function.Supplier;
import org.poshremote.language.features.Span;

/**
 * Something that could be written at the cursor.
 *
 * @param label         what is shown
 * @param insert        what is written
 * @param snippet       the same with places to fill in, in LSP's snippet syntax, where there are any
 * @param filter        what the text from the beginning of the replaced part to the cursor is compared with
 * @param replace       what is replaced; holds the cursor
 * @param detail        short: a type, a module, a file
 * @param rank          smaller ones come first
 * @param missing       the target does not have it
 * @param commit        characters that choose it when they are typed
 * @param documentation Markdown, made when it is asked for; may be empty
 */
public record Proposal(String label, Kind kind, String insert, Optional<String> snippet, String filter, Span replace, String detail, int rank, boolean missing, String commit,
        Supplier<String> documentation) {
    /** What it is. */
    public enum Kind {
        FUNCTION, COMMAND, ALIAS, PARAMETER, VALUE, VARIABLE, PROPERTY, METHOD, TYPE, ENUM, ENUM_VALUE, NAMESPACE, KEY, KEYWORD, OPERATOR, SNIPPET, FILE, FOLDER, MODULE, TAG, RESOURCE
    }

    public Proposal inserting(String text) {
        return new Proposal(label, kind, text, snippet, filter, replace, detail, rank, missing, commit, documentation);
    }

    public Proposal withSnippet(String text) {
        return new Proposal(label, kind, insert, Optional.of(text), filter, replace, detail, rank, missing, commit, documentation);
    }

    public Proposal filteredBy(String text) {
        return new Proposal(label, kind, insert, snippet, text, replace, detail, rank, missing, commit, documentation);
    }

    public Proposal replacing(Span span) {
        return new Proposal(label, kind, insert, snippet, filter, span, detail, rank, missing, commit, documentation);
    }

    public Proposal detailed(String text) {
        return new Proposal(label, kind, insert, snippet, filter, replace, text, rank, missing, commit, documentation);
    }

    public Proposal ranked(int number) {
        return new Proposal(label, kind, insert, snippet, filter, replace, detail, number, missing, commit, documentation);
    }

    public Proposal missing(boolean lacking) {
        return new Proposal(label, kind, insert, snippet, filter, replace, detail, rank, lacking, commit, documentation);
    }

    public Proposal committedBy(String characters) {
        return new Proposal(label, kind, insert, snippet, filter, replace, detail, rank, missing, characters, documentation);
    }

    public Proposal documented(Supplier<String> markdown) {
        return new Proposal(label, kind, insert, snippet, filter, replace, detail, rank, missing, commit, markdown);
    }
}
