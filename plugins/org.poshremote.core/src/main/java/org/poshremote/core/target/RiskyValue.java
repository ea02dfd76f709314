package org.poshremote.core.target;

import java.util.ArrayList;
import java.util.List;

/**
 * A value by which a shared file could send a password or a script where it does not belong.
 *
 * @param property its name in the file
 * @param value    as it would take effect
 * @param risk     a sentence for the person who is asked
 */
public record RiskyValue(String property, String value, String risk) {
    /** Those of a target, in a fixed order. */
    static List<RiskyValue> of(Target target) {
        List<RiskyValue> found = new ArrayList<>();
        switch (target.trust()) {
            case TrustChoice.SystemTrust system -> {
            }
            case TrustChoice.CaFile file -> found.add(new RiskyValue("trust", "certificate authorities in " + file.path(),
                    "Whoever holds a key of these authorities can pass for the node."));
            case TrustChoice.Pinned pin -> found.add(new RiskyValue("trust", "certificate " + pin.sha256(),
                    "The holder of this certificate passes for the node, whatever name it bears."));
            case TrustChoice.Unverified none -> found.add(new RiskyValue("trust", "none",
                    "Whoever answers at this address gets the password and the script."));
        }
        if (target.authentication() == AuthenticationChoice.BASIC) {
            found.add(new RiskyValue("authentication", "basic", "The node, or whoever answers in its place, gets the password itself."));
        }
        if (target.authentication() == AuthenticationChoice.CREDSSP) {
            found.add(new RiskyValue("authentication", "credssp", "The node gets the password itself, and may use it on further machines."));
        }
        KerberosChoice kerberos = target.kerberos();
        if (kerberos.delegate()) {
            found.add(new RiskyValue("kerberos.delegate", "true", "The node may act for you on further machines."));
        }
        kerberos.serviceHost().ifPresent(host -> found.add(new RiskyValue("kerberos.serviceHost", host,
                "Another machine than this one may be meant by the ticket, and could be reached through this one.")));
        kerberos.keytab().ifPresent(file -> found.add(new RiskyValue("kerberos.keytab", file, "The account's keys in this file sign in without asking you.")));
        target.certificate().ifPresent(certificate -> found.add(new RiskyValue("clientCertificate", certificate.words(),
                "The node learns who you are by it; a key without a password signs in without asking you.")));
        if (target.allowUnencrypted()) {
            found.add(new RiskyValue("allowUnencrypted", "true", "Everyone on the way can read password, script and output."));
        }
        if (target.ssh()) {
            found.add(new RiskyValue("transport", target.transport().id(), "The node's SSH server gets the password itself where it takes none of your keys."));
        }
        if (target.proxy() instanceof ProxyChoice.Fixed fixed) { // none and automatic are this machine's own choices
            found.add(new RiskyValue("proxy", fixed.toString(), "All traffic goes through this machine."));
        }
        target.jumpHost().ifPresent(host -> found.add(new RiskyValue("jumpHost", host.toString(), "All traffic goes through this machine.")));
        return List.copyOf(found);
    }
}
