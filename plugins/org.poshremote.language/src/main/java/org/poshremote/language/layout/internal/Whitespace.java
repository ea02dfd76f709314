package org.poshremote.language.layout.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.Token;
import org.poshremote.language.syntax.Token.Kind;

/**
 * Blanks on one line: around operators and bars, behind separators, beside braces, before parentheses, between arguments.
 *
 * @param pipe            one blank on each side of a bar where there is none
 * @param redundantPipe   one blank on each side of a bar where there are several
 * @param ignoreInTables  the equals signs of hashtables of several lines keep the blanks before them, which may align them
 */
public record Whitespace(boolean operator, boolean separator, boolean openBrace, boolean innerBrace, boolean openParenthesis, boolean pipe, boolean redundantPipe,
        boolean parameter, boolean ignoreInTables) implements Pass {
    private static final Set<String> BEFORE_PARENTHESIS = Set.of("if", "elseif", "switch", "for", "foreach", "while", "until", "in");
    private static final Set<String> BEHIND_BRACE = Set.of("else", "elseif", "catch", "finally", "while", "until");

    @Override
    public void apply(Draft draft) {
        NativeArguments natives = separator ? new NativeArguments(draft.script()) : null;
        for (int i = 0; i < draft.size(); i++) {
            switch (draft.kind(i)) {
                case ASSIGNMENT, OPERATOR -> operator(draft, i);
                case COMMA, SEMICOLON -> separator(draft, i, natives);
                case BAR -> bar(draft, i);
                case OPEN_BLOCK, OPEN_RESOURCE, OPEN_SCRIPT_BLOCK, OPEN_TABLE -> opening(draft, i);
                case CLOSE_BRACE -> closing(draft, i);
                case OPEN_PARENTHESIS -> parenthesis(draft, i);
                case KEYWORD -> keyword(draft, i);
                default -> { }
            }
        }
        if (parameter) {
            new ArgumentGaps(draft).apply();
        }
        if (operator) {
            new AlignedAssignments(draft, ignoreInTables).collapseOthers();
        }
    }

    // ---- operators

    private void operator(Draft draft, int i) {
        boolean assignment = draft.kind(i) == Kind.ASSIGNMENT;
        if (!operator || !assignment && !joins(draft.token(i))) {
            return;
        }
        boolean before = i > 0 && draft.gap(i).plain() && !draft.gap(i).text().equals(" ")
            // several blanks before an equals sign may align it: see AlignedAssignments
            && !(assignment && !draft.gap(i).text().isEmpty());
        boolean after = i + 1 < draft.size() && draft.gap(i + 1).plain() && !draft.gap(i + 1).text().equals(" ");
        if (before) {
            draft.set(i, " ");
        }
        if (after) {
            draft.set(i + 1, " ");
        }
        if (before || after) {
            draft.note("", i, before && after ? List.of(i, i + 1) : List.of(before ? i : i + 1), draft.word(i));
        }
    }

    private static boolean joins(Token token) {
        return switch (token.owner()) {
            case Expression.Binary binary -> !binary.operator().equals("..");
            case Expression.Ternary ternary -> true;
            case Statement.PipelineChain chain -> true;
            default -> false;
        };
    }

    // ---- separators

    private void separator(Draft draft, int i, NativeArguments natives) {
        if (!separator || i == 0 || natives.hold(draft.token(i))) {
            return;
        }
        // several blanks before it align it with others
        if (draft.kind(i) == Kind.COMMA && draft.gap(i).text().equals(" ") && draft.kind(i - 1) != Kind.COMMA) {
            draft.set(i, "");
            draft.note("none", i, List.of(i), draft.word(i));
        }
        if (i + 1 < draft.size() && draft.gap(i + 1).plain() && !draft.gap(i + 1).text().equals(" ") && draft.kind(i + 1) != Kind.SEMICOLON && !draft.kind(i + 1).closes()) {
            draft.set(i + 1, " ");
            draft.note("after", i, List.of(i + 1), draft.word(i));
        }
    }

    // ---- bars

    private void bar(Draft draft, int i) {
        boolean before = i > 0 && wantsBlank(draft.gap(i));
        boolean after = i + 1 < draft.size() && wantsBlank(draft.gap(i + 1));
        if (before) {
            draft.set(i, " ");
        }
        if (after) {
            draft.set(i + 1, " ");
        }
        if (before || after) {
            draft.note("", i, before && after ? List.of(i, i + 1) : List.of(before ? i : i + 1), draft.word(i));
        }
    }

    private boolean wantsBlank(Gap gap) {
        return gap.plain() && (pipe && gap.text().isEmpty() || redundantPipe && gap.text().length() > 1);
    }

    // ---- brackets

    private void opening(Draft draft, int i) {
        if (openBrace && draft.kind(i) != Kind.OPEN_TABLE && i > 0 && draft.gap(i).plain() && !draft.gap(i).text().equals(" ") && standsApart(draft, i)) {
            draft.set(i, " ");
            draft.note("before", i, List.of(i), "{");
        }
        boolean member = i > 0 && draft.kind(i - 1) == Kind.DOT && draft.gap(i).text().isEmpty() && draft.kind(i) == Kind.OPEN_SCRIPT_BLOCK;
        if (!innerBrace || member || i + 1 == draft.size() || !draft.gap(i + 1).plain()) {
            return;
        }
        String inside = draft.gap(i + 1).text();
        boolean empty = draft.partner(i) == i + 1;
        if (empty ? inside.length() > 1 : !inside.equals(" ")) {
            draft.set(i + 1, " ");
            draft.note("after", i, List.of(i + 1), draft.word(i));
        }
    }

    /** A script block that is called, cast, or an argument of a method stays where it is. */
    private static boolean standsApart(Draft draft, int i) {
        if (draft.kind(i) != Kind.OPEN_SCRIPT_BLOCK) {
            return true;
        }
        return switch (draft.kind(i - 1)) {
            case COMMAND, KEYWORD -> true;
            case WORD -> i < 2 || draft.kind(i - 2) != Kind.DOT;
            case PARAMETER -> !draft.word(i - 1).endsWith(":");
            case MARK -> draft.word(i - 1).equals("&");
            default -> !draft.gap(i).text().isEmpty() && !draft.kind(i - 1).opens() && draft.kind(i - 1) != Kind.CLOSE_BRACKET;
        };
    }

    private void closing(Draft draft, int i) {
        int open = draft.partner(i);
        boolean member = open > 0 && draft.kind(open - 1) == Kind.DOT && draft.gap(open).text().isEmpty() && draft.kind(open) == Kind.OPEN_SCRIPT_BLOCK;
        if (innerBrace && open >= 0 && open != i - 1 && !member && draft.gap(i).plain() && !draft.gap(i).text().equals(" ")) {
            draft.set(i, " ");
            draft.note("before", i, List.of(i), "}");
        }
    }

    private void parenthesis(Draft draft, int i) {
        if (!openParenthesis || i == 0 || !draft.gap(i).plain() || draft.gap(i).text().equals(" ")) {
            return;
        }
        boolean wanted = draft.kind(i - 1) == Kind.KEYWORD && BEFORE_PARENTHESIS.contains(draft.word(i - 1).toLowerCase(Locale.ROOT))
            || draft.kind(i - 1) == Kind.PARAMETER && (draft.token(i - 1).owner() instanceof Statement.Switch || draft.token(i - 1).owner() instanceof Statement.ForEach);
        if (wanted) {
            draft.set(i, " ");
            draft.note("before", i, List.of(i), "(");
        }
    }

    /** "} else" on one line. */
    private void keyword(Draft draft, int i) {
        if (openBrace && i > 0 && draft.kind(i - 1) == Kind.CLOSE_BRACE && draft.gap(i).plain() && !draft.gap(i).text().equals(" ") && goesOn(draft, i)) {
            draft.set(i, " ");
            draft.note("before", i, List.of(i), draft.word(i));
        }
    }

    private static boolean goesOn(Draft draft, int i) {
        return BEHIND_BRACE.contains(draft.word(i).toLowerCase(Locale.ROOT)) && switch (draft.token(i).owner()) {
            case Statement.If choice -> true;
            case Clause.IfBranch branch -> true;
            case Statement.Try attempt -> true;
            case Clause.Catch clause -> true;
            case Statement.Do loop -> true;
            default -> false;
        };
    }
}
