package org.poshremote.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.scripts.SettingsFile;
import org.poshremote.language.rules.Analyzer;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.RuleCatalog;
import org.poshremote.language.rules.RuleSettings;
import org.poshremote.language.rules.TargetFacts;
import org.poshremote.language.rules.TargetFactsReader;
import org.poshremote.language.rules.TargetProfiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which rules look at the scripts, and for which target. */
final class CheckOptions {
    @Option(names = "--rules", paramLabel = "RULES", description = "\"default\", \"all\", \"none\", or names of rules with commas between, such as PSAvoid*,PoshRemote*. "
        + "Where it is given, the settings file still gives the rules' options.")
    private Optional<String> rules = Optional.empty();

    @Option(names = "--syntax-only", description = "Looks for mistakes of syntax alone; the same as --rules none.")
    private boolean syntaxOnly;

    @Option(names = "--settings", paramLabel = "FILE", description = "A settings file as PSScriptAnalyzer has them. Without it, " + SettingsFile.NAME + " in this folder, where there is one.")
    private Optional<Path> settings = Optional.empty();

    @ArgGroup(exclusive = true)
    private TargetChoice target = new TargetChoice();

    /** At most one of them. */
    static final class TargetChoice {
        @Option(names = "--profile", paramLabel = "NAME", description = "What the scripts are meant for, such as windows-server-2022, windows-7-powershell-2, nano-tp3, powershell-7.")
        private Optional<String> profile = Optional.empty();

        @Option(names = "--facts", paramLabel = "FILE", description = "The same from a JSON file: profile, name, powerShell, edition, windows, commands, delegates, codePage, clr.")
        private Optional<Path> facts = Optional.empty();
    }

    /** Empty for syntax alone. */
    Optional<Analyzer> analyzer(Path folder) throws CommandFailure {
        if (syntaxOnly || rules.filter("none"::equalsIgnoreCase).isPresent()) {
            return Optional.empty();
        }
        RuleSettings fromFile = SettingsFile.read(folder, settings).orElse(RuleSettings.DEFAULT);
        RuleSettings chosen = switch (rules.orElse("default").toLowerCase(Locale.ROOT)) {
            case "default" -> fromFile;
            case "all" -> new RuleSettings(RuleSettings.ALL.include(), List.of(), fromFile.severities(), fromFile.rules());
            default -> new RuleSettings(RuleSettings.only(rules.orElseThrow()).include(), List.of(), fromFile.severities(), fromFile.rules());
        };
        for (String name : rules.isPresent() ? chosen.include() : List.<String>of()) {
            if (!name.contains("*") && !name.contains("?") && RuleCatalog.find(name).isEmpty()) {
                throw new CommandFailure(ExitCodes.USAGE, "there is no rule " + name + ". There are " + RuleCatalog.all().stream().map(Rule::name).collect(Collectors.joining(", ")) + ".");
            }
        }
        return Optional.of(new Analyzer(chosen, target(folder)));
    }

    private TargetFacts target(Path folder) throws CommandFailure {
        if (target.profile.isPresent()) {
            String name = target.profile.get();
            return TargetProfiles.find(name).orElseThrow(() -> new CommandFailure(ExitCodes.USAGE,
                "there is no profile " + name + ". There are " + String.join(", ", TargetProfiles.names()) + "."));
        }
        if (target.facts.isEmpty()) {
            return TargetFacts.NONE;
        }
        Path file = folder.resolve(target.facts.get());
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode json = mapper.readTree(Files.readAllBytes(file));
            if (json == null || !json.isObject()) {
                throw new CommandFailure(ExitCodes.DATA, "the facts file " + file + " holds no JSON object.");
            }
            return TargetFactsReader.read(mapper.convertValue(json, Map.class));
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.DATA, "the facts file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
