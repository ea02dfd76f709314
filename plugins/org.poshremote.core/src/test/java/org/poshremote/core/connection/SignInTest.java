package org.poshremote.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.Trust;

class SignInTest {
    private final Target https = Target.at("node").https(true).user("me").authentication(AuthenticationChoice.BASIC).build();

    @Test
    void basicNeedsHttpsOrSoManyWords() {
        assertTrue(SignIn.of(https).refusal().isEmpty());
        Target http = https.toBuilder().https(false).build();
        assertTrue(SignIn.of(http).refusal().orElseThrow().contains("readable"));
        assertTrue(SignIn.of(http.toBuilder().allowUnencrypted(true).build()).refusal().isEmpty());
        try (Secret secret = Secret.of("x".toCharArray())) {
            assertThrows(IllegalStateException.class, () -> SignIn.factory(http, secret));
            assertEquals("Basic", SignIn.factory(https, secret).displayName());
        }
    }

    @Test
    void anAccountIsNeeded() {
        for (String user : List.of("", " ", "a:b")) {
            assertTrue(SignIn.of(https.toBuilder().user(user).build()).refusal().isPresent(), user);
        }
    }

    /** No scheme is silently taken for another. */
    @Test
    void aChoiceIsEitherDoneOrRefused() {
        for (AuthenticationChoice choice : AuthenticationChoice.values()) {
            SignIn signIn = SignIn.of(https.toBuilder().authentication(choice).build());
            assertTrue(signIn.refusal().isPresent() || choice == AuthenticationChoice.BASIC || choice == AuthenticationChoice.AUTOMATIC, choice.id());
        }
    }

    @Test
    void trustIsTakenOver() {
        try (Secret secret = Secret.of("x".toCharArray())) {
            var factory = SignIn.factory(https, secret);
            assertEquals(Trust.SYSTEM, Connections.settings(https, factory).trust());
            assertEquals(new Trust.Pinned("0a".repeat(32)),
                    Connections.settings(https.toBuilder().trust(new TrustChoice.Pinned("0A".repeat(32))).build(), factory).trust());
            assertEquals(new Trust.None(), Connections.settings(https.toBuilder().trust(TrustChoice.UNVERIFIED).build(), factory).trust());
            assertEquals("https://node:5986/wsman", Connections.settings(https, factory).endpoint().toString());
        }
    }
}
