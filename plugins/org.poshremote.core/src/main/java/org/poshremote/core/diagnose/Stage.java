package org.poshremote.core.diagnose;

/** The parts of a diagnosis, in their order: each stands on the one before. */
public enum Stage {
    PATH("Path"), TLS("TLS"), SERVICE("Service"), AUTHENTICATION("Authentication"), SHELL("Shell");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
