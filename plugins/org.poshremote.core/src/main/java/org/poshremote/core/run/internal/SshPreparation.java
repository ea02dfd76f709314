package org.poshremote.core.run.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.poshremote.language.PowerShellQuoting;

/**
 * What WinRS does for a command before it starts and an SSH server does not (its AcceptEnv rarely lets variables through): the
 * environment and the working folder. Runs in the process itself, before the script.
 */
final class SshPreparation {
    private SshPreparation() {
    }

    /** PowerShell 2 syntax, for the guard of the payload; empty where there is nothing to prepare. */
    static String text(Map<String, String> environment, Optional<String> workingFolder) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(environment).forEach((name, value) ->
            text.append("[Environment]::SetEnvironmentVariable(").append(PowerShellQuoting.literal(name)).append(", ").append(PowerShellQuoting.literal(value)).append(");\n"));
        workingFolder.ifPresent(folder -> text
            // Test-Path first: an error of Set-Location would not end the guard
            .append("if (-not (Test-Path -PathType Container -LiteralPath ").append(PowerShellQuoting.literal(folder)).append(")) { [Console]::Error.WriteLine('The working folder ' + ").append(PowerShellQuoting.literal(folder))
            .append(" + ' is not there.'); exit 1 };\n")
            .append("Set-Location -LiteralPath ").append(PowerShellQuoting.literal(folder)).append(";\n")
            .append("[Environment]::CurrentDirectory = ").append(PowerShellQuoting.literal(folder)).append(";\n"));
        return text.toString();
    }
}
