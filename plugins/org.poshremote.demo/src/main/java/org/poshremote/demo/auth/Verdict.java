package org.poshremote.demo.auth;

import java.util.Optional;

/** What an acceptor makes of one {@code Authorization} header. */
public sealed interface Verdict {
    /** @param challenge value of a {@code WWW-Authenticate} header for the successful reply, where the scheme ends with one */
    record Accepted(String user, Optional<String> challenge) implements Verdict {
        public Accepted(String user) {
            this(user, Optional.empty());
        }
    }

    /** Answer 401 with this one challenge and wait for the next leg. */
    record Continue(String challenge) implements Verdict {
    }

    /** Answer 401 with the list of all offers. The reason is for the request log alone and names no secret. */
    record Rejected(String reason) implements Verdict {
    }
}
