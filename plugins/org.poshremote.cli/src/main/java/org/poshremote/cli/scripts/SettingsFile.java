package org.poshremote.cli.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.language.rules.RuleSettings;

/** A settings file as PSScriptAnalyzer has them. */
public final class SettingsFile {
    /** The name that PSScriptAnalyzer's editors look for. */
    public static final String NAME = "PSScriptAnalyzerSettings.psd1";

    private SettingsFile() {
    }

    /** The one that is named, otherwise that of the folder; empty where there is none. */
    public static Optional<RuleSettings> read(Path folder, Optional<Path> named) throws CommandFailure {
        Path file = folder.resolve(named.orElse(Path.of(NAME)));
        if (named.isEmpty() && !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RuleSettings.parse(ScriptFile.read(file).text())
                .orElseThrow(() -> new CommandFailure(ExitCodes.DATA, "the settings file " + file + " holds no hashtable: it begins with @{ and ends with }.")));
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.DATA, "the settings file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
