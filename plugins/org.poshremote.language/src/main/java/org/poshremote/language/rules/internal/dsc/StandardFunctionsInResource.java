package org.poshremote.language.rules.internal.dsc;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Statement;

/** What every DSC resource has to have. */
public final class StandardFunctionsInResource extends Rule {
    public StandardFunctionsInResource() {
        super("PSDSCStandardDSCFunctionsInResource", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.TypeDefinition.class, type -> {
            if (Shapes.attribute(type.attributes(), "DscResource").isPresent()) {
                List.of("Get", "Set", "Test").forEach(name -> {
                    if (type.members().stream().noneMatch(member -> member instanceof Member.Method method && method.name().equalsIgnoreCase(name))) {
                        on.at(type.nameStart(), type.nameEnd()).text("class").with(name, type.name()).about(type.name()).report();
                    }
                });
            }
        });
        if (on.file().isModule() && Resources.isResource(on.model())) {
            for (String name : Resources.FUNCTIONS) {
                if (Resources.function(on.model(), name).isEmpty()) {
                    on.at(0, 0).with(name).about(name).report();
                }
            }
        }
    }
}
