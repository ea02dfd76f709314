package org.poshremote.core.diagnose;

/** Where a remedy is carried out. */
public enum Place {
    NODE("on the node, in PowerShell as administrator"),
    HERE("on this machine"),
    DOMAIN("on a domain controller, or a machine with its tools");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
