package org.poshremote.core.run;

/** The program that runs the script on the node. */
public enum PowerShellHost {
    /** Windows PowerShell. */
    POWERSHELL("powershell"),
    /** PowerShell 6 and later. */
    PWSH("pwsh"),
    /** The script's text is a batch; see {@code docs/run-protocol.md}, "Batch scripts". */
    CMD("cmd");

    private final String id;

    PowerShellHost(String id) {
        this.id = id;
    }

    /** As written in files and on the command line; also the program's name. */
    public String id() {
        return id;
    }
}
