package org.poshremote.wsman.auth.kerberos;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.poshremote.wsman.Secret;

/** Where the tickets come from. */
public sealed interface KerberosAccount {
    /** The account in words: its name, or "the signed-in account". */
    default String words() {
        return switch (this) {
            case Cache cache -> cache.principal().orElse("the signed-in account");
            case Keytab keytab -> keytab.principal();
            case Password password -> password.principal();
        };
    }

    /**
     * The tickets that kinit, the desktop or, on Windows, the sign-in to it left behind.
     *
     * @param file      instead of the one that KRB5CCNAME or krb5.conf names
     * @param principal the account that is expected in there
     */
    record Cache(Optional<Path> file, Optional<String> principal) implements KerberosAccount {
        public Cache {
            Objects.requireNonNull(file);
            Objects.requireNonNull(principal);
        }
    }

    /** @param principal "name@REALM", or "name" in the default realm */
    record Keytab(Path file, String principal) implements KerberosAccount {
        public Keytab {
            Objects.requireNonNull(file);
            Objects.requireNonNull(principal);
        }
    }

    /**
     * @param principal "name@REALM", or "name" in the default realm
     * @param secret    stays the caller's
     */
    record Password(String principal, Secret secret) implements KerberosAccount {
        public Password {
            Objects.requireNonNull(principal);
            Objects.requireNonNull(secret);
        }
    }
}
