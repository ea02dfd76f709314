package org.poshremote.core.target;

/** What a target is spoken to by. */
public enum Transport {
    /** WS-Management, as WinRM serves it. */
    WINRM("winrm"),
    /** PowerShell started by the node's SSH server. */
    SSH("ssh");

    private final String id;

    Transport(String id) {
        this.id = id;
    }

    /** As written in files. */
    public String id() {
        return id;
    }
}
