package org.poshremote.core.run;

/** Which CLR runs the script, and how. Matters for Windows PowerShell 2 alone. */
public enum ClrHost {
    /** The one that the PowerShell host brings. */
    DEFAULT("default"),
    /** CLR 4: in place where the PowerShell host has it; otherwise the first way that works on this node. */
    AUTO("auto"),
    /** CLR 4 in a child process with COMPLUS_version set for it alone. Refused where it is known to crash, unless forced. */
    CLR4("4");

    private final String id;

    ClrHost(String id) {
        this.id = id;
    }

    /** As written in files and on the command line. */
    public String id() {
        return id;
    }
}
