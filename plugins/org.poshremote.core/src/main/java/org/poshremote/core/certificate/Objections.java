package org.poshremote.core.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.poshremote.core.target.TrustChoice;

/** What stands against a chain of certificates; the node's own comes first in it. */
public final class Objections {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Objections() {
    }

    /** "3 Dec 2026 10:15 UTC". */
    public static String day(Instant time) {
        return DAY.format(time);
    }

    /** All of them. */
    public static List<Objection> all(List<X509Certificate> chain, String host, TrustChoice trust, Instant now) {
        List<Objection> all = new ArrayList<>();
        authority(chain, trust).ifPresent(all::add);
        name(chain.get(0), host).ifPresent(all::add);
        all.addAll(dates(chain, now));
        all.addAll(usage(chain));
        return all;
    }

    public static Optional<Objection> name(X509Certificate leaf, String host) {
        List<String> names = Certificates.names(leaf);
        return Certificates.nameFits(leaf, host) ? Optional.empty() : Optional.of(new Objection("name",
            (names.isEmpty() ? "It names no machine." : "It is for " + String.join(", ", names) + ".") + " The target says " + host + "."));
    }

    public static List<Objection> dates(List<X509Certificate> chain, Instant now) {
        List<Objection> found = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            String whose = certificate == chain.get(0) ? "The certificate" : "The certificate of the authority " + certificate.getSubjectX500Principal().getName();
            Instant end = certificate.getNotAfter().toInstant();
            Instant begin = certificate.getNotBefore().toInstant();
            if (end.isBefore(now)) {
                found.add(new Objection("expired", whose + " ended on " + DAY.format(end) + "."));
            } else if (begin.isAfter(now)) {
                found.add(new Objection("not-yet", whose + " begins on " + DAY.format(begin) + "."));
            }
        }
        return found;
    }

    public static List<Objection> usage(List<X509Certificate> chain) {
        List<Objection> found = new ArrayList<>();
        X509Certificate leaf = chain.get(0);
        if (!Certificates.forServers(leaf)) {
            found.add(new Objection("no-server-authentication", "It is not meant for servers (extended key usage)."));
        }
        if (!Certificates.signs(leaf)) {
            found.add(new Objection("key-usage", "Its key must not sign (key usage)."));
        }
        if (chain.stream().anyMatch(Certificates::weak)) {
            found.add(new Objection("weak", "It uses SHA-1, MD5 or a key of less than 2048 bits."));
        }
        for (X509Certificate issuer : chain.subList(1, chain.size())) {
            if (!Certificates.authority(issuer)) {
                found.add(new Objection("issuer-no-authority",
                    issuer.getSubjectX500Principal().getName() + " signed it without being an authority (basic constraints)."));
            }
        }
        return found;
    }

    /** Who vouches for it, where that is nobody whom the target trusts. */
    public static Optional<Objection> authority(List<X509Certificate> chain, TrustChoice trust) {
        X509Certificate leaf = chain.get(0);
        X509Certificate last = chain.get(chain.size() - 1);
        List<X509Certificate> anchors = anchors(trust);
        if (anchors.contains(leaf)) {
            return Optional.empty();
        }
        if (Certificates.selfSigned(leaf)) {
            return Optional.of(new Objection("self-signed", "It vouches for itself: nobody else says that it is the node's."));
        }
        return anchor(anchors, last).isPresent() ? Optional.empty() : Optional.of(new Objection("unknown-authority", "Its authority, " + last.getIssuerX500Principal().getName() + ", is not one that "
            + (trust instanceof TrustChoice.CaFile file ? "is in " + file.path() : "this machine trusts") + "."));
    }

    /** The trusted authority whose name the last certificate of a chain bears as its issuer. */
    public static Optional<X509Certificate> anchor(List<X509Certificate> anchors, X509Certificate last) {
        return anchors.stream().filter(anchor -> anchor.getSubjectX500Principal().equals(last.getIssuerX500Principal())).findFirst();
    }

    /** The authorities that a target trusts; none where their file cannot be read, which the connection says in words. */
    public static List<X509Certificate> anchors(TrustChoice trust) {
        try {
            if (trust instanceof TrustChoice.CaFile file) {
                try (InputStream pem = Files.newInputStream(Path.of(file.path()))) {
                    List<X509Certificate> read = new ArrayList<>();
                    for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                        read.add((X509Certificate) certificate);
                    }
                    return read;
                }
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Stream.of(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance).map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers())).toList();
        } catch (IOException | GeneralSecurityException e) {
            return List.of();
        }
    }
}
