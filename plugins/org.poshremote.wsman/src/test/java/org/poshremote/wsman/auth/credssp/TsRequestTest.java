package org.poshremote.wsman.auth.credssp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.der.DerWriter;

class TsRequestTest {
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** By the ASN.1 of MS-CSSP 2.2.1, written out. */
    @Test
    void layout() {
        TsRequest request = TsRequest.of(6).withNegoToken(new byte[] {1, 2}).withPubKeyAuth(new byte[] {3}).withErrorCode(0xC000006D)
            .withAuthInfo(new byte[] {4}).withClientNonce(new byte[] {5});
        assertEquals("3028" + "a003020106" + "a10a3008" + "3006a00404020102" + "a203040104" + "a303040103" + "a4060204c000006d" + "a503040105",
            HexFormat.of().formatHex(request.encode()));
    }

    @Test
    void readsWhatItWrites() throws IOException {
        TsRequest request = TsRequest.of(5).withNegoToken(bytes(3000)).withPubKeyAuth(bytes(48)).withClientNonce(bytes(32));
        TsRequest back = TsRequest.decode(request.encode());
        assertEquals(5, back.version());
        assertArrayEquals(bytes(3000), back.negoToken().orElseThrow());
        assertArrayEquals(bytes(48), back.pubKeyAuth().orElseThrow());
        assertArrayEquals(bytes(32), back.clientNonce().orElseThrow());
        assertEquals(Optional.empty(), back.authInfo());
        assertEquals(Optional.of(0xC0000234), TsRequest.decode(TsRequest.of(3).withErrorCode(0xC0000234).encode()).errorCode());
    }

    /** A field that a later version may add is passed over. */
    @Test
    void unknownFields() throws IOException {
        byte[] later = DerWriter.sequence(DerWriter.context(0, DerWriter.integer(7)), DerWriter.context(6, DerWriter.integer(1)));
        assertEquals(7, TsRequest.decode(later).version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "3000", "3003020106", "3005a003020106ff", "3005a003020100", "3005a003020106" + "00", "300ca003020106a103300130"})
    void damaged(String hex) {
        assertThrows(IOException.class, () -> TsRequest.decode(HexFormat.of().parseHex(hex)));
    }

    @Test
    void spoilt() {
        Random random = new Random(6);
        byte[] whole = TsRequest.of(6).withNegoToken(bytes(60)).withPubKeyAuth(bytes(20)).withErrorCode(9).withClientNonce(bytes(32)).encode();
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] spoilt = Arrays.copyOf(whole, random.nextInt(3) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int i = random.nextInt(4); i > 0 && spoilt.length > 0; i--) {
                spoilt[random.nextInt(Math.min(spoilt.length, 30))] = (byte) random.nextInt();
            }
            try {
                TsRequest.decode(spoilt);
            } catch (IOException e) {
                refused++;
            }
        }
        assertTrue(refused > 5_000 && refused < 20_000, refused + " refused");
    }

    @Test
    void credentials() throws IOException {
        try (Secret password = Secret.of("pä$$".toCharArray())) {
            PasswordCredentials credentials = new PasswordCredentials("CORP", "user", password);
            byte[] encoded = credentials.encoded(byte[]::clone);
            PasswordCredentials back = PasswordCredentials.decode(encoded);
            assertEquals("CORP", back.domain());
            assertEquals("user", back.user());
            assertEquals("pä$$", back.password().<String>use(String::new));
            assertFalse(credentials.toString().contains("$$"));
            byte[][] held = new byte[1][];
            credentials.encoded(bytes -> held[0] = bytes);
            assertArrayEquals(new byte[encoded.length], held[0], "wiped");
            for (int length = 0; length < encoded.length; length++) {
                byte[] half = Arrays.copyOf(encoded, length);
                assertThrows(IOException.class, () -> PasswordCredentials.decode(half));
            }
        }
    }
}
