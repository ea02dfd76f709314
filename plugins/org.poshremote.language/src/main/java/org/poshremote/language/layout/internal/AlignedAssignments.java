package org.poshremote.language.layout.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Token.Kind;

/**
 * Equals signs with several blanks before them. Where such signs stand below each other on neighbouring lines somebody has aligned
 * them, and they stay; elsewhere one blank is left.
 */
final class AlignedAssignments {
    private final Draft draft;
    private final boolean ignoreInTables;
    private final Positions positions;

    AlignedAssignments(Draft draft, boolean ignoreInTables) {
        this.draft = draft;
        this.ignoreInTables = ignoreInTables;
        this.positions = draft.positions();
    }

    void collapseOthers() {
        int size = draft.size();
        int lines = size == 0 ? 0 : positions.lastLine(size - 1) + 1;
        // how far from the beginning of its line the first sign of each ends; 0 for none
        int[] ends = new int[lines + 2];
        int[] firsts = new int[lines + 2];
        Arrays.fill(firsts, -1);
        int start = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || positions.line(i) != positions.lastLine(i - 1)) {
                start = i;
            }
            int line = positions.line(i) + 1;
            if (draft.kind(i) == Kind.ASSIGNMENT && ends[line] == 0 && positions.line(start) == positions.line(i)) {
                ends[line] = positions.endColumn(i) - positions.column(start);
                firsts[line] = i;
            }
        }
        List<Integer> wide = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            if (draft.kind(i) == Kind.ASSIGNMENT && draft.gap(i).plain() && draft.gap(i).text().length() > 1 && !(ignoreInTables && inTable(i))) {
                int line = positions.line(i) + 1;
                boolean aligned = firsts[line] == i && (ends[line] == ends[line - 1] || ends[line] == ends[line + 1]);
                if (!aligned) {
                    wide.add(i);
                }
            }
        }
        for (int i : wide) {
            draft.set(i, " ");
            draft.note("", i, List.of(i), draft.word(i));
        }
    }

    private boolean inTable(int i) {
        if (!(draft.token(i).owner() instanceof Clause.Entry)) {
            return draft.token(i).owner() instanceof Member.Property && draft.kind(i - 1) == Kind.NAME; // of an enum
        }
        int open = draft.around(i);
        return open >= 0 && draft.token(open).owner() instanceof Expression.Hashtable && draft.partner(open) >= 0 && !positions.sameLine(open, draft.partner(open));
    }
}
