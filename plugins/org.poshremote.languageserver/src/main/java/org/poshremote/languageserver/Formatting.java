package org.poshremote.languageserver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.poshremote.language.format.FormatOption;
import org.poshremote.language.format.FormatOptions;
import org.poshremote.language.format.Formatted;
import org.poshremote.language.format.Formatter;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.RuleSettings;

/**
 * Formatting of documents. What the request says of blanks counts least, then what the client says under {@code poshremote.format}, and
 * most what the workspace's settings file says, which is everybody's. Thread-safe.
 */
final class Formatting {
    static final DocumentOnTypeFormattingOptions WHILE_TYPING = new DocumentOnTypeFormattingOptions("}", List.of("\n", ";"));

    /** A tab of more blanks is nonsense. */
    private static final int WIDEST = 16;

    /** Documents of which was said why they are not formatted; once is enough until they are. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    List<TextEdit> document(OpenDocument document, FormattingOptions asked, Map<String, Object> chosen, Optional<RuleSettings> rules, Consumer<String> tell) {
        return told(document, Formatter.format(document.script(), options(asked, chosen, rules)), tell);
    }

    List<TextEdit> range(OpenDocument document, Range range, FormattingOptions asked, Map<String, Object> chosen, Optional<RuleSettings> rules, Consumer<String> tell) {
        return told(document, Formatter.range(document.script(), options(asked, chosen, rules), document.offset(range.getStart()), document.offset(range.getEnd())), tell);
    }

    List<TextEdit> typed(OpenDocument document, Position position, String typed, FormattingOptions asked, Map<String, Object> chosen, Optional<RuleSettings> rules) {
        char last = typed.isEmpty() ? ' ' : typed.charAt(typed.length() - 1);
        return document.tooLong() ? List.of() : edits(document, Formatter.typed(document.script(), options(asked, chosen, rules), document.offset(position), last));
    }

    private List<TextEdit> told(OpenDocument document, Formatted formatted, Consumer<String> tell) {
        if (formatted.refusal().isEmpty()) {
            refused.remove(document.uri());
        } else if (refused.add(document.uri())) {
            tell.accept(formatted.refusal().get());
        }
        return document.tooLong() ? List.of() : edits(document, formatted.edits());
    }

    void forget(String uri) {
        refused.remove(uri);
    }

    private static List<TextEdit> edits(OpenDocument document, List<Edit> edits) {
        return edits.stream().map(edit -> new TextEdit(document.range(edit.start(), edit.end()), edit.text())).toList();
    }

    static FormatOptions options(FormattingOptions asked, Map<String, Object> chosen, Optional<RuleSettings> rules) {
        FormatOptions options = FormatOptions.DEFAULT.with(chosen);
        if (asked.getBoolean("insertSpaces") != null) {
            options = options.unlessChosen(FormatOption.INDENTATION_KIND, asked.isInsertSpaces() ? "space" : "tab");
        }
        if (asked.getNumber("tabSize") != null && asked.getTabSize() > 0 && asked.getTabSize() <= WIDEST) {
            options = options.unlessChosen(FormatOption.INDENTATION_SIZE, asked.getTabSize());
        }
        for (FormatOption option : List.of(FormatOption.TRIM_TRAILING_WHITESPACE, FormatOption.INSERT_FINAL_NEWLINE, FormatOption.TRIM_FINAL_NEWLINES)) {
            Boolean said = asked.getBoolean(option.title());
            if (said != null) {
                options = options.unlessChosen(option, said);
            }
        }
        return rules.map(options::with).orElse(options);
    }
}
