package org.poshremote.core.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The known keys, which remembers the key that the server showed: a person is asked after the handshake has been given up, so that
 * no time runs out meanwhile. Changes nothing in the list.
 */
final class HostKeys implements HostKeyRepository {
    private final HostKeyRepository known;
    private Optional<HostKey> shown = Optional.empty();

    HostKeys(HostKeyRepository known) {
        this.known = known;
    }

    /** What the server showed last. */
    Optional<HostKey> shown() {
        return shown;
    }

    /** Whether what it showed is marked as revoked. */
    boolean revoked() {
        return shown.filter(this::revoked).isPresent();
    }

    @Override
    public int check(String host, byte[] key) {
        try {
            shown = Optional.of(new HostKey(host, key));
        } catch (JSchException e) {
            return NOT_INCLUDED; // a kind of key that nobody could have confirmed
        }
        if (revoked(shown.get())) {
            return CHANGED;
        }
        int known = this.known.check(host, key);
        return known == NOT_INCLUDED && knownByAnother(host) ? CHANGED : known;
    }

    /**
     * Who stands in between could show a key of another type, to be asked for as if the server were new: servers whose key of the
     * known type is still there have been asked for that one (prefer_known_host_key_types).
     */
    private boolean knownByAnother(String host) {
        HostKey[] all = known.getHostKey(host, null);
        return all != null && Arrays.stream(all).anyMatch(other -> other.getMarker() == null || other.getMarker().isEmpty());
    }

    /** For whatever hosts: nobody should be asked to trust a key that somebody has withdrawn. */
    private boolean revoked(HostKey key) {
        HostKey[] all = known.getHostKey();
        return all != null && Arrays.stream(all).anyMatch(other -> "@revoked".equals(other.getMarker()) && other.getKey().equals(key.getKey()));
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return known.getHostKey(host, type);
    }

    @Override
    public HostKey[] getHostKey() {
        return known.getHostKey();
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return known.getKnownHostsRepositoryID();
    }

    @Override
    public void add(HostKey key, UserInfo person) {
        // keys are kept by SshHome.remember, once the person has confirmed them
    }

    @Override
    public void remove(String host, String type) {
        // never by a connection
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        // never by a connection
    }

    /** As ssh shows it: "SHA256:" and Base64 without padding. */
    static String fingerprint(HostKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(key.getKey()));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The type in the key itself (RFC 4253 6.6). */
    static String type(HostKey key) {
        byte[] blob = Base64.getDecoder().decode(key.getKey());
        int length = blob.length < 4 ? 0 : ByteBuffer.wrap(blob).getInt();
        return length > 0 && length <= blob.length - 4 ? new String(blob, 4, length, StandardCharsets.US_ASCII) : key.getType();
    }
}
