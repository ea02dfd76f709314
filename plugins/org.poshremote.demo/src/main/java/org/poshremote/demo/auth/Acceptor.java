package org.poshremote.demo.auth;

import java.util.Optional;

/** The server's side of one scheme on one connection; used by one thread at a time. */
public interface Acceptor extends AutoCloseable {
    /** @param authorization the whole value of the {@code Authorization} header, scheme included */
    Verdict accept(String authorization);

    /** Whether requests without {@code Authorization} that follow on the same connection are authenticated too. */
    boolean lastsForConnection();

    /** Present once keys exist; then a {@code multipart/encrypted} body is opened and its reply sealed with it. */
    default Optional<MessageProtection> protection() {
        return Optional.empty();
    }

    @Override
    default void close() {
    }
}
