package org.poshremote.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.KerberosChoice;
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
            assertThrows(IllegalStateException.class, () -> SignIn.factory(http, Optional.of(secret)));
            assertEquals("Basic", SignIn.factory(https, Optional.of(secret)).displayName());
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
        Set<AuthenticationChoice> done = Set.of(AuthenticationChoice.BASIC, AuthenticationChoice.AUTOMATIC, AuthenticationChoice.KERBEROS,
            AuthenticationChoice.NTLM, AuthenticationChoice.NEGOTIATE, AuthenticationChoice.CREDSSP);
        for (AuthenticationChoice choice : AuthenticationChoice.values()) {
            SignIn signIn = SignIn.of(https.toBuilder().authentication(choice).build());
            assertTrue(signIn.refusal().isPresent() || done.contains(choice), choice.id());
        }
    }

    private static String words(Target.Builder target) {
        SignIn signIn = SignIn.of(target.build());
        assertTrue(signIn.refusal().isEmpty(), () -> signIn.refusal().get());
        return signIn.words();
    }

    @Test
    void credSspNeedsAccountAndPassword() {
        Target credssp = Target.at("node").user("me@corp.test").authentication(AuthenticationChoice.CREDSSP).build();
        assertEquals("CredSSP, encrypted", words(credssp.toBuilder()));
        assertEquals("CredSSP", words(credssp.toBuilder().https(true)));
        assertTrue(SignIn.needsPassword(credssp.toBuilder().kerberos(KerberosChoice.DEFAULT.withKeytab(Optional.of("k"))).build()), "a ticket cannot be handed on by it");
        assertTrue(SignIn.of(credssp.toBuilder().user("").build()).refusal().isPresent());
        try (Secret secret = Secret.of("x".toCharArray())) {
            assertEquals("CredSSP", SignIn.factory(credssp, Optional.of(secret)).displayName());
        }
    }

    @Test
    void automaticNamesWhatItMayTake() {
        assertEquals("NTLM, encrypted", words(Target.at("node").user("me")), "nothing readable over HTTP");
        assertEquals("NTLM or Basic", words(Target.at("node").user("me").allowUnencrypted(true)));
        assertEquals("NTLM or Basic", words(Target.at("node").user("me").https(true)));
        assertEquals("NTLM, encrypted", words(Target.at("node").user("me").https(true).trust(TrustChoice.UNVERIFIED)),
            "no password to whoever shows any certificate");
        assertEquals("Kerberos or NTLM", words(Target.at("node").user("me@corp.test")));
        assertEquals("Kerberos or NTLM or Basic", words(Target.at("node").user("corp.test\\me").https(true)));
        assertEquals("NTLM, encrypted", words(Target.at("10.0.0.1").user("me@corp.test")), "an address is no service's name");
        assertEquals("NTLM, encrypted", words(Target.at("fe80::1").user("me@corp.test")));
        assertEquals("NTLM, encrypted", words(Target.at("node").user("me").https(true).authentication(AuthenticationChoice.NEGOTIATE)));
        assertEquals("NTLM, encrypted", words(Target.at("node").user("me@corp.test").authentication(AuthenticationChoice.NTLM)));
    }

    @Test
    void whatSignedInBeforeIsExpectedAgainWhileItIsPossible() {
        Target target = Target.at("node").user("me@corp.test").build();
        assertEquals("Kerberos or NTLM", SignIn.expected(target, Optional.empty()));
        assertEquals("NTLM, encrypted", SignIn.expected(target, Optional.of("NTLM, encrypted")));
        assertEquals("Kerberos or NTLM", SignIn.expected(target, Optional.of("Basic")), "no longer one of the ways");
        assertEquals("Basic", SignIn.expected(https, Optional.of("NTLM, encrypted")), "the person has chosen");
    }

    @Test
    void accountsThatAreNone() {
        for (AuthenticationChoice choice : List.of(AuthenticationChoice.AUTOMATIC, AuthenticationChoice.NEGOTIATE, AuthenticationChoice.NTLM)) {
            for (String user : List.of("", " ", "DOMAIN\\", "@x")) {
                assertTrue(SignIn.of(Target.at("node").user(user).authentication(choice).build()).refusal().isPresent(), choice + user);
            }
        }
    }

    @Test
    void theAccountIsShownAsItIsSent() {
        Target.Builder target = Target.at("node").authentication(AuthenticationChoice.NTLM);
        assertEquals("CORP\\Me", SignIn.account(target.user("corp\\Me").build()));
        assertEquals(".\\me", SignIn.account(target.user(" .\\me ").build()));
        assertEquals("me@corp.test", SignIn.account(target.user("me@corp.test").build()));
        assertEquals("me@CORP.TEST", SignIn.account(target.authentication(AuthenticationChoice.KERBEROS).build()));
        assertEquals("", SignIn.account(target.user("").build()));
    }

    @Test
    void trustIsTakenOver() {
        try (Secret secret = Secret.of("x".toCharArray())) {
            var factory = SignIn.factory(https, Optional.of(secret));
            assertEquals(Trust.SYSTEM, Connections.settings(https, factory).trust());
            assertEquals(new Trust.Pinned("0a".repeat(32)),
                    Connections.settings(https.toBuilder().trust(new TrustChoice.Pinned("0A".repeat(32))).build(), factory).trust());
            assertEquals(new Trust.None(), Connections.settings(https.toBuilder().trust(TrustChoice.UNVERIFIED).build(), factory).trust());
            assertEquals("https://node:5986/wsman", Connections.settings(https, factory).endpoint().toString());
        }
    }

    @Test
    void kerberosNamesTheAccountAsItsRealmDoes() {
        Target kerberos = https.toBuilder().authentication(AuthenticationChoice.KERBEROS).https(false).build();
        assertEquals(new SignIn("Kerberos, encrypted", Optional.empty()), SignIn.of(kerberos));
        for (String[] pair : new String[][] {{"me", "me"}, {"me@corp.example", "me@CORP.EXAMPLE"}, {"me@Corp.Example", "me@Corp.Example"},
            {"corp.example\\me", "me@CORP.EXAMPLE"}, {"a@b@c.d", "a@b@C.D"}}) {
            assertEquals(Optional.of(pair[1]), KerberosSignIn.principal(pair[0]));
        }
        for (String user : List.of(".\\me", "CORP\\me")) {
            String refusal = SignIn.of(kerberos.toBuilder().user(user).build()).refusal().orElseThrow();
            assertTrue(refusal.contains("user@REALM"), refusal);
        }
    }

    @Test
    void kerberosNeedsNoPasswordWhereThereAreTicketsOrKeys() {
        Target kerberos = https.toBuilder().authentication(AuthenticationChoice.KERBEROS).build();
        assertTrue(SignIn.needsPassword(kerberos));
        Target cache = kerberos.toBuilder().user("").build();
        assertFalse(SignIn.needsPassword(cache));
        assertEquals("Kerberos", SignIn.factory(cache, Optional.empty()).displayName());
        Target keytab = kerberos.toBuilder().kerberos(KerberosChoice.DEFAULT.withKeytab(Optional.of("k"))).build();
        assertFalse(SignIn.needsPassword(keytab));
        assertTrue(SignIn.of(keytab.toBuilder().user("").build()).refusal().isPresent());
    }
}
