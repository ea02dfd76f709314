package org.poshremote.core.target;

import java.util.Objects;
import java.util.Optional;

/** Which client certificate a target signs in by. Its key's password is never part of it. */
public sealed interface CertificateChoice {
    /**
     * In a file, PKCS#12 or PEM; relative paths are relative to the folder of the target file.
     *
     * @param keyFile PEM file of the key, where that is not in the same file
     */
    record InFile(String file, Optional<String> keyFile) implements CertificateChoice {
        public InFile {
            Objects.requireNonNull(keyFile);
            if (file.isBlank() || keyFile.filter(String::isBlank).isPresent()) {
                throw new IllegalArgumentException("A client certificate needs the name of its file.");
            }
        }

        /** The file that a password opens. */
        public String lockedFile() {
            return keyFile.orElse(file);
        }

        @Override
        public String words() {
            return "the certificate in " + file;
        }
    }

    /** Among those that the operating system keeps for this person. @param which thumbprint or a part of the subject */
    record InStore(String which) implements CertificateChoice {
        public InStore {
            if (which.isBlank()) {
                throw new IllegalArgumentException("Say which certificate of the store: by its thumbprint or a part of its subject.");
            }
        }

        @Override
        public String words() {
            return "the certificate " + which + " of this system";
        }
    }

    /** For people: "the certificate in alice.p12". */
    String words();

    /** "store:WHICH" or the name of a file, as people type it in one field. */
    static CertificateChoice parse(String typed) {
        String text = typed.strip();
        return text.regionMatches(true, 0, "store:", 0, 6) ? new InStore(text.substring(6).strip()) : new InFile(text, Optional.empty());
    }

    /** The same in one field again; the file of a key has its own. */
    default String typed() {
        return switch (this) {
            case InFile file -> file.file();
            case InStore store -> "store:" + store.which();
        };
    }
}
