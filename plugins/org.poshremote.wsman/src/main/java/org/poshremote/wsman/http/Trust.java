package org.poshremote.wsman.http;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Which certificates a lane takes for the node's. */
public sealed interface Trust {
    Trust SYSTEM = new System();

    /** The authorities of the JDK or the operating system; the name is checked. */
    record System() implements Trust {
    }

    /** The authorities in a PEM file; the name is checked. */
    record CaFile(Path pem) implements Trust {
        public CaFile {
            Objects.requireNonNull(pem);
        }
    }

    /** Exactly one certificate, by the SHA-256 of its DER form, whatever name it bears. */
    record Pinned(String sha256) implements Trust {
        public Pinned {
            sha256 = sha256.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hexadecimal digits.");
            }
        }
    }

    /** Any certificate of anyone. */
    record None() implements Trust {
    }
}
