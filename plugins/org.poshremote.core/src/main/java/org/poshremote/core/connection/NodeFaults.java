package org.poshremote.core.connection;

import java.util.Optional;
import org.poshremote.core.ssh.SshException;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.http.ProxyException;

/** What to do about a request that failed, by its number and never by the node's words, which are localised. */
public final class NodeFaults {
    private NodeFaults() {
    }

    /** Empty where there is no advice better than the message itself. */
    public static Optional<String> remedy(WsmanException failure) {
        return Optional.ofNullable(switch (failure) {
            case FaultException fault -> ofFault(fault.fault().code());
            case AuthenticationException authentication -> ofSignIn(authentication.reason());
            case TransportException transport -> transport.getCause() instanceof ProxyException proxy ? ofProxy(proxy.reason())
                : transport.getCause() instanceof SshException ssh ? remedy(ssh).orElse(null) : ofTransport(transport.kind());
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
            case PROXY, JUMP_HOST, RESET, CLOSED, TOO_LARGE, CANCELLED -> null;
        };
    }

    private static String ofProxy(ProxyException.Reason reason) {
        return switch (reason) {
            case UNREACHABLE, TIMEOUT, LOST -> "Check name and port of the proxy, or go straight to the node (proxy: none).";
            case SIGN_IN_WANTED -> "Name an account in the proxy's address: http://user@proxy.example:3128. Its password is asked for,"
                    + " or taken from POSHREMOTE_PROXY_PASSWORD or Eclipse's secure storage.";
            case SIGN_IN_FAILED -> "Check account and password of the proxy; one of a domain is written DOMAIN%5Cuser in its address. It is not tried again"
                    + " by itself, so that the account is not locked.";
            case FORBIDDEN -> "Have the proxy allow CONNECT to the port of the node (many allow 443 alone), or go straight to the node (proxy: none).";
            case NODE_UNREACHABLE -> "Check name and port of the node: the proxy resolves the name. A node of the own network is usually reached without a proxy.";
            case STATUS, NO_PROXY -> "Check name and port of the proxy; a portal wants a sign-in in a browser first.";
        };
    }

    /** What to do about an SSH server on the way, or about a node that is reached by SSH. */
    public static Optional<String> remedy(SshException failure) {
        if (failure.getCause() instanceof ProxyException proxy) {
            return Optional.ofNullable(ofProxy(proxy.reason()));
        }
        return Optional.ofNullable(switch (failure.reason()) {
            case NAME_NOT_RESOLVED -> "Check the host name, or use the address.";
            case UNREACHABLE, TIMEOUT -> "Check name and port (22 unless another is named), and whether an SSH server runs there.";
            case NO_SSH -> "Check the port: something other than an SSH server answers there, or it lets this machine not in.";
            case ALGORITHMS -> "Update the SSH server: what it offers is no longer held to be safe.";
            case HOST_KEY_UNKNOWN -> "Compare the fingerprint with the server's own (there: ssh-keygen -lf of its host key's .pub file). Where it is right, confirm it"
                    + " when you are asked, or connect once with ssh.";
            case HOST_KEY_CHANGED -> "Ask whoever runs the machine. If it was set up anew, take its old key out of the list (ssh-keygen -R HOST) and connect again.";
            case SIGN_IN -> "Check account, key and password. A password is not tried again by itself, so that the account is not locked.";
            case HELD_BACK -> "To try it once more, type the password anew; make sure first that the account is not locked.";
            case FORWARDING_DENIED -> "Have the jump host allow it: AllowTcpForwarding and PermitOpen in its sshd_config.";
            case NODE_UNREACHABLE -> "Check name and port of the node: the jump host resolves the name and has to reach the port.";
            case EXEC_DENIED -> "Look at ForceCommand and the account's shell on the server.";
            case SETTINGS, LOST, CLOSED -> null;
        });
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
