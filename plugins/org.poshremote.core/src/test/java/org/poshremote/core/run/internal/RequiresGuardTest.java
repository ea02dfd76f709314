package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.language.syntax.Parser;

class RequiresGuardTest {
    private static String guard(String script) {
        RequiresGuard guard = RequiresGuard.of(ScriptFacts.of(script));
        assertEquals(List.of(), guard.notes(), script);
        return guard.text();
    }

    @Test
    void scriptsWithoutNeedNoGuard() {
        assertEquals("", guard("'a' # requires -Version 7\n# Requires nothing\n#requiresX"));
        assertEquals("", guard("$a = @'\n#Requires -Version 7\n'@\n<#\n#Requires -Version 7\n#>\n\"\n#Requires -Version 7\n\""));
        assertEquals("", guard("'a'; #Requires -Version 7"));
    }

    @Test
    void versions() {
        assertTrue(guard("#Requires -Version 5.1").contains("($v.Major -lt 5) -or (($v.Major -eq 5) -and ($v.Minor -lt 1))"));
        assertTrue(guard("  #REQUIRES -v 3").contains("PowerShell 3 or later (#Requires in line 1)"));
        assertTrue(guard("'x'\n#requires -Version 3").contains("line 2"));
    }

    @Test
    void editionsAndAdministrators() {
        String both = guard("#Requires -PSEdition Core -RunAsAdministrator");
        assertTrue(both.contains("$e -ne 'Core'"), both);
        assertTrue(both.contains("Administrator"), both);
    }

    @Test
    void modulesByNameAndTable() {
        String text = guard("#Requires -Modules Storage, @{ ModuleName = 'It''s'; ModuleVersion = \"1.2\"; GUID = 'a-b' }, @{ModuleName=\"X\";RequiredVersion='2'}");
        assertTrue(text.contains("Get-Module -Name 'Storage'"), text);
        assertTrue(text.contains("Get-Module -Name 'It''s'"), text);
        assertTrue(text.contains("$_.Version -ge [Version]'1.2'"), text);
        assertTrue(text.contains("$_.Version -eq [Version]'2.0'"), text);
        assertTrue(text.contains("$_.Guid -eq 'a-b'"), text);
    }

    @Test
    void assembliesSnapInsAndShells() {
        assertTrue(guard("#Requires -Assembly C:\\x.dll").contains("Add-Type -Path 'C:\\x.dll'"));
        assertTrue(guard("#Requires -Assembly \"System.Web\"").contains("-AssemblyName 'System.Web'"));
        assertTrue(guard("#Requires -PSSnapin VMware -Version 5").contains("Get-PSSnapin 'VMware'"));
        assertTrue(guard("#Requires -ShellId Microsoft.PowerShell").contains("$ShellId -ne 'Microsoft.PowerShell'"));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        for (String line : List.of("#Requires", "#Requires -Version x", "#Requires -Nonsense 1", "#Requires -Modules @{", "#Requires 7",
                "#Requires -Modules 'a", "#Requires -Modules @{ModuleVersion='1'}", "#Requires -Version")) {
            RequiresGuard guard = RequiresGuard.of(ScriptFacts.of("'x'\n" + line));
            assertEquals(1, guard.notes().size(), line);
            assertTrue(guard.notes().get(0).contains("line 2"), line);
        }
    }

    /** PowerShell 2 knows none of these. */
    @Test
    void isInPowerShell2Syntax() {
        String all = guard("#Requires -Version 5.1 -PSEdition Desktop -RunAsAdministrator -Modules A,@{ModuleName='B';ModuleVersion='1.0'} -Assembly x -ShellId y");
        for (String newer : List.of("[ordered]", "[pscustomobject]", "?.", "??", "-in ", "-notin", ".Where(", ".ForEach(", "::new(", "using ",
                "&&", "||", "-FullyQualifiedName")) {
            assertFalse(all.contains(newer), newer);
        }
    }

    /** The guard is a script like any other: it parses, whatever the #Requires lines say. */
    @Test
    void anyGuardIsSoundPowerShell() {
        Random random = new Random(11);
        String[] parts = {"-Version ", "5.1", "-Modules ", "A", ",", "@{", "ModuleName=", "'it''s'", "\"x\"", ";", "}", "ModuleVersion=", "1.2", "GUID=",
                "-PSEdition ", "Core", "-RunAsAdministrator", " ", "-Assembly ", "-ShellId ", "\u2019", "$(exit)", "-PSSnapin ", "RequiredVersion="};
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("#Requires ");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            RequiresGuard guard = RequiresGuard.of(ScriptFacts.of(text.toString()));
            assertEquals(List.of(), Parser.parse(guard.text()).errors(), text + "\n" + guard.text());
            assertEquals(guard.text().isEmpty(), !guard.notes().isEmpty(), text.toString());
            read += guard.text().isEmpty() ? 0 : 1;
        }
        assertTrue(read > 300, "only " + read + " could be read");
    }
}
