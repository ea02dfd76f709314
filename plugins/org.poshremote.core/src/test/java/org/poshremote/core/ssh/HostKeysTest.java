package org.poshremote.core.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server's key is, by the list of known ones. */
class HostKeysTest {
    private static final String HOST = "[jump.example]:2222";
    private byte[] key;
    private byte[] sameType;
    private byte[] otherType;

    @BeforeEach
    void generate() throws Exception {
        key = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256).getPublicKeyBlob();
        sameType = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256).getPublicKeyBlob();
        otherType = KeyPair.genKeyPair(new JSch(), KeyPair.RSA, 2048).getPublicKeyBlob();
    }

    private static String line(String before, byte[] key) throws Exception {
        return before + " " + new HostKey("x", key).getType() + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static HostKeys known(String lines) throws Exception {
        JSch reader = new JSch();
        reader.setKnownHosts(new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII)));
        return new HostKeys(reader.getHostKeyRepository());
    }

    @Test
    void theKnownKeyAndAnother() throws Exception {
        HostKeys keys = known(line(HOST, key));
        assertEquals(HostKeyRepository.OK, keys.check(HOST, key));
        assertEquals(HostKeyRepository.CHANGED, keys.check(HOST, sameType));
        assertTrue(HostKeys.fingerprint(keys.shown().orElseThrow()).startsWith("SHA256:"));
    }

    /** Else who stands in between need only show another type to be taken for a new server. */
    @Test
    void aKeyOfAnotherTypeIsAnotherKey() throws Exception {
        assertEquals(HostKeyRepository.CHANGED, known(line(HOST, otherType)).check(HOST, key));
    }

    @Test
    void aServerThatIsNotThere() throws Exception {
        assertEquals(HostKeyRepository.NOT_INCLUDED, known(line("other.example", otherType)).check(HOST, key));
        assertEquals(HostKeyRepository.NOT_INCLUDED, known("").check(HOST, key));
    }

    /** An authority's line is no key of the server. */
    @Test
    void anAuthorityIsNoKeyOfTheServer() throws Exception {
        assertEquals(HostKeyRepository.NOT_INCLUDED, known(line("@cert-authority " + HOST, otherType)).check(HOST, key));
    }

    @Test
    void aRevokedKeyIsNeverNew() throws Exception {
        HostKeys keys = known(line("@revoked *", key));
        assertEquals(HostKeyRepository.CHANGED, keys.check(HOST, key));
        assertTrue(keys.revoked());
    }
}
