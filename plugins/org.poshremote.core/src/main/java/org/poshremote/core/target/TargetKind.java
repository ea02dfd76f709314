package org.poshremote.core.target;

/** What kind of node a target is; decides the command line of a run. */
public enum TargetKind {
    /** Taken for Windows until the node has shown something else. */
    AUTOMATIC("automatic"),
    WINDOWS("windows"),
    /** Nano Server Technical Preview 3: code page 65001 alone, and a PowerShell without switches. */
    NANO_TP3("nano-tp3");

    private final String id;

    TargetKind(String id) {
        this.id = id;
    }

    /** As written in files and on the command line. */
    public String id() {
        return id;
    }
}
