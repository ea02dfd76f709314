package org.poshremote.wsman.auth;

import java.util.Optional;

/**
 * One move of a sign-in.
 *
 * @param authorization   value of the Authorization header; never logged
 * @param carriesRequest  whether the request itself goes along (sealed, where sealing is in force); otherwise the body is empty
 */
public record Step(Optional<String> authorization, boolean carriesRequest) {
    @Override
    public String toString() {
        return "Step[carriesRequest=" + carriesRequest + "]"; // the header is a secret
    }
}
