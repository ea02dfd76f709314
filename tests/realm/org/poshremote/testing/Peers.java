package org.poshremote.testing;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of others that a test needs. */
public final class Peers {
    private Peers() {
    }

    /**
     * Goes on where they are there. Otherwise fails, where system property {@code poshremote.peers} is {@code required}, as
     * {@code ./poshremote test} sets it, or says loudly that the test does not run.
     *
     * @param debianPackages what to install, with blanks between
     */
    public static void require(boolean there, String debianPackages) {
        if (there) {
            return;
        }
        String text = "PEER TEST DID NOT RUN: not installed here: Debian " + debianPackages + ".";
        if ("required".equals(System.getProperty("poshremote.peers"))) {
            Assertions.fail(text);
        }
        System.err.println("************ " + text + " ************");
        Assumptions.abort(text);
    }
}
