package org.poshremote.wsman.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChallengesTest {
    @Test
    void aHeaderForEachSchemeOrAListInOne() {
        assertEquals(List.of("Negotiate", "Kerberos", "Basic", "CredSSP"), Challenges.schemes(List.of("Negotiate", "Kerberos", "Basic realm=\"WSMAN\"", "CredSSP")));
        assertEquals(List.of("Negotiate", "Basic", "Digest"), Challenges.schemes(List.of("Negotiate, Basic realm=\"a, b\", Digest nonce=\"x\", qop=auth")));
        assertEquals(Optional.of("TlRM"), Challenges.token(List.of("Basic realm=\"x\"", "negotiate TlRM"), "Negotiate"));
        assertEquals(Optional.empty(), Challenges.token(List.of("Negotiate"), "Negotiate"));
    }

    @Test
    void anyTextIsRead() {
        Random random = new Random(401);
        String letters = "Negotiate Basic realm=\"\\,, \tabc=\u00e9\u0000";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                header.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertNotNull(Challenges.schemes(List.of(header.toString())));
            assertNotNull(Challenges.token(List.of(header.toString()), "Negotiate"));
        }
    }
}
