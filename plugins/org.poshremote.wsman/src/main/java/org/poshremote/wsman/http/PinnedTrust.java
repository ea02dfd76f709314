package org.poshremote.wsman.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.poshremote.wsman.ServerTrust;

/** Takes the one certificate of this SHA-256; with an empty one, any. */
final class PinnedTrust extends ServerTrust {
    /** What the message of a refusal begins with; the fingerprint follows. */
    static final String OTHER = "the node's certificate is not the pinned one: its SHA-256 is ";

    private final String sha256;

    PinnedTrust(String sha256) {
        this.sha256 = sha256;
    }

    @Override
    protected void check(X509Certificate[] chain) throws CertificateException {
        if (sha256.isEmpty()) {
            return;
        }
        try {
            String actual = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded()));
            if (!actual.equals(sha256)) {
                throw new CertificateException(OTHER + actual);
            }
        } catch (GeneralSecurityException e) {
            throw e instanceof CertificateException known ? known : new CertificateException(e);
        }
    }
}
