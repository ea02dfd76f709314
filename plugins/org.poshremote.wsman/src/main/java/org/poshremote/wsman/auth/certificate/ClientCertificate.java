package org.poshremote.wsman.auth.certificate;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.certificate.ClientCertificateException.Trouble;

/** A certificate of a person with its key, to be shown to nodes. Cannot be printed but for its subject. Thread-safe. */
public final class ClientCertificate {
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USAGE = "2.5.29.37.0";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    /** @param chain the person's own first, then those of its authorities where they are at hand */
    ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = key;
    }

    /**
     * Reads it, and looks whether a node could take it at all.
     *
     * @param password of the key; empty where it has none, or the operating system keeps it
     */
    public static ClientCertificate load(CertificateLocation location, Optional<Secret> password) throws ClientCertificateException {
        ClientCertificate found = switch (location) {
            case CertificateLocation.File file -> CertificateFiles.read(file, password);
            case CertificateLocation.Store store -> PlatformStore.find(store.which());
        };
        found.check(Instant.now());
        return found;
    }

    /** Whether the key cannot be had without a password; false too for what cannot be read, which {@link #load} says. */
    public static boolean needsPassword(CertificateLocation location) {
        return location instanceof CertificateLocation.File file && CertificateFiles.needsPassword(file);
    }

    private void check(Instant now) throws ClientCertificateException {
        X509Certificate own = certificate();
        if (now.isAfter(own.getNotAfter().toInstant())) {
            throw new ClientCertificateException(Trouble.EXPIRED, "The client certificate of " + name() + " ended on "
                + DAY.format(own.getNotAfter().toInstant()) + ", so no node takes it. Nothing was sent.", null);
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            throw new ClientCertificateException(Trouble.NOT_YET, "The client certificate of " + name() + " begins on "
                + DAY.format(own.getNotBefore().toInstant()) + ", so no node takes it yet. Nothing was sent.", null);
        }
        if (!forClients(own)) {
            throw new ClientCertificateException(Trouble.NOT_FOR_CLIENTS, "The certificate of " + name() + " is not meant for signing in: its extended key usage"
                + " lacks client authentication (" + CLIENT_AUTHENTICATION + "). Nothing was sent.", null);
        }
    }

    /** Without the extension a certificate is good for everything (RFC 5280 4.2.1.12). */
    private static boolean forClients(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null || usages.contains(CLIENT_AUTHENTICATION) || usages.contains(ANY_USAGE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** For people: the user principal name, which Windows maps to an account, else the common name, else the subject. */
    public String name() {
        return PrincipalName.of(certificate()).or(this::commonName).orElseGet(() -> certificate().getSubjectX500Principal().getName());
    }

    private Optional<String> commonName() {
        try {
            return new LdapName(certificate().getSubjectX500Principal().getName()).getRdns().stream()
                .filter(rdn -> rdn.getType().equalsIgnoreCase("CN")).map(rdn -> String.valueOf(rdn.getValue())).findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    /** For one connection. */
    public Presenter presenter() {
        return new Presenter();
    }

    @Override
    public String toString() {
        return "client certificate of " + name();
    }

    /**
     * Shows the certificate to a node that asks for one, whichever authorities it names: the node is to say whether it takes it.
     * It remembers whether it was asked.
     */
    public final class Presenter extends X509ExtendedKeyManager {
        private static final String ALIAS = "client";
        private volatile boolean asked;

        private Presenter() {
        }

        public boolean asked() {
            return asked;
        }

        private String choose(String... keyTypes) {
            asked = true;
            return Stream.of(keyTypes).anyMatch(this::fits) ? ALIAS : null;
        }

        private boolean fits(String keyType) {
            String own = key.getAlgorithm();
            return keyType.equalsIgnoreCase(own) || keyType.startsWith("EC") && own.equals("EC") || keyType.startsWith("RSA") && own.startsWith("RSA");
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return choose(keyTypes);
        }

        @Override
        public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
            return choose(keyTypes);
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
