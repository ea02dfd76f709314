package org.poshremote.language.layout.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.Token.Kind;

/**
 * Equals signs below each other, of hashtables and enums.
 *
 * @param tableComments entries with a comment before the sign take part
 * @param enumComments  the same for values of enums
 * @param valueless     names of an enum that have no value count for where the signs stand
 */
public record Alignment(boolean tables, boolean enums, boolean tableComments, boolean enumComments, boolean valueless) implements Pass {
    @Override
    public void apply(Draft draft) {
        // a sign moves nothing but what stands behind it on its line, where none of the others begins
        Positions positions = draft.positions();
        Tree.walk(draft.script().root(), node -> {
            if (tables && node instanceof Expression.Hashtable table && !table.entries().isEmpty()) {
                align(draft, positions, table.entries().stream().map(Clause.Entry::start).toList(), table.entries().stream().map(entry -> entry.key().end()).toList(), tableComments);
            } else if (enums && node instanceof Statement.TypeDefinition type && type.keyword().equals("enum")) {
                List<Member.Property> values = type.members().stream().filter(Member.Property.class::isInstance).map(Member.Property.class::cast)
                    .filter(value -> valueless || value.initialValue().isPresent()).toList();
                align(draft, positions, values.stream().map(Member.Property::start).toList(), values.stream().map(value -> value.nameStart() + value.name().length()).toList(), enumComments);
            }
        });
    }

    /** A sign and how far to the left of it its column could begin. */
    private record Site(int sign, int end) {
    }

    private static void align(Draft draft, Positions positions, List<Integer> starts, List<Integer> ends, boolean comments) {
        Map<Integer, Integer> perLine = new HashMap<>();
        starts.stream().map(draft::at).filter(first -> first < draft.size()).forEach(first -> perLine.merge(positions.line(first), 1, Integer::sum));
        List<Site> sites = new ArrayList<>();
        int widest = 0;
        for (int i = 0; i < starts.size(); i++) {
            int first = draft.at(starts.get(i));
            int sign = draft.at(ends.get(i));
            if (first == draft.size() || !draft.first(first) || perLine.get(positions.line(first)) > 1 || sign == 0) {
                continue;
            }
            boolean signed = sign < draft.size() && draft.kind(sign) == Kind.ASSIGNMENT && draft.gap(sign).breaks() == 0 && !draft.gap(sign).continued();
            if (signed && draft.gap(sign).hasComment() && !comments) {
                continue;
            }
            int end = positions.endColumn(sign - 1) + (signed ? Gap.stripEnd(draft.gap(sign).text()).length() : 0);
            if (signed) {
                sites.add(new Site(sign, end));
                widest = Math.max(widest, end);
            } else if (sign == draft.size() || draft.kind(sign) != Kind.ASSIGNMENT) {
                widest = Math.max(widest, end);
            }
        }
        for (Site site : sites) {
            String wanted = Gap.stripEnd(draft.gap(site.sign()).text()) + " ".repeat(widest + 1 - site.end());
            if (!draft.gap(site.sign()).text().equals(wanted)) {
                draft.set(site.sign(), wanted);
                draft.note("", site.sign(), List.of(site.sign()));
            }
        }
    }
}
