package org.poshremote.language.rules.internal.target;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.internal.Profile;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.PipelineElement.Command;

/** Commands against the PowerShells that settings name. */
final class Compatibility {
    private Compatibility() {
    }

    static void check(Inspection on, List<String> names, boolean parameters) {
        List<Profile> profiles = names.stream().flatMap(name -> Profile.parse(name).stream()).distinct().toList();
        if (profiles.isEmpty()) {
            return;
        }
        on.each(Command.class, command -> {
            Optional<KnownCommand> known = command.name().isEmpty() ? Optional.empty() : Knowledge.resolve(command.name());
            if (known.isEmpty() || !on.model().callerOf(command).function(command.name()).isEmpty()) {
                return;
            }
            for (Profile profile : profiles) {
                if (profile.lacks(known.get().presence())) {
                    on.at(command.elements().get(0)).with(known.get().name(), profile.words(), known.get().presence().words()).about(command.name()).report();
                } else if (parameters) {
                    command.elements().forEach(element -> parameter(on, known.get(), profile, element));
                }
            }
        });
    }

    private static void parameter(Inspection on, KnownCommand known, Profile profile, CommandElement element) {
        if (element instanceof CommandParameter parameter && !parameter.name().isEmpty()) {
            known.parameter(parameter.name(), Knowledge.commonParameters()).filter(found -> profile.lacks(found.presence())).ifPresent(found ->
                on.at(parameter.start(), parameter.start() + 1 + parameter.name().length()).text("parameter")
                    .with(known.name(), profile.words(), found.presence().words(), found.name()).about(found.name()).report());
        }
    }
}
