package org.poshremote.language.rules.internal.target;

import java.util.Optional;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.knowledge.KnownParameter;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.PipelineElement.Command;

/** Parameters that the target's commands do not have. */
public final class TargetParameter extends Rule {
    public TargetParameter() {
        super("PoshRemoteTargetParameter", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (TargetCommands.silent(on)) {
            return;
        }
        on.each(Command.class, command -> {
            String name = command.name();
            Optional<KnownCommand> known = name.isEmpty() ? Optional.empty() : Knowledge.resolve(name);
            if (known.isEmpty() || !on.model().callerOf(command).function(name).isEmpty()
                || TargetCommands.command(on, known.get().name(), known) != TargetCommands.Finding.THERE) {
                return;
            }
            for (CommandElement element : command.elements()) {
                if (element instanceof CommandParameter parameter && !parameter.name().isEmpty()) {
                    Optional<KnownParameter> found = known.get().parameter(parameter.name(), Knowledge.commonParameters());
                    if (TargetCommands.isMissing(on, known.get(), parameter.name(), found) && !TargetCommands.guarded(on)) {
                        boolean asked = on.target().commands().isPresent();
                        on.at(parameter.start(), parameter.start() + 1 + parameter.name().length()).text(asked ? "unknown" : "")
                            .with(known.get().name(), on.target().described(), found.map(KnownParameter::name).orElse(parameter.name()), found.map(each -> each.presence().words()).orElse(""))
                            .about(parameter.name()).report();
                    }
                }
            }
        });
    }
}
