package org.poshremote.demo.auth;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.poshremote.wsman.auth.certificate.PrincipalName;

/**
 * Which client certificates stand for the node's account, as an entry of WSMan:\localhost\ClientCertificate says it.
 *
 * @param issuer    the authority that signed them, or the certificate itself where it is self-signed
 * @param principal the user principal name that they have to bear; any where empty
 */
public record CertificateMapping(X509Certificate issuer, Optional<String> principal) {
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    public CertificateMapping {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(principal);
    }

    /** Why a certificate is not meant by this entry; empty where it is. */
    public Optional<String> objection(X509Certificate shown, Date now) {
        if (!shown.equals(issuer) && !signed(shown)) {
            return Optional.of("its authority is not the one of the mapping");
        }
        if (now.after(shown.getNotAfter()) || now.before(shown.getNotBefore())) {
            return Optional.of("it is not valid now");
        }
        if (!forClients(shown)) {
            return Optional.of("it is not meant for clients");
        }
        return principal.isEmpty() || PrincipalName.of(shown).filter(principal.get()::equalsIgnoreCase).isPresent() ? Optional.empty()
                : Optional.of("it bears another user principal name");
    }

    private boolean signed(X509Certificate shown) {
        try {
            shown.verify(issuer.getPublicKey());
            return shown.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean forClients(X509Certificate shown) {
        try {
            List<String> usages = shown.getExtendedKeyUsage();
            return usages != null && usages.contains(CLIENT_AUTHENTICATION);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
