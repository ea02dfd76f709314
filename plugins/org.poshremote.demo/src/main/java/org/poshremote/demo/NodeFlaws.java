package org.poshremote.demo;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a node is set up badly, apart from what goes wrong with single requests.
 *
 * @param clock       how far the node's clock is ahead of this machine's; negative for behind. Seen in the Date header
 * @param offers      what a 401 offers instead of what there is; an empty list for a 401 without an offer
 * @param rejects     whether no password is the right one
 * @param certificate of HTTPS
 * @param http        what is on the HTTP port
 * @param https       what is on the HTTPS port
 * @param plan        what goes wrong with single requests, before the settings' own plan
 */
public record NodeFlaws(Duration clock, Optional<List<String>> offers, boolean rejects, CertificateFlaw certificate, PortFlaw http,
        PortFlaw https, FaultPlan plan) {
    public static final NodeFlaws NONE =
        new NodeFlaws(Duration.ZERO, Optional.empty(), false, CertificateFlaw.NONE, PortFlaw.NONE, PortFlaw.NONE, FaultPlan.none());

    /** What is wrong with the node's certificate. */
    public enum CertificateFlaw {
        NONE, EXPIRED, NOT_YET, OTHER_NAME, CLIENTS_ONLY, NO_SIGNING, UNKNOWN_AUTHORITY, ISSUER_NO_AUTHORITY, WEAK
    }

    /** What answers on a port instead of WinRM over HTTP or HTTPS. */
    public enum PortFlaw {
        NONE,
        /** Plain HTTP where TLS is meant. */
        PLAIN,
        /** TLS where plain HTTP is meant. */
        TLS,
        /** TLS 1.0 at most. */
        OLD_TLS,
        /** TLS 1.2 with RSA key exchange alone. */
        RSA_TLS,
        /** The connection is reset at the first word. */
        RESET,
        /** It is closed at the first word. */
        CLOSE,
        /** Nothing is said. */
        SILENT,
        /** The greeting of an SSH server. */
        SSH
    }

    public NodeFlaws {
        Objects.requireNonNull(clock);
        offers = offers.map(List::copyOf);
        Objects.requireNonNull(certificate);
        Objects.requireNonNull(http);
        Objects.requireNonNull(https);
        Objects.requireNonNull(plan);
    }

    /** Both at once; where both change the same thing, the other counts. */
    public NodeFlaws and(NodeFlaws other) {
        return new NodeFlaws(other.clock.isZero() ? clock : other.clock, other.offers.or(() -> offers), rejects || other.rejects,
            other.certificate == CertificateFlaw.NONE ? certificate : other.certificate, other.http == PortFlaw.NONE ? http : other.http,
            other.https == PortFlaw.NONE ? https : other.https, plan.or(other.plan));
    }
}
