package org.poshremote.core.diagnose.internal;

import java.util.List;

/** What the PowerShell step asks the node. It reads and changes nothing. */
final class ProbeScript {
    /** Each stands alone, so that one that the node does not know leaves the others. No quotation marks: it also stands between them. */
    private static final List<String> STATEMENTS = List.of(
        "'PR-version=' + $PSVersionTable.PSVersion",
        "'PR-language=' + $ExecutionContext.SessionState.LanguageMode",
        "'PR-policy=' + (Get-ExecutionPolicy)",
        "'PR-clr=' + [Environment]::Version",
        "'PR-bits=' + ([IntPtr]::Size * 8)",
        "'PR-endpoints=' + ((Get-ChildItem HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WSMAN\\Plugin | ForEach-Object { $_.PSChildName }) -join ' ')");

    private ProbeScript() {
    }

    static String text() {
        return String.join("\n", STATEMENTS);
    }

    static String oneLine() {
        return String.join("; ", STATEMENTS);
    }
}
