package org.poshremote.core.diagnose;

/** How well it is known that a signal means what the table says. */
public enum Seen {
    /** People reported it from real Windows machines. */
    WINDOWS("seen on real Windows"),
    /** In a recorded exchange with real Windows. */
    RECORDING("seen in a recording of real Windows"),
    /** A specification or a vendor's documentation says so. */
    SPECIFICATION("by its specification"),
    /** Concluded, and produced only by the demo node or this machine so far. */
    ASSUMED("assumed");

    private final String words;

    Seen(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
