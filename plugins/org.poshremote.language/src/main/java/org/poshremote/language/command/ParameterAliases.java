package org.poshremote.language.command;

import java.util.List;
import java.util.Map;

/** Aliases of parameters that people write often. */
final class ParameterAliases {
    private static final Map<String, List<String>> ANY = Map.ofEntries(
        Map.entry("LiteralPath", List.of("PSPath", "LP")),
        Map.entry("ComputerName", List.of("Cn")),
        Map.entry("Recurse", List.of("s")),
        Map.entry("Directory", List.of("ad")),
        Map.entry("File", List.of("af")),
        Map.entry("Hidden", List.of("ah")));
    private static final Map<String, List<String>> OF_COMMAND = Map.ofEntries(
        Map.entry("Get-Content TotalCount", List.of("First", "Head")),
        Map.entry("Get-Content Tail", List.of("Last")),
        Map.entry("Get-Process Id", List.of("PID")),
        Map.entry("Stop-Process Name", List.of("ProcessName")),
        Map.entry("Get-Process Name", List.of("ProcessName")),
        Map.entry("Start-Process FilePath", List.of("PSPath", "Path")),
        Map.entry("Start-Process ArgumentList", List.of("Args")),
        Map.entry("Start-Process NoNewWindow", List.of("nnw")),
        Map.entry("Invoke-Command ScriptBlock", List.of("Command")),
        Map.entry("Invoke-Command ArgumentList", List.of("Args")),
        Map.entry("New-Object ArgumentList", List.of("Args")),
        Map.entry("Export-Csv NoTypeInformation", List.of("NTI")),
        Map.entry("New-Item ItemType", List.of("Type")),
        Map.entry("New-ItemProperty PropertyType", List.of("Type")),
        Map.entry("Write-Error Message", List.of("Msg")),
        Map.entry("Write-Verbose Message", List.of("Msg")),
        Map.entry("Write-Warning Message", List.of("Msg")),
        Map.entry("Write-Debug Message", List.of("Msg")),
        Map.entry("Write-Host Object", List.of("Msg", "Message")),
        Map.entry("Get-EventLog LogName", List.of("LN")));

    private ParameterAliases() {
    }

    static List<String> of(String command, String parameter) {
        List<String> own = OF_COMMAND.get(command + " " + parameter);
        // -s, -ad and their like are the file system's, not everybody's
        boolean files = command.equals("Get-ChildItem") || !List.of("Recurse", "Directory", "File", "Hidden").contains(parameter);
        return own != null ? own : files ? ANY.getOrDefault(parameter, List.of()) : List.of();
    }
}
