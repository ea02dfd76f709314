package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Profile;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Statement;

/** A function hides the command of the same name. */
public final class AvoidOverwritingBuiltInCmdlets extends Rule {
    public AvoidOverwritingBuiltInCmdlets() {
        super("PSAvoidOverwritingBuiltInCmdlets", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        List<Profile> profiles = on.options().words("PowerShellVersion", List.of()).stream().flatMap(name -> Profile.parse(name).stream()).toList();
        on.each(Statement.Function.class, function -> {
            String name = Shapes.unqualified(function.name());
            Knowledge.command(name).filter(known -> known.presence().builtIn()).filter(known -> profiles.isEmpty() || profiles.stream().anyMatch(profile -> profile.has(known.presence())))
                .ifPresent(known -> on.at(function.nameStart(), function.nameEnd()).with(known.name(), known.module()).about(name).report());
        });
    }
}
