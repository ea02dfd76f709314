package org.poshremote.demo.auth;

/** What the service makes of channel bindings over HTTPS: CbtHardeningLevel of winrm/config/service/auth. */
public enum ChannelBindingCheck {
    NONE("None"),
    /** A missing one is taken, a wrong one not. */
    RELAXED("Relaxed"),
    STRICT("Strict");

    private final String word;

    ChannelBindingCheck(String word) {
        this.word = word;
    }

    /** As the service's configuration has it. */
    public String word() {
        return word;
    }
}
