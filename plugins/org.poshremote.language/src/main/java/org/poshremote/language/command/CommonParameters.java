package org.poshremote.language.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.knowledge.Knowledge;

/** Parameters of every cmdlet and advanced function (about_CommonParameters), with their aliases and meaning. */
final class CommonParameters {
    private static final Map<String, String> MEANING = Map.ofEntries(
        Map.entry("Verbose", "vb\tShows what the command says about its work."),
        Map.entry("Debug", "db\tShows messages meant for those who look for a mistake."),
        Map.entry("ErrorAction", "ea\tWhat to do at an error that does not end the command."),
        Map.entry("WarningAction", "wa\tWhat to do at a warning."),
        Map.entry("InformationAction", "infa\tWhat to do with information messages."),
        Map.entry("ProgressAction", "proga\tWhat to do with progress messages."),
        Map.entry("ErrorVariable", "ev\tThe variable that gets the errors; a + before the name adds to it."),
        Map.entry("WarningVariable", "wv\tThe variable that gets the warnings."),
        Map.entry("InformationVariable", "iv\tThe variable that gets the information messages."),
        Map.entry("OutVariable", "ov\tThe variable that gets the output besides."),
        Map.entry("OutBuffer", "ob\tHow many objects are gathered before they go on."),
        Map.entry("PipelineVariable", "pv\tThe variable that holds the current object for later commands of the pipeline."));
    /** Of commands that change something; not among those that every command has. */
    static final ParameterInfo WHAT_IF = new ParameterInfo("WhatIf", "switch", List.of(), List.of("wi"), true, false, "", Optional.of("Only tells what would be done."));
    static final ParameterInfo CONFIRM = new ParameterInfo("Confirm", "switch", List.of(), List.of("cf"), true, false, "", Optional.of("Asks before it is done."));

    private static final class Loaded {
        static final List<ParameterInfo> ALL = Knowledge.commonParameters().stream().map(known -> {
            String[] parts = MEANING.getOrDefault(known.name(), "\t").split("\t", 2);
            return new ParameterInfo(known.name(), known.type(), known.values(), parts[0].isEmpty() ? List.of() : List.of(parts[0]), true, false, "", Optional.of(parts[1]));
        }).toList();
    }

    private CommonParameters() {
    }

    static List<ParameterInfo> all() {
        return Loaded.ALL;
    }
}
