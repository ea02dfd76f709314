package org.poshremote.core.target;

import java.util.Locale;

/** Which certificates a target's HTTPS accepts. */
public sealed interface TrustChoice {
    /** The certificate authorities of this machine. The only choice that a project file may make unasked. */
    record SystemTrust() implements TrustChoice {
    }

    /** The authorities in a PEM file; a relative path is relative to the folder of the target file. */
    record CaFile(String path) implements TrustChoice {
    }

    /** Exactly one certificate, by SHA-256 of its DER form. */
    record Pinned(String sha256) implements TrustChoice {
        public Pinned {
            sha256 = sha256.replace(":", "").replace(" ", "").toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hexadecimal digits.");
            }
        }
    }

    /** No check at all: whoever answers gets the traffic. */
    record Unverified() implements TrustChoice {
    }

    TrustChoice SYSTEM = new SystemTrust();
    TrustChoice UNVERIFIED = new Unverified();
}
