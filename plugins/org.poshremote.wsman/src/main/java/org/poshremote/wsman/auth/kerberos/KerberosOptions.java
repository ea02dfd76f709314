package org.poshremote.wsman.auth.kerberos;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.poshremote.wsman.Endpoint;

/**
 * How Kerberos names the service and what it asks for. The {@code with} methods give changed copies.
 *
 * @param serviceClass "WSMAN", which every Windows that has WinRM registers, or "HTTP"
 * @param serviceHost  the name in the service's name, where it is another than the one connected to
 * @param portInName   "WSMAN/host:5985" instead of "WSMAN/host"
 * @param delegate     hand the account's ticket on, so that the node can act for it on further machines
 * @param mechanism    under which name the token goes
 * @param patience       how long the realm's servers may take for one sign-in; JDK alone waits up to 90 s for each
 */
public record KerberosOptions(String serviceClass, Optional<String> serviceHost, boolean portInName, boolean delegate,
        Mechanism mechanism, Duration patience) {
    public static final KerberosOptions DEFAULTS =
        new KerberosOptions("WSMAN", Optional.empty(), false, false, Mechanism.NEGOTIATE, Duration.ofSeconds(20));

    /** The HTTP scheme, and with it the object identifier of the token. */
    public enum Mechanism {
        /** SPNEGO (RFC 4178) under "Negotiate". */
        NEGOTIATE("Negotiate"),
        /** The bare mechanism (RFC 4121) under "Kerberos". */
        KERBEROS("Kerberos");

        private final String scheme;

        Mechanism(String scheme) {
            this.scheme = scheme;
        }

        public String scheme() {
            return scheme;
        }
    }

    public KerberosOptions {
        Objects.requireNonNull(serviceHost);
        Objects.requireNonNull(mechanism);
        if (!serviceClass.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException("\"" + serviceClass + "\" is not the class of a service name, such as WSMAN or HTTP.");
        }
        if (serviceHost.filter(host -> !host.matches("[A-Za-z0-9._-]+")).isPresent()) {
            throw new IllegalArgumentException("\"" + serviceHost.get() + "\" is not a host name for a service name.");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("a patience of " + patience);
        }
    }

    public KerberosOptions withServiceClass(String value) {
        return new KerberosOptions(value, serviceHost, portInName, delegate, mechanism, patience);
    }

    public KerberosOptions withServiceHost(Optional<String> value) {
        return new KerberosOptions(serviceClass, value, portInName, delegate, mechanism, patience);
    }

    public KerberosOptions withPortInName(boolean value) {
        return new KerberosOptions(serviceClass, serviceHost, value, delegate, mechanism, patience);
    }

    public KerberosOptions withDelegate(boolean value) {
        return new KerberosOptions(serviceClass, serviceHost, portInName, value, mechanism, patience);
    }

    public KerberosOptions withMechanism(Mechanism value) {
        return new KerberosOptions(serviceClass, serviceHost, portInName, delegate, value, patience);
    }

    public KerberosOptions withPatience(Duration value) {
        return new KerberosOptions(serviceClass, serviceHost, portInName, delegate, mechanism, value);
    }

    /** "WSMAN/node.corp.example": how the realm knows the service at this address, before a short name is completed by DNS. */
    public String serviceName(Endpoint endpoint) {
        return serviceClass + "/" + hostPart(endpoint);
    }

    String hostPart(Endpoint endpoint) {
        return serviceHost.orElse(endpoint.host()) + (portInName ? ":" + endpoint.port() : "");
    }
}
