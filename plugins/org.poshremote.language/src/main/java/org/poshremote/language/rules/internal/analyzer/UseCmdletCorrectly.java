package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Map;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Statement;

/** A command without what it cannot do without. */
public final class UseCmdletCorrectly extends Rule {
    private static final Map<String, String> MANDATORY = Map.ofEntries(Map.entry("Get-Content", "Path"), Map.entry("Remove-Item", "Path"), Map.entry("Copy-Item", "Path"),
        Map.entry("Move-Item", "Path"), Map.entry("Rename-Item", "Path"), Map.entry("Test-Path", "Path"), Map.entry("Join-Path", "Path"), Map.entry("Split-Path", "Path"),
        Map.entry("Resolve-Path", "Path"), Map.entry("Set-Content", "Path"), Map.entry("Add-Content", "Path"), Map.entry("Get-Item", "Path"), Map.entry("Set-Item", "Path"),
        Map.entry("Set-ItemProperty", "Path"), Map.entry("Get-ItemProperty", "Path"), Map.entry("Import-Csv", "Path"), Map.entry("Invoke-WebRequest", "Uri"),
        Map.entry("Invoke-RestMethod", "Uri"), Map.entry("Invoke-Command", "ScriptBlock"), Map.entry("Import-Module", "Name"), Map.entry("New-Object", "TypeName"),
        Map.entry("Start-Process", "FilePath"), Map.entry("Stop-Process", "Id"), Map.entry("Start-Service", "Name"), Map.entry("Stop-Service", "Name"), Map.entry("Restart-Service", "Name"),
        Map.entry("Set-Variable", "Name"), Map.entry("New-Variable", "Name"), Map.entry("Remove-Variable", "Name"), Map.entry("New-Alias", "Name"), Map.entry("Set-Alias", "Name"),
        Map.entry("Start-Sleep", "Seconds"), Map.entry("Add-Type", "TypeDefinition"), Map.entry("Write-Warning", "Message"), Map.entry("Write-Verbose", "Message"),
        Map.entry("Write-Error", "Message"), Map.entry("ConvertTo-SecureString", "String"), Map.entry("ConvertFrom-SecureString", "SecureString"), Map.entry("Select-Xml", "XPath"),
        Map.entry("Register-ScheduledTask", "TaskName"), Map.entry("Get-FileHash", "Path"), Map.entry("Expand-Archive", "Path"), Map.entry("Compress-Archive", "Path"));

    public UseCmdletCorrectly() {
        super("PSUseCmdletCorrectly", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        MANDATORY.forEach((name, parameter) -> on.eachCommand(List.of(name), command -> {
            boolean first = on.parent().filter(parent -> parent instanceof Statement.Pipeline pipeline && pipeline.elements().get(0) == command).isPresent();
            if (first && command.elements().size() == 1) {
                on.at(command).with(command.name(), parameter).about(command.name()).report();
            }
        }));
    }
}
