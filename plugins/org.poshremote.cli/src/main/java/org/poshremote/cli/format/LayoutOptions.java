package org.poshremote.cli.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.scripts.SettingsFile;
import org.poshremote.language.format.FormatOption;
import org.poshremote.language.format.FormatOptions;
import org.poshremote.language.format.Preset;
import picocli.CommandLine.Option;

/** How the scripts are to be laid out. */
final class LayoutOptions {
    @Option(names = "--preset", paramLabel = "NAME", description = "PSScriptAnalyzer's settings of that name: default, otbs (else behind the brace), stroustrup, allman (braces on lines of their own).")
    private Optional<String> preset = Optional.empty();

    @Option(names = "--settings", paramLabel = "FILE", description = "A settings file as PSScriptAnalyzer has them; what it says about the rules of layout counts more than the preset. "
        + "Without it, " + SettingsFile.NAME + " in this folder, where there is one.")
    private Optional<Path> settings = Optional.empty();

    @Option(names = "--set", paramLabel = "OPTION=VALUE", description = "One option of docs/format.md, such as indentationSize=2 or autoCorrectAliases=true; counts most. Can be given several times.")
    private Map<String, String> set = new LinkedHashMap<>();

    FormatOptions options(Path folder) throws CommandFailure {
        String name = preset.orElse(Preset.DEFAULT.title());
        FormatOptions options = FormatOptions.of(Preset.find(name).orElseThrow(() -> new CommandFailure(ExitCodes.USAGE,
            "there is no preset " + name + ". There are " + Arrays.stream(Preset.values()).map(Preset::title).collect(Collectors.joining(", ")) + ".")));
        FormatOptions chosen = SettingsFile.read(folder, settings).map(options::with).orElse(options);
        for (Map.Entry<String, String> entry : set.entrySet()) {
            FormatOption option = FormatOption.find(entry.getKey()).orElseThrow(() -> new CommandFailure(ExitCodes.USAGE, "there is no option " + entry.getKey() + ". There are "
                + Arrays.stream(FormatOption.values()).map(FormatOption::title).collect(Collectors.joining(", ")) + "."));
            try {
                chosen = chosen.with(option, entry.getValue());
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(ExitCodes.USAGE, option.title() + " cannot be " + entry.getValue() + "; it is " + values(option) + ".");
            }
        }
        return chosen;
    }

    private static String values(FormatOption option) {
        return option.standard() instanceof Boolean ? "true or false" : option.standard() instanceof Integer ? "a number" : String.join(", ", option.choices());
    }
}
