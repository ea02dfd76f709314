package org.poshremote.language.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private static KnownParameter parameter(String command, String name) {
        return Knowledge.command(command).orElseThrow().parameter(name, Knowledge.commonParameters()).orElseThrow();
    }

    @Test
    void commandsAreFoundInAnyCaseAndWithTheirModule() {
        KnownCommand command = Knowledge.command("get-CHILDITEM").orElseThrow();
        assertEquals("Get-ChildItem", command.name());
        assertEquals("Microsoft.PowerShell.Management", command.module());
        assertEquals("Get-ChildItem", Knowledge.command("Microsoft.PowerShell.Management\\Get-ChildItem").orElseThrow().name());
        assertTrue(Knowledge.command("Get-Nothing").isEmpty());
    }

    @Test
    void everyCommandCanBeRead() {
        assertTrue(Knowledge.commands().size() > 1900);
        int parameters = 0;
        for (KnownCommand command : Knowledge.commands()) {
            parameters += command.parameters().size();
            for (ParameterSet set : command.sets()) {
                assertTrue(set.members().size() <= command.parameters().size(), command.name());
            }
            assertFalse(command.presence().words().isEmpty(), command.name());
        }
        assertTrue(parameters > 16_000, "" + parameters);
    }

    @Test
    void aliasesLeadToCommandsThatAreKnown() {
        assertEquals("Get-ChildItem", Knowledge.alias("GCI").orElseThrow());
        for (var alias : Knowledge.aliases("").entrySet()) {
            assertTrue(Knowledge.command(alias.getValue()).isPresent() || List.of("Clear-Host", "help", "mkdir", "powershell_ise.exe").contains(alias.getValue()), alias.toString());
        }
    }

    @Test
    void parametersHaveTypesEditionsAndValues() {
        assertEquals("string[]", parameter("Get-ChildItem", "Path").type());
        assertTrue(parameter("Get-ChildItem", "rec").isSwitch());
        assertEquals(Presence.Verdict.ABSENT, parameter("Get-ChildItem", "Directory").presence().in(Edition.WINDOWS_2, 0));
        assertEquals(Presence.Verdict.PRESENT, parameter("Get-ChildItem", "Directory").presence().in(Edition.WINDOWS_3, 0));
        assertTrue(parameter("Get-ChildItem", "ErrorAction").values().contains("SilentlyContinue"));
        assertTrue(parameter("New-Item", "ItemType").values().contains("Directory"));
        assertEquals(Presence.Verdict.PRESENT, parameter("ForEach-Object", "Parallel").presence().in(Edition.CORE_7_WINDOWS, 0));
        assertEquals(Presence.Verdict.ABSENT, parameter("ForEach-Object", "Parallel").presence().in(Edition.WINDOWS_5, 1));
        assertEquals(Presence.Verdict.ABSENT, parameter("Start-Sleep", "Duration").presence().in(Edition.CORE_7_UNIX, 2));
    }

    @Test
    void anAmbiguousBeginningIsNoParameter() {
        assertTrue(Knowledge.command("Get-ChildItem").orElseThrow().parameter("f", List.of()).isEmpty());
    }

    @Test
    void setsTellWhatIsPositionalAndMandatory() {
        ParameterSet first = Knowledge.command("Copy-Item").orElseThrow().sets().get(0);
        assertEquals(List.of("Path", "Destination"), first.positional().stream().map(member -> member.parameter().name()).toList());
        assertTrue(first.members().get(0).mandatory());
        assertFalse(first.members().get(1).mandatory());
    }

    @Test
    void whatWasRemovedOrCameLaterIsToldApart() {
        Presence wmi = Knowledge.command("Get-WmiObject").orElseThrow().presence();
        assertEquals(Presence.Verdict.ABSENT, wmi.in(Edition.CORE_7_WINDOWS, 4));
        assertEquals("Windows PowerShell 2.0 to 5.1", wmi.words());
        assertEquals(Presence.Verdict.ABSENT, Knowledge.command("Get-NetAdapter").orElseThrow().presence().in(Edition.WINDOWS_2, 0));
        // a module of Windows can be loaded into PowerShell 7
        assertEquals(Presence.Verdict.UNKNOWN, Knowledge.command("Get-NetAdapter").orElseThrow().presence().in(Edition.CORE_7_WINDOWS, 0));
    }

    @Test
    void prefixesFindWhatBeginsSo() {
        List<String> names = Knowledge.commands("get-chi").stream().map(KnownCommand::name).toList();
        assertEquals(List.of("Get-ChildItem"), names);
    }
}
