package org.poshremote.core.diagnose.internal;

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
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.target.TrustChoice;

/** What a certificate itself is like; an objection counts where the certificate is judged by more than its fingerprint. */
final class CertificateChecks {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private CertificateChecks() {
    }

    private static boolean judged(Probe probe) {
        return !(probe.target().trust() instanceof TrustChoice.Pinned) && !(probe.target().trust() instanceof TrustChoice.Unverified);
    }

    private static Found notJudged(Probe probe) {
        return Found.skipped(probe.target().trust() instanceof TrustChoice.Pinned ? "The target pins a certificate: its fingerprint alone decides."
            : "The target takes any certificate.");
    }

    /** An objection that the handshake shared is a failure, one that it did not is a warning. */
    private static Found objection(Probe probe, String summary, List<Evidence> evidence) {
        return (probe.trusted ? Found.warning(summary) : Found.failed(summary)).and(evidence);
    }

    static Found name(Probe probe, Facts before) {
        if (!judged(probe)) {
            return notJudged(probe);
        }
        X509Certificate leaf = probe.chain.get(0);
        String host = PathChecks.bare(probe.target().host());
        List<String> names = Certificates.names(leaf);
        List<Evidence> evidence = new ArrayList<>(names.stream().map(name -> new Evidence("cert.name", name)).toList());
        String issued = names.isEmpty() ? "It names no machine." : "It is for " + String.join(", ", names) + ".";
        if (Certificates.nameFits(leaf, host)) {
            return Found.passed(issued).and(evidence);
        }
        evidence.add(new Evidence("cert", "name"));
        return objection(probe, issued + " The target says " + host + ".", evidence);
    }

    static Found dates(Probe probe, Facts before) {
        if (!judged(probe)) {
            return notJudged(probe);
        }
        Instant now = Instant.now();
        List<Evidence> evidence = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (X509Certificate certificate : probe.chain) {
            String whose = certificate == probe.chain.get(0) ? "The certificate" : "The certificate of the authority " + certificate.getSubjectX500Principal().getName();
            Instant end = certificate.getNotAfter().toInstant();
            Instant begin = certificate.getNotBefore().toInstant();
            if (end.isBefore(now)) {
                evidence.add(new Evidence("cert", "expired"));
                objections.add(whose + " ended on " + DAY.format(end) + ".");
            } else if (begin.isAfter(now)) {
                evidence.add(new Evidence("cert", "not-yet"));
                objections.add(whose + " begins on " + DAY.format(begin) + ".");
            }
        }
        X509Certificate leaf = probe.chain.get(0);
        evidence.add(new Evidence("cert.until", DAY.format(leaf.getNotAfter().toInstant())));
        return objections.isEmpty() ? Found.passed("Valid until " + DAY.format(leaf.getNotAfter().toInstant()) + ".").and(evidence)
            : objection(probe, String.join(" ", objections), evidence);
    }

    static Found usage(Probe probe, Facts before) {
        if (!judged(probe)) {
            return notJudged(probe);
        }
        List<Evidence> evidence = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        X509Certificate leaf = probe.chain.get(0);
        if (!Certificates.forServers(leaf)) {
            evidence.add(new Evidence("cert", "no-server-authentication"));
            objections.add("It is not meant for servers (extended key usage).");
        }
        if (!Certificates.signs(leaf)) {
            evidence.add(new Evidence("cert", "key-usage"));
            objections.add("Its key must not sign (key usage).");
        }
        if (probe.chain.stream().anyMatch(Certificates::weak)) {
            evidence.add(new Evidence("cert", "weak"));
            objections.add("It uses SHA-1, MD5 or a key of less than 2048 bits.");
        }
        for (X509Certificate issuer : probe.chain.subList(1, probe.chain.size())) {
            if (!Certificates.authority(issuer)) {
                evidence.add(new Evidence("cert", "issuer-no-authority"));
                objections.add(issuer.getSubjectX500Principal().getName() + " signed it without being an authority (basic constraints).");
            }
        }
        return objections.isEmpty() ? Found.passed("Meant for servers, with a key of today.") : objection(probe, String.join(" ", objections), evidence);
    }

    /** Why it is not trusted, apart from what the other steps look at. */
    static List<Evidence> reasons(Probe probe) {
        List<Evidence> reasons = new ArrayList<>();
        X509Certificate leaf = probe.chain.get(0);
        X509Certificate last = probe.chain.get(probe.chain.size() - 1);
        List<X509Certificate> anchors = anchors(probe);
        if (anchors.contains(leaf)) {
            reasons.add(new Evidence("cert.anchor", "itself"));
        } else if (Certificates.selfSigned(leaf)) {
            reasons.add(new Evidence("cert", "self-signed"));
        } else {
            anchors.stream().filter(anchor -> anchor.getSubjectX500Principal().equals(last.getIssuerX500Principal())).findFirst().ifPresentOrElse(
                anchor -> {
                    reasons.add(new Evidence("cert.anchor", "known"));
                    if (!Certificates.authority(anchor) && anchor.getVersion() >= 3) {
                        reasons.add(new Evidence("cert", "issuer-no-authority"));
                    }
                },
                () -> reasons.add(new Evidence("cert", "unknown-authority")));
        }
        return reasons;
    }

    private static List<X509Certificate> anchors(Probe probe) {
        try {
            if (probe.target().trust() instanceof TrustChoice.CaFile file) {
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
            return List.of(); // the handshake has said so in words
        }
    }
}
