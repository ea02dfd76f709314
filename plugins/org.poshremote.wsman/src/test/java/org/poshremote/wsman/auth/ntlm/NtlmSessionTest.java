package org.poshremote.wsman.auth.ntlm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.testing.Mutations;

class NtlmSessionTest {
    private static final String SOAP = "application/soap+xml;charset=UTF-8";
    private final byte[] key = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
    private final NtlmSealing client = new NtlmSealing(new NtlmSession(key, true));
    private final NtlmSealing node = new NtlmSealing(new NtlmSession(key, false));

    private String refused(SealedBody body) {
        return assertThrows(SealingException.class, () -> client.unseal(body.contentType(), body.bytes())).getMessage();
    }

    @Test
    void bothDirectionsOverManyMessages() throws SealingException {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] message = new byte[random.nextInt(2000)];
            random.nextBytes(message);
            SealedBody there = client.seal(message, SOAP);
            assertArrayEquals(message, node.unseal(there.contentType(), there.bytes()));
            SealedBody back = node.seal(message, SOAP);
            assertArrayEquals(message, client.unseal(back.contentType(), back.bytes()));
        }
    }

    @Test
    void aReplayedMessageIsRefused() throws SealingException {
        SealedBody first = node.seal("<a/>".getBytes(), SOAP);
        client.unseal(first.contentType(), first.bytes());
        String message = refused(first);
        assertTrue(message.contains("message number 0 where number 1 is due"), message);
        assertTrue(message.contains("repeated"), message);
    }

    @Test
    void swappedMessagesAreRefusedAndNothingIsOpenedAfterwards() {
        SealedBody first = node.seal("<a/>".getBytes(), SOAP);
        SealedBody second = node.seal("<b/>".getBytes(), SOAP);
        assertTrue(refused(second).contains("message number 1 where number 0 is due"));
        assertEquals("the session has ended", refused(first));
        assertThrows(IllegalStateException.class, () -> client.seal(new byte[1], SOAP));
    }

    @Test
    void whatTheClientSealedIsNotTakenForTheNodes() {
        SealedBody own = client.seal("<a/>".getBytes(), SOAP);
        assertTrue(refused(own).contains("signature is wrong"));
    }

    @Test
    void plainTextIsRefused() {
        assertTrue(refused(new SealedBody(SOAP, "<a/>".getBytes())).contains("not sealed"));
    }

    @Test
    void everyChangedByteIsNoticed() throws SealingException {
        Random random = new Random(99);
        for (int i = 0; i < 2000; i++) {
            NtlmSealing sender = new NtlmSealing(new NtlmSession(key, false));
            NtlmSealing receiver = new NtlmSealing(new NtlmSession(key, true));
            byte[] plain = "<s:Envelope>some reply</s:Envelope>".getBytes();
            SealedBody sealed = sender.seal(plain, SOAP);
            byte[] changed = Mutations.of(sealed.bytes(), random);
            try {
                assertArrayEquals(plain, receiver.unseal(sealed.contentType(), changed), "it either opens to what was sealed, or not at all");
            } catch (SealingException e) {
                assertTrue(e.getMessage().length() > 10);
            }
        }
    }

    @Test
    void wipedKeysSealNothing() {
        NtlmSession session = new NtlmSession(key, true);
        session.close();
        assertThrows(IllegalStateException.class, () -> session.seal(new byte[1]));
        assertThrows(NtlmException.class, () -> session.open(new byte[16], new byte[1]));
    }
}
