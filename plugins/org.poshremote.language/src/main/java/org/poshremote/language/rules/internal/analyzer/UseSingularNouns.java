package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Plurals;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Statement;

/** Nouns of commands are in the singular. */
public final class UseSingularNouns extends Rule {
    public UseSingularNouns() {
        super("PSUseSingularNouns", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        List<String> allowed = on.options().words("NounAllowList", List.of("Data", "Windows"));
        on.each(Statement.Function.class, function -> {
            String noun = Shapes.noun(function.name());
            Optional<String> singular = Plurals.singular(noun).filter(word -> allowed.stream().noneMatch(end -> noun.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT))));
            if (singular.isPresent()) {
                String better = function.name().substring(0, function.name().length() - noun.length()) + singular.get();
                on.at(function.nameStart(), function.nameEnd()).with(function.name(), better).about(function.name()).fix(function.nameStart(), function.nameEnd(), better).report();
            }
        });
    }
}
