package org.poshremote.wsman.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 5929 section 4.1. */
class ChannelBindingTest {
    @ParameterizedTest
    @CsvSource({ "MD5withRSA,SHA-256", "SHA1withRSA,SHA-256", "SHA256withRSA,SHA-256", "SHA384withRSA,SHA-384", "SHA512withRSA,SHA-512",
        "SHA384withECDSA,SHA-384", "SHA512/256withRSA,SHA-512/256", "SHA3-256withRSA,SHA3-256", "RSASSA-PSS,SHA-256", "Ed25519,", "1.2.3.4," })
    void hashFollowsTheSignature(String signature, String hash) {
        assertEquals(Optional.ofNullable(hash), ChannelBinding.hashFor(signature));
    }
}
