package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequiresGuardTest {
    private static String guard(String script) {
        RequiresGuard guard = RequiresGuard.of(script);
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
            RequiresGuard guard = RequiresGuard.of("'x'\n" + line);
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

    @Test
    void anyScriptIsScannedToItsEnd() {
        Random random = new Random(11);
        String[] parts = {"'", "\"", "@'\n", "\n'@", "@\"\n", "\n\"@", "#", "<#", "#>", "$(", ")", "(", "\n", "`", "#Requires ", "-Version ", "5", "@{", "}", " ", "a", "\u2018", "\u201c", ",", "=", "-Modules "};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String script = text.toString();
            RequiresGuard.of(script);
            assertEquals(script.length(), ScriptScan.of(script).code().length());
        }
    }

    @Test
    void deepNestingDoesNotOverflow() {
        ScriptScan.of("\"$(".repeat(100_000));
    }
}
