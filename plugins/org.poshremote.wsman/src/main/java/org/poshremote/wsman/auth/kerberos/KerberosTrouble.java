package org.poshremote.wsman.auth.kerberos;

import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSException;

/** What can go wrong with Kerberos, by its cause. Error numbers are those of RFC 4120 7.5.9. */
public enum KerberosTrouble {
    /** krb5.conf and DNS name no server for the realm. */
    REALM_UNKNOWN,
    /** The account is without a realm and krb5.conf has no default. */
    NO_DEFAULT_REALM,
    /** The realm's server does not answer. */
    KDC_UNREACHABLE,
    /** 6: the realm has no such account. */
    ACCOUNT_UNKNOWN,
    /** 24, or 31 at sign-in. */
    WRONG_PASSWORD,
    /** 12, 18: disabled, locked, expired, or not allowed here and now. */
    ACCOUNT_BARRED,
    /** 23 */
    PASSWORD_EXPIRED,
    /** There is no ticket to use, or no key in the keytab. */
    NO_TICKET,
    /** 32 */
    TICKET_EXPIRED,
    /** 7: the realm has no service of that name. */
    SERVICE_UNKNOWN,
    /** 33, 37: the clocks differ. */
    CLOCK,
    /** 31, 35, 41, 44, 45 from the node: its key is not the one that the ticket was made with. */
    WRONG_KEY,
    /** 14: account, service and JDK have no encryption type in common. */
    ENCRYPTION,
    /** The ticket cannot be handed on to the node. */
    NOT_FORWARDABLE,
    /** The node refused a sign-in that is bound to the TLS connection, and told no better reason. */
    BINDING,
    OTHER;

    private static final Pattern NUMBER = Pattern.compile("\\((\\d{1,2})\\)");

    /** By the number from the realm's server or, with {@code fromNode}, from the node. */
    public static KerberosTrouble of(int code, boolean fromNode) {
        return switch (code) {
            case 6 -> ACCOUNT_UNKNOWN;
            case 7 -> SERVICE_UNKNOWN;
            case 12, 18 -> ACCOUNT_BARRED;
            case 14 -> ENCRYPTION;
            case 23 -> PASSWORD_EXPIRED;
            case 24 -> WRONG_PASSWORD;
            case 31 -> fromNode ? WRONG_KEY : WRONG_PASSWORD;
            case 32 -> TICKET_EXPIRED;
            case 33, 37 -> CLOCK;
            case 35, 41, 44, 45 -> WRONG_KEY;
            case 68 -> REALM_UNKNOWN;
            default -> OTHER;
        };
    }

    /** By what the JDK threw; its texts are the same in each language. */
    static KerberosTrouble of(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause() == e ? null : e.getCause()) {
            String text = e.getMessage() == null ? "" : e.getMessage();
            Matcher number = NUMBER.matcher(text);
            if (number.find()) {
                return of(Integer.parseInt(number.group(1)), false);
            }
            KerberosTrouble known = byKind(e, text.toLowerCase(Locale.ROOT));
            if (known != OTHER) {
                return known;
            }
        }
        return OTHER;
    }

    private static KerberosTrouble byKind(Throwable e, String text) {
        if (text.contains("default realm")) {
            return NO_DEFAULT_REALM;
        }
        if (text.startsWith("cannot locate kdc")) {
            return REALM_UNKNOWN;
        }
        if (e instanceof SocketTimeoutException || e instanceof ConnectException || e instanceof PortUnreachableException
                || e instanceof UnknownHostException) {
            return KDC_UNREACHABLE;
        }
        if (text.startsWith("unable to obtain") || text.startsWith("no key to store") || text.startsWith("no ccache")) {
            return NO_TICKET;
        }
        if (e instanceof GSSException gss && gss.getMajor() == GSSException.CREDENTIALS_EXPIRED) {
            return TICKET_EXPIRED;
        }
        if (text.startsWith("integrity check") || text.startsWith("checksum failed")) {
            return e instanceof LoginException ? WRONG_PASSWORD : OTHER;
        }
        return OTHER;
    }
}
