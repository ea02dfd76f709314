package org.poshremote.core.path;

import java.util.Optional;
import org.poshremote.core.secret.SecretKey;
import org.poshremote.wsman.Secret;

/**
 * What has to be asked on the way to a node: passwords of proxies and jump hosts, passphrases of keys, and whether an SSH
 * server's unknown key is its own. Called on threads of runs and diagnoses; may ask the person.
 */
public interface PathQuestions {
    /** Answers nothing, and trusts nobody new. */
    PathQuestions NONE = new PathQuestions() {
        @Override
        public Optional<Secret> secret(SecretQuestion question) {
            return Optional.empty();
        }

        @Override
        public boolean trusts(HostKeyQuestion question) {
            return false;
        }
    };

    /** What a secret is for. */
    enum Kind {
        PROXY, SSH, KEY
    }

    /**
     * A secret that is needed.
     *
     * @param key     what it belongs to
     * @param account as it is written; the file for the passphrase of a key
     * @param place   for people: "the proxy proxy.example:3128"
     */
    record SecretQuestion(Kind kind, SecretKey key, String account, String place) {
    }

    /**
     * An SSH server showed a key that is in no list of known ones.
     *
     * @param place       "user@jump.example"
     * @param type        such as "ssh-ed25519"
     * @param fingerprint as ssh shows it: "SHA256:…"
     * @param list        where it would be kept
     */
    record HostKeyQuestion(String place, String host, int port, String type, String fingerprint, String list) {
    }

    /** The secret, which the caller closes; empty where there is none to be had. */
    Optional<Secret> secret(SecretQuestion question);

    /** Whether the person says that the key is that machine's. Never assumed. */
    boolean trusts(HostKeyQuestion question);

    /** The secret was taken: it may be kept. */
    default void accepted(SecretQuestion question) {
        // most sources keep nothing
    }

    /** The secret was rejected: it is not to be offered again by itself. */
    default void refused(SecretQuestion question, String why) {
        // most sources keep nothing
    }
}
