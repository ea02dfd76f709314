package org.poshremote.core.connection;

import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;

/** What to do about a request that failed, by its number and never by the node's words, which are localised. */
public final class NodeFaults {
    private NodeFaults() {
    }

    /** Empty where there is no advice better than the message itself. */
    public static Optional<String> remedy(WsmanException failure) {
        return Optional.ofNullable(switch (failure) {
            case FaultException fault -> ofFault(fault.fault().code());
            case AuthenticationException authentication -> ofSignIn(authentication.reason());
            case TransportException transport -> ofTransport(transport.kind());
            case HttpStatusException status -> ofStatus(status.status());
        });
    }

    private static String ofFault(long code) {
        return switch ((int) code) {
            case 5 -> "Signed in, but not allowed: the account has to be a member of Administrators or Remote Management Users on the"
                    + " node; for a local administrator other than the built-in one, LocalAccountTokenFilterPolicy stands in the way.";
            case 0x80338140 -> "Set the target's code page to automatic, or to 65001 for a Nano Server.";
            case 0x803381A5, 0x803381A6, 0x803381A7, 0x803381AB -> "A quota of the node is used up: close shells of this account there"
                    + " (winrm enumerate shell), wait for idle ones to end, or raise the quota (winrm/config/winrs).";
            case 0x803381AC -> "The node's policy allows no remote shells: AllowRemoteShellAccess in winrm/config/winrs.";
            case 0x80338029 -> "The node was too slow; try again, or raise the operation time-out.";
            case 0x8033805B -> "The node has ended the shell: WinRM was restarted there, the node was rebooted, or the shell was idle for too long.";
            case 0x80338048, 0x80338049, 0x80338111 -> "A message was larger than the node takes (MaxEnvelopeSizekb in winrm/config).";
            case 995, 1115, 0x800703FA -> "The node is shutting down or signing the account off; run again when it is back.";
            default -> null;
        };
    }

    private static String ofSignIn(AuthenticationException.Reason reason) {
        return switch (reason) {
            case REJECTED -> "Check account and password; a local account is written as .\\user, one of a domain as DOMAIN\\user. It is"
                    + " not tried again by itself, so that the account is not locked.";
            case HELD_BACK -> "To try it once more, type the password anew, or correct it where it is kept; make sure first that the account is not locked.";
            case NOT_OFFERED -> "Choose a way of signing in that the node offers, or have it switched on there (winrm/config/service/auth).";
            case REFUSED_UNENCRYPTED -> "Use HTTPS, or allow unencrypted traffic for this target if it is a test node on a network of your own.";
            case PEER_NOT_VERIFIED -> "Whoever answered did not prove to be the node. Check name and address before you send it a password.";
            case MECHANISM, UNAVAILABLE -> null;
        };
    }

    private static String ofTransport(TransportException.Kind kind) {
        return switch (kind) {
            case NAME_NOT_RESOLVED -> "Check the host name, or use the address.";
            case REFUSED -> "Nothing listens there: check the port (5985 HTTP, 5986 HTTPS), and on the node run winrm quickconfig.";
            case CONNECT_TIMEOUT -> "Usually a firewall: the rule for WinRM lets in only the own subnet on public networks.";
            case READ_TIMEOUT -> "The node took the connection and does not answer; look at its load and its WinRM service.";
            case TLS -> "Look at the certificate of the node: its authority, its name and its dates decide.";
            case NOT_HTTP -> "Check HTTP or HTTPS against the port (5985 HTTP, 5986 HTTPS).";
            case NOT_SOAP -> "Something other than WinRM answers there; check port and path.";
            case PROXY, RESET, CLOSED, TOO_LARGE, CANCELLED -> null;
        };
    }

    private static String ofStatus(int status) {
        return switch (status) {
            case 403 -> "With a client certificate: the node does not trust its authority for clients, or it was revoked. Otherwise something"
                    + " between here and the node forbids the request.";
            case 404 -> "That is no WinRM service; check port and path.";
            case 503 -> "The WinRM service of the node is overloaded or starting; try again in a while.";
            default -> null;
        };
    }
}
