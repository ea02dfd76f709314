package org.poshremote.wsman.auth.certificate;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where a client certificate and its key are. */
public sealed interface CertificateLocation {
    /**
     * A PKCS#12 file, or a PEM file with the certificate and those of its authorities; which one, its content says.
     *
     * @param key PEM file of the key, where that is not in the same file
     */
    record File(Path file, Optional<Path> key) implements CertificateLocation {
        public File {
            Objects.requireNonNull(file);
            Objects.requireNonNull(key);
        }

        /** The file that the password, if there is one, opens. */
        public Path keyFile() {
            return key.orElse(file);
        }
    }

    /**
     * This person's certificates that the operating system keeps: of Windows "My" of the current user, of macOS the keychain.
     *
     * @param which its SHA-1 (which Windows calls thumbprint) or SHA-256, or a part of its subject that only one has
     */
    record Store(String which) implements CertificateLocation {
        public Store {
            if (which.isBlank()) {
                throw new IllegalArgumentException("Say which certificate of the store: by its thumbprint or a part of its subject.");
            }
        }
    }
}
