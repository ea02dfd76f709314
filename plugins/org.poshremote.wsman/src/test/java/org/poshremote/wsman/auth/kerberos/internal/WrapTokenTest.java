package org.poshremote.wsman.auth.kerberos.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Piece;

/** The layout alone; that MIT's library opens it is shown where the realm is. */
class WrapTokenTest {
    private static byte[] token(int plain, int checksum) {
        byte[] token = new byte[16 + 16 + plain + 16 + checksum];
        new Random(plain).nextBytes(token);
        System.arraycopy(new byte[] {5, 4, 2, (byte) 0xFF, 0, 0, 0, 0}, 0, token, 0, 8);
        return token;
    }

    /** The receiver turns what follows the 16 bytes back to the left by RRC (RFC 4121 4.2.5) and has the token again. */
    @ParameterizedTest
    @ValueSource(ints = {12, 16, 24})
    void turningBackGivesTheToken(int checksum) {
        for (int plain : new int[] {0, 1, 16, 1000}) {
            byte[] token = token(plain, checksum);
            Piece piece = WrapToken.split(token, plain);
            assertEquals(48 + checksum, piece.header().length);
            assertEquals(plain, piece.data().length);
            byte[] all = piece.joined();
            int rrc = (all[6] & 0xFF) << 8 | all[7] & 0xFF;
            assertEquals(16 + checksum, rrc);
            byte[] back = Arrays.copyOf(all, all.length);
            back[6] = 0;
            back[7] = 0;
            System.arraycopy(all, 16 + rrc, back, 16, all.length - 16 - rrc);
            System.arraycopy(all, 16, back, all.length - rrc, rrc);
            assertArrayEquals(token, back);
        }
    }

    @Test
    void otherTokensAreRefused() {
        byte[] signed = token(5, 12);
        signed[2] = 0;
        byte[] turned = token(5, 12);
        turned[7] = 28;
        byte[] rc4 = token(5, 12);
        rc4[0] = 0x60;
        for (byte[] token : new byte[][] {signed, turned, rc4, token(5, 11), token(5, 25), new byte[3]}) {
            assertThrows(IllegalArgumentException.class, () -> WrapToken.split(token, 5));
        }
    }
}
