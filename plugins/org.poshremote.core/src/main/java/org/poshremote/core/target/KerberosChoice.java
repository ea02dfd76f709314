package org.poshremote.core.target;

import java.util.Objects;
import java.util.Optional;

/**
 * How Kerberos is used for a target.
 *
 * @param serviceClass "WSMAN" or "HTTP": the first part of the service's name in the realm
 * @param serviceHost  the host in that name, where it is another than the target's
 * @param portInName   "WSMAN/host:5985" in place of "WSMAN/host"
 * @param delegate     the node may act for the account on further machines
 * @param keytab       file with the account's keys, in place of a password; a relative path is relative to the folder of the target file
 */
public record KerberosChoice(String serviceClass, Optional<String> serviceHost, boolean portInName, boolean delegate, Optional<String> keytab) {
    public static final KerberosChoice DEFAULT = new KerberosChoice("WSMAN", Optional.empty(), false, false, Optional.empty());

    public KerberosChoice {
        Objects.requireNonNull(keytab);
        if (!serviceClass.matches("[A-Za-z][A-Za-z0-9_.-]{0,63}")) {
            throw new IllegalArgumentException("The class of a service name is WSMAN or HTTP, not \"" + serviceClass + "\".");
        }
        if (serviceHost.filter(host -> !host.matches("[A-Za-z0-9._-]{1,253}")).isPresent()) {
            throw new IllegalArgumentException("\"" + serviceHost.get() + "\" is not a host name.");
        }
    }

    public KerberosChoice withServiceClass(String value) {
        return new KerberosChoice(value, serviceHost, portInName, delegate, keytab);
    }

    public KerberosChoice withServiceHost(Optional<String> value) {
        return new KerberosChoice(serviceClass, value, portInName, delegate, keytab);
    }

    public KerberosChoice withPortInName(boolean value) {
        return new KerberosChoice(serviceClass, serviceHost, value, delegate, keytab);
    }

    public KerberosChoice withDelegate(boolean value) {
        return new KerberosChoice(serviceClass, serviceHost, portInName, value, keytab);
    }

    public KerberosChoice withKeytab(Optional<String> value) {
        return new KerberosChoice(serviceClass, serviceHost, portInName, delegate, value);
    }
}
