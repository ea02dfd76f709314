package org.poshremote.language.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.layout.internal.Change;
import org.poshremote.language.layout.internal.Draft;
import org.poshremote.language.layout.internal.LineEnds;
import org.poshremote.language.layout.internal.Negation;
import org.poshremote.language.layout.internal.Pass;
import org.poshremote.language.layout.internal.Quotes;
import org.poshremote.language.layout.internal.Semicolons;
import org.poshremote.language.layout.internal.WhileTyping;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.internal.layout.Passes;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.SyntaxError;
import org.poshremote.language.syntax.Tokens;

/**
 * Lays scripts out. What a script means stays as it is: after each run the new text is read again, and where it is not the same words
 * in the same order nothing is changed. Line ends are those of the text. Thread-safe.
 */
public final class Formatter {
    private static final String MARK = "\uFEFF";
    private static final String SIGNATURE = "# SIG # Begin signature block";

    private Formatter() {
    }

    /** A text with or without byte order mark. */
    public static Formatted format(String text, FormatOptions options) {
        if (!text.startsWith(MARK)) {
            return format(Parser.parse(text), options);
        }
        Formatted plain = format(Parser.parse(text.substring(1)), options);
        return new Formatted(MARK + plain.text(), plain.edits().stream().map(edit -> new Edit(edit.start() + 1, edit.end() + 1, edit.text())).toList(), plain.refusal());
    }

    public static Formatted format(Script script, FormatOptions options) {
        return range(script, options, 0, script.text().length());
    }

    /** The same with those edits only that lie between two offsets. */
    public static Formatted range(Script script, FormatOptions options, int start, int end) {
        Optional<String> refusal = refusal(script);
        if (refusal.isPresent()) {
            return new Formatted(script.text(), List.of(), refusal);
        }
        Draft draft = draft(script);
        passes(options).forEach(pass -> pass.apply(draft));
        List<Edit> edits = edits(draft.changes(), start, end);
        if (edits.isEmpty()) {
            return new Formatted(script.text(), List.of(), Optional.empty());
        }
        String text = apply(script.text(), edits);
        return SameScript.check(draft, Parser.parse(text), start == 0 && end == script.text().length())
            ? new Formatted(text, edits, Optional.empty())
            : new Formatted(script.text(), List.of(), Optional.of("The layout would have changed what this script means, so it was left alone. Please report the script."));
    }

    /**
     * The indentation of what a character just typed before an offset has closed: the block of "}", the statement of ";", the line
     * that a line end begins. Other characters close nothing.
     */
    public static List<Edit> typed(Script script, FormatOptions options, int offset, char typed) {
        if (!options.takesPart("PSUseConsistentIndentation")) {
            return List.of();
        }
        WhileTyping typing = new WhileTyping(draft(script), Passes.indentation(options.of("PSUseConsistentIndentation")));
        List<Change> changes = switch (typed) {
            case '}' -> typing.brace(offset);
            case ';' -> typing.semicolon(offset);
            case '\n', '\r' -> typing.line(offset);
            default -> List.of();
        };
        return edits(changes, 0, script.text().length());
    }

    /** Why a script is not laid out; empty where it can be. */
    public static Optional<String> refusal(Script script) {
        if (!script.errors().isEmpty()) {
            SyntaxError first = script.errors().get(0);
            return Optional.of("Line " + new LineMap(script.text()).line(first.start()) + " has a mistake of syntax (" + first.id() + "), so it is not certain what belongs together. Nothing was formatted.");
        }
        return isSigned(script) ? Optional.of("The script is signed, and any change would make its signature invalid. Nothing was formatted.") : Optional.empty();
    }

    /** Whether it has an Authenticode signature, which no change would leave valid. */
    public static boolean isSigned(Script script) {
        return script.text().contains(SIGNATURE) && script.comments().stream().anyMatch(comment -> script.text().startsWith(SIGNATURE, comment.start()));
    }

    static Draft draft(Script script) {
        return new Draft(script, Tokens.of(script));
    }

    /** In an order in which each finds done what it builds on. */
    static List<Pass> passes(FormatOptions options) {
        List<Pass> passes = new ArrayList<>();
        add(passes, options, "PSAvoidExclaimOperator", FormatOption.AVOID_EXCLAIM_OPERATOR, new Negation());
        add(passes, options, "PSAvoidUsingDoubleQuotesForConstantString", FormatOption.USE_CONSTANT_STRINGS, new Quotes());
        add(passes, options, "PSUseCorrectCasing", null, Passes.casing(options.of("PSUseCorrectCasing")));
        add(passes, options, "PSAvoidUsingCmdletAliases", FormatOption.AUTO_CORRECT_ALIASES, Passes.aliases(options.of("PSAvoidUsingCmdletAliases")));
        add(passes, options, "PSPlaceCloseBrace", null, Passes.closeBraces(options.of("PSPlaceCloseBrace")));
        add(passes, options, "PSPlaceOpenBrace", null, Passes.openBraces(options.of("PSPlaceOpenBrace")));
        add(passes, options, "PSAvoidSemicolonsAsLineTerminators", FormatOption.AVOID_SEMICOLONS_AS_LINE_TERMINATORS, new Semicolons());
        add(passes, options, "PSUseConsistentWhitespace", null, Passes.whitespace(options.of("PSUseConsistentWhitespace")));
        passes.add(new LineEnds(options.flag(FormatOption.TRIM_TRAILING_WHITESPACE) && options.takesPart("PSAvoidTrailingWhitespace"), options.number(FormatOption.MAXIMUM_BLANK_LINES),
            options.flag(FormatOption.INSERT_FINAL_NEWLINE), options.flag(FormatOption.TRIM_FINAL_NEWLINES)));
        add(passes, options, "PSUseConsistentIndentation", null, Passes.indentation(options.of("PSUseConsistentIndentation")));
        add(passes, options, "PSAlignAssignmentStatement", null, Passes.alignment(options.of("PSAlignAssignmentStatement")));
        return passes;
    }

    private static void add(List<Pass> passes, FormatOptions options, String rule, FormatOption asked, Pass pass) {
        if (options.takesPart(rule) && (asked == null || options.flag(asked))) {
            passes.add(pass);
        }
    }

    static List<Edit> edits(List<Change> changes, int start, int end) {
        return changes.stream().filter(change -> change.start() >= start && change.end() <= end).map(change -> new Edit(change.start(), change.end(), change.text())).toList();
    }

    static String apply(String text, List<Edit> edits) {
        StringBuilder changed = new StringBuilder(text.length() + 64);
        int at = 0;
        for (Edit edit : edits) {
            changed.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return changed.append(text, at, text.length()).toString();
    }
}
