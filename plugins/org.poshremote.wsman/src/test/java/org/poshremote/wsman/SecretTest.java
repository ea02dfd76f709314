package org.poshremote.wsman;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.Step;

class SecretTest {
    private static final String PASSWORD = "Pa\u00dfw\u00f6rd-\ud83d\ude00";

    private static Secret secret() {
        return Secret.of(PASSWORD.toCharArray());
    }

    @Test
    void itCannotBePrintedComparedOrSerialised() {
        assertEquals("(secret)", secret().toString());
        assertEquals("(secret)", String.valueOf(secret()));
        assertNotEquals(secret(), secret());
        assertThrows(NotSerializableException.class, () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret()));
    }

    @Test
    void copiesAreWipedAfterUse() {
        char[][] chars = new char[1][];
        byte[][] bytes = new byte[2][];
        secret().use(copy -> chars[0] = copy);
        secret().useUtf8(copy -> {
            assertArrayEquals(PASSWORD.getBytes(StandardCharsets.UTF_8), copy);
            return bytes[0] = copy;
        });
        assertThrows(IllegalArgumentException.class, () -> secret().useUtf16le(copy -> {
            assertArrayEquals(PASSWORD.getBytes(StandardCharsets.UTF_16LE), copy);
            bytes[1] = copy;
            throw new IllegalArgumentException();
        }));
        assertArrayEquals(new char[PASSWORD.length()], chars[0]);
        assertArrayEquals(new byte[bytes[0].length], bytes[0]);
        assertArrayEquals(new byte[bytes[1].length], bytes[1]);
    }

    @Test
    void closedItIsGoneAndCopiesLiveOn() {
        Secret secret = secret();
        Secret copy = secret.copy();
        secret.close();
        secret.close();
        assertThrows(IllegalStateException.class, () -> secret.use(chars -> chars));
        assertEquals(PASSWORD, copy.use(String::new));
    }

    @Test
    void noPartOfASignInShowsIt() throws Exception {
        Endpoint https = Endpoint.https("node");
        Basic basic = new Basic("someone", secret(), false);
        try (Authenticator lane = basic.forLane()) {
            LaneFacts facts = new LaneFacts(https, Optional.empty());
            Step step = lane.first(facts);
            String header = step.authorization().orElseThrow();
            AuthenticationException rejected = assertThrows(AuthenticationException.class, () -> lane.next(facts, List.of("Basic realm=\"x\"")));
            AuthenticationException refused = assertThrows(AuthenticationException.class, () -> lane.first(new LaneFacts(Endpoint.http("node"), Optional.empty())));
            assertEquals(AuthenticationException.Reason.REJECTED, rejected.reason());
            assertEquals(AuthenticationException.Reason.REFUSED_UNENCRYPTED, refused.reason());
            for (String shown : List.of(step.toString(), basic.toString(), lane.toString(), trace(rejected), trace(refused))) {
                assertFalse(shown.contains(PASSWORD), shown);
                assertFalse(shown.contains(header.substring("Basic ".length())), shown);
            }
        }
    }

    private static String trace(Exception e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
