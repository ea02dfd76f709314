package org.poshremote.core.diagnose.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.poshremote.core.certificate.Certificates;
import org.poshremote.core.certificate.Objection;
import org.poshremote.core.certificate.Objections;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.target.TrustChoice;

/** What a certificate itself is like; an objection counts where the certificate is judged by more than its fingerprint. */
final class CertificateChecks {
    private CertificateChecks() {
    }

    private static boolean judged(Probe probe) {
        return !(probe.target().trust() instanceof TrustChoice.Pinned) && !(probe.target().trust() instanceof TrustChoice.Unverified);
    }

    private static Found notJudged(Probe probe) {
        return Found.skipped(probe.target().trust() instanceof TrustChoice.Pinned ? "The target pins a certificate: its fingerprint alone decides."
            : "The target takes any certificate.");
    }

    static Found name(Probe probe, Facts before) {
        if (!judged(probe)) {
            return notJudged(probe);
        }
        X509Certificate leaf = probe.chain.get(0);
        List<String> names = Certificates.names(leaf);
        List<Evidence> evidence = new ArrayList<>(names.stream().map(name -> new Evidence("cert.name", name)).toList());
        Optional<Objection> objection = Objections.name(leaf, PathChecks.bare(probe.target().host()));
        return objection.map(against -> objections(probe, List.of(against), evidence))
            .orElseGet(() -> Found.passed("It is for " + String.join(", ", names) + ".").and(evidence));
    }

    static Found dates(Probe probe, Facts before) {
        if (!judged(probe)) {
            return notJudged(probe);
        }
        String end = Objections.day(probe.chain.get(0).getNotAfter().toInstant());
        List<Evidence> evidence = List.of(new Evidence("cert.until", end));
        List<Objection> against = Objections.dates(probe.chain, Instant.now());
        return against.isEmpty() ? Found.passed("Valid until " + end + ".").and(evidence) : objections(probe, against, evidence);
    }

    static Found usage(Probe probe, Facts before) {
        if (!judged(probe)) {
            return notJudged(probe);
        }
        List<Objection> against = Objections.usage(probe.chain);
        return against.isEmpty() ? Found.passed("Meant for servers, with a key of today.") : objections(probe, against, List.of());
    }

    /** Objections that the handshake shared are a failure, those that it did not are a warning. */
    private static Found objections(Probe probe, List<Objection> against, List<Evidence> more) {
        String summary = against.stream().map(Objection::words).collect(Collectors.joining(" "));
        List<Evidence> evidence = new ArrayList<>(more);
        against.forEach(objection -> evidence.add(new Evidence("cert", objection.kind())));
        return (probe.trusted ? Found.warning(summary) : Found.failed(summary)).and(evidence);
    }

    /** Why it is not trusted, apart from what the other steps look at. */
    static List<Evidence> reasons(Probe probe) {
        List<Evidence> reasons = new ArrayList<>();
        X509Certificate last = probe.chain.get(probe.chain.size() - 1);
        List<X509Certificate> anchors = Objections.anchors(probe.target().trust());
        Optional<Objection> nobody = Objections.authority(probe.chain, probe.target().trust());
        nobody.ifPresent(objection -> reasons.add(new Evidence("cert", objection.kind())));
        if (anchors.contains(probe.chain.get(0))) {
            reasons.add(new Evidence("cert.anchor", "itself"));
        } else if (nobody.isEmpty()) {
            reasons.add(new Evidence("cert.anchor", "known"));
            if (Objections.anchor(anchors, last).filter(anchor -> !Certificates.authority(anchor) && anchor.getVersion() >= 3).isPresent()) {
                reasons.add(new Evidence("cert", "issuer-no-authority"));
            }
        }
        return reasons;
    }
}
