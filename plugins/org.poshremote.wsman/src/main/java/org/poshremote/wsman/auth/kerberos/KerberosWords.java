package org.poshremote.wsman.auth.kerberos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.kerberos.internal.Krb5Conf;

/** What a trouble means for the person, on this target with this account. */
final class KerberosWords {
    private final Endpoint endpoint;
    private final KerberosAccount account;
    private final KerberosOptions options;

    KerberosWords(Endpoint endpoint, KerberosAccount account, KerberosOptions options) {
        this.endpoint = endpoint;
        this.account = account;
        this.options = options;
    }

    AuthenticationException failure(KerberosTrouble trouble, Optional<Instant> nodeTime, Throwable cause) {
        String own = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new AuthenticationException(endpoint, "Kerberos", reason(trouble), List.of(),
            text(trouble, own, nodeTime), new KerberosException(trouble, own, cause));
    }

    private static Reason reason(KerberosTrouble trouble) {
        return switch (trouble) {
            case WRONG_PASSWORD, ACCOUNT_UNKNOWN, ACCOUNT_BARRED, PASSWORD_EXPIRED -> Reason.REJECTED;
            case REALM_UNKNOWN, NO_DEFAULT_REALM, KDC_UNREACHABLE, NO_TICKET, TICKET_EXPIRED, NOT_FORWARDABLE -> Reason.UNAVAILABLE;
            case SERVICE_UNKNOWN, CLOCK, WRONG_KEY, ENCRYPTION, BINDING, OTHER -> Reason.MECHANISM;
        };
    }

    private String text(KerberosTrouble trouble, String own, Optional<Instant> nodeTime) {
        String who = account.words();
        String service = options.serviceName(endpoint);
        return switch (trouble) {
            case REALM_UNKNOWN -> "Kerberos finds no server for the realm of " + who + ". Add these lines to " + Krb5Conf.inForce()
                + " (the kdc is any domain controller):\n" + Krb5Conf.linesFor(realm(), false) + "\nThen try again.";
            case NO_DEFAULT_REALM -> "Kerberos does not know to which realm " + who + " belongs. Write the account as user@REALM, or add these"
                + " lines, with your own realm, to " + Krb5Conf.inForce() + ":\n" + Krb5Conf.linesFor(realm(), true) + "\nThen try again.";
            case KDC_UNREACHABLE -> "The Kerberos server of the realm" + realmOf().map(name -> " " + name).orElse("") + " does not answer ("
                + own + "). It is asked on port 88, by what " + Krb5Conf.inForce() + " or DNS say; a VPN may be missing.";
            case ACCOUNT_UNKNOWN -> "The realm knows no account " + who + ". Check spelling and realm; accounts of the node itself cannot sign in by Kerberos.";
            case WRONG_PASSWORD -> account instanceof KerberosAccount.Keytab keytab
                ? "The realm refused the key of " + who + " in " + keytab.file() + "; the password was likely changed since the keytab was made."
                : "The realm refused the password of " + who + ".";
            case ACCOUNT_BARRED -> "The realm does not let " + who + " sign in: the account is disabled, locked, expired, or not allowed at this time or from here.";
            case PASSWORD_EXPIRED -> "The password of " + who + " has expired; change it, then try again.";
            case NO_TICKET -> noTicket(who);
            case TICKET_EXPIRED -> "The Kerberos ticket of " + who + " has expired; get a new one (kinit, or sign in to this machine again).";
            case SERVICE_UNKNOWN -> unknownService(service);
            case CLOCK -> clock(nodeTime);
            case WRONG_KEY -> "The node cannot open the ticket for " + service + ": the name is registered for another account than the one that WinRM"
                + " runs under, twice (setspn -X), or leads to another machine. Use the node's full DNS name, or the service class HTTP or WSMAN, whichever is not in use now.";
            case ENCRYPTION -> "No encryption type is common to the account, the service " + service + " and this machine (" + own
                + "). RC4 alone is not enough: let the accounts use AES (msDS-SupportedEncryptionTypes) and set their passwords again.";
            case NOT_FORWARDABLE -> "The ticket of " + who + " cannot be handed on to the node, which delegation needs. Put \"forwardable = true\" under [libdefaults] in "
                + Krb5Conf.inForce() + " (or kinit -f); if it is there, the account is marked as sensitive or the realm forbids it. Without delegation the sign-in works.";
            case BINDING -> "The node refused the sign-in, most likely its binding to the TLS connection: something between here and the node opens it (a proxy or load balancer with a certificate of its own).";
            case OTHER -> "Kerberos failed with " + endpoint + ": " + own + ".";
        };
    }

    private String noTicket(String who) {
        return switch (account) {
            case KerberosAccount.Cache cache -> "There is no valid Kerberos ticket for " + who + (cache.file().map(file -> " in " + file).orElse(""))
                + ": none was got, or it has expired. Get one by kinit, or give account and password.";
            case KerberosAccount.Keytab keytab -> "The keytab " + keytab.file() + " cannot be read or has no key for " + who + " (klist -k shows what it has).";
            case KerberosAccount.Password password -> "Kerberos needs the password of " + who + ".";
        };
    }

    private String unknownService(String service) {
        String address = endpoint.host().matches("[0-9.]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%a-z]*]?")
            ? " Kerberos knows machines by name, not by address." : "";
        String other = options.serviceClass().equalsIgnoreCase("WSMAN") ? "HTTP" : "WSMAN";
        return "The realm knows no service " + service + "." + address + " Use the node's full DNS name as its domain has it, no alias; setspn -Q " + service
            + " shows who has it. The service class " + other + " or another host name for the service are the ways round.";
    }

    private static String clock(Optional<Instant> nodeTime) {
        String apart = nodeTime.map(node -> {
            Duration ahead = Duration.between(Instant.now(), node);
            Duration size = ahead.abs();
            String amount = size.toMinutes() >= 120 ? size.toHours() + " h" : size.toMinutes() >= 2 ? size.toMinutes() + " min" : size.toSeconds() + " s";
            return " The node's is " + amount + (ahead.isNegative() ? " behind" : " ahead of") + " this machine's.";
        }).orElse("");
        return "The clocks of this machine, the node and the domain differ by more than Kerberos takes (5 minutes)." + apart
            + " Set the wrong one right (w32tm /resync, timedatectl).";
    }

    private Optional<String> realmOf() {
        String name = account.words();
        int at = name.lastIndexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(name.substring(at + 1));
    }

    /** The account's realm; without one the node's domain is the best guess. */
    private String realm() {
        String host = options.serviceHost().orElse(endpoint.host());
        int dot = host.indexOf('.');
        String guess = dot > 0 && !host.matches("[0-9.]+") ? host.substring(dot + 1).toUpperCase(Locale.ROOT) : "CORP.EXAMPLE";
        return realmOf().orElse(guess);
    }
}
