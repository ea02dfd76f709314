package org.poshremote.wsman.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Challenges;
import org.poshremote.wsman.auth.LaneFacts;

/**
 * Through an HTTP proxy by CONNECT (RFC 9110 9.3.6), for HTTPS and for plain HTTP alike: WinRM binds its sign-in to the TCP
 * connection, and a proxy that forwards single requests would share connections out. Closing ends what is being set up; tunnels
 * that stand belong to their lanes. Thread-safe.
 */
public final class ProxyTunnel implements LaneConnector, AutoCloseable {
    private static final HttpLimits LIMITS = new HttpLimits(64 * 1024, 1024 * 1024);
    private static final int MOST_STEPS = 10;

    private final Endpoint proxy;
    private final Optional<AuthenticatorFactory> signIn;
    private final LaneConnector towards;
    private final LaneFacts facts;
    private final CallOff ending = new CallOff();
    /** It has asked for a sign-in once: further lanes begin with it. */
    private volatile boolean asks;

    /**
     * @param proxy   host and port of the proxy; spoken to in plain HTTP
     * @param signIn  for the proxy where it asks for it; empty where no account is known
     * @param towards how the proxy is reached
     */
    public ProxyTunnel(Endpoint proxy, Optional<AuthenticatorFactory> signIn, LaneConnector towards) {
        this.proxy = proxy;
        this.signIn = signIn;
        this.towards = towards;
        this.facts = new LaneFacts(proxy, Optional.empty());
    }

    @Override
    public Socket connect(Endpoint node, Deadline deadline) throws IOException {
        try (Attempt attempt = new Attempt(node, deadline)) {
            return attempt.run();
        }
    }

    /** Ends every connection that is being set up, from any thread. */
    @Override
    public void close() {
        ending.call();
    }

    /** One lane's way through. */
    private final class Attempt implements AutoCloseable {
        private final Endpoint node;
        private final Deadline deadline;
        private Optional<Authenticator> authenticator = Optional.empty();
        private Optional<Socket> socket = Optional.empty();
        private Deadline.Hold hold = () -> { };
        private HttpReader reader;
        /** It calls NTLM by its own name instead of Negotiate, as some proxies do. */
        private boolean ntlmByName;

        Attempt(Endpoint node, Deadline deadline) {
            this.node = node;
            this.deadline = deadline.unless(ending);
        }

        Socket run() throws ProxyException {
            open();
            Optional<String> authorization = asks && signIn.isPresent() ? begin() : Optional.empty();
            for (int i = 0; i < MOST_STEPS; i++) {
                HttpReply reply = ask(authorization);
                if (reply.status() / 100 == 2) {
                    return taken(reply);
                }
                boolean rejected = reply.status() == 401 && authorization.isPresent(); // tinyproxy's word for a wrong password
                if (reply.status() != 407 && !rejected) {
                    throw refused(reply);
                }
                authorization = Optional.of(answer(reply));
            }
            throw new ProxyException(ProxyException.Reason.SIGN_IN_FAILED, 407, proxyWords() + " asked " + MOST_STEPS + " times to go on signing in.", null);
        }

        private void open() throws ProxyException {
            try {
                Socket opened = towards.connect(proxy, deadline);
                socket = Optional.of(opened);
                hold = deadline.hold(opened);
                opened.setTcpNoDelay(true);
                reader = new HttpReader(HttpReader.Source.of(opened), LIMITS);
            } catch (ProxyException e) {
                throw e;
            } catch (UnknownHostException e) {
                throw new ProxyException(ProxyException.Reason.UNREACHABLE, 0, "The name of the proxy, " + proxy.host() + ", is not known on this machine.", e);
            } catch (SocketTimeoutException e) {
                throw new ProxyException(ProxyException.Reason.UNREACHABLE, 0, proxyWords() + " did not answer in time.", e);
            } catch (IOException e) {
                throw new ProxyException(ProxyException.Reason.UNREACHABLE, 0, proxyWords() + " was not reached: " + text(e) + ".", e);
            }
        }

        private HttpReply ask(Optional<String> authorization) throws ProxyException {
            byte[] request = ("CONNECT " + node.authority() + " HTTP/1.1\r\n"
                + "Host: " + node.authority() + "\r\n"
                + "User-Agent: PoshRemote\r\n"
                + "Proxy-Connection: Keep-Alive\r\n" // RFC 9112 C.2.2 discourages it; older proxies need it for NTLM
                + authorization.map(value -> "Proxy-Authorization: " + value + "\r\n").orElse("")
                + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            Socket open = socket.orElseThrow();
            try (DeadlineGuard guard = DeadlineGuard.over(open, deadline)) {
                open.getOutputStream().write(request);
                open.getOutputStream().flush();
                return reader.readConnect(deadline);
            } catch (HttpReader.MalformedReplyException e) {
                throw new ProxyException(ProxyException.Reason.NO_PROXY, 0, proxy.authority() + " did not answer like an HTTP proxy: " + e.getMessage() + ".", e);
            } catch (SocketTimeoutException e) {
                throw late(e);
            } catch (EOFException e) {
                throw deadline.passed() ? late(e)
                    : new ProxyException(ProxyException.Reason.LOST, 0, proxyWords() + " ended the connection instead of answering.", e);
            } catch (IOException e) {
                throw deadline.passed() ? late(e)
                    : new ProxyException(ProxyException.Reason.LOST, 0, "The connection to the proxy " + proxy.authority() + " was lost: " + text(e) + ".", e);
            } finally {
                Arrays.fill(request, (byte) 0); // it may hold a password
            }
        }

        private ProxyException late(IOException e) {
            return new ProxyException(ProxyException.Reason.TIMEOUT, 0, proxyWords() + " did not answer in time.", e);
        }

        private Optional<String> begin() throws ProxyException {
            Authenticator fresh = signIn.orElseThrow().forLane();
            authenticator = Optional.of(fresh);
            try {
                return fresh.first(facts).authorization();
            } catch (AuthenticationException e) {
                throw signInFailed(e);
            }
        }

        /** To a 407: the next move of the sign-in, on this connection or on a new one. */
        private String answer(HttpReply reply) throws ProxyException {
            List<String> challenges = reply.headers("proxy-authenticate");
            List<String> offered = Challenges.schemes(challenges);
            asks = true;
            if (signIn.isEmpty()) {
                throw new ProxyException(ProxyException.Reason.SIGN_IN_WANTED, 407, proxyWords() + " wants a sign-in"
                    + (offered.isEmpty() ? "" : " (" + String.join(", ", offered) + ")") + ", and no account with its password is known here.", null);
            }
            ntlmByName = offered.stream().anyMatch("NTLM"::equalsIgnoreCase) && offered.stream().noneMatch("Negotiate"::equalsIgnoreCase);
            if (ntlm()) {
                challenges = challenges.stream().map(challenge -> challenge.replaceFirst("(?i)^NTLM\\b", "Negotiate")).toList();
            }
            boolean inTheMiddle = Challenges.token(challenges, "Negotiate").filter(token -> !token.isEmpty()).isPresent();
            boolean ends = !reader.reusable() || reply.headers("proxy-connection").stream().anyMatch("close"::equalsIgnoreCase);
            if (ends) {
                if (inTheMiddle) { // what was agreed so far went with the connection; the password is not to blame
                    throw new ProxyException(ProxyException.Reason.SIGN_IN_FAILED, 407,
                        proxyWords() + " ended the connection in the middle of signing in by Negotiate, which cannot go on elsewhere.", null);
                }
                drop();
                open();
            }
            boolean first = authenticator.isEmpty();
            String header = first ? named(begin().orElseThrow(() -> nothingToSay(offered))) : "";
            try {
                // what is not offered is not sent: the next way, or an exception that says so
                for (int i = 0; i < MOST_STEPS && (!first || !offers(offered, header)); i++) {
                    header = named(authenticator.get().next(facts, challenges).authorization().orElseThrow(() -> nothingToSay(offered)));
                    first = true;
                }
                return header;
            } catch (AuthenticationException e) {
                throw signInFailed(e);
            }
        }

        private static boolean offers(List<String> offered, String header) {
            return offered.isEmpty() || offered.stream().anyMatch(header.split(" ", 2)[0]::equalsIgnoreCase);
        }

        private boolean ntlm() {
            return ntlmByName && authenticator.filter(current -> current.scheme().equals("NTLM")).isPresent();
        }

        private String named(String header) {
            return ntlm() && header.startsWith("Negotiate ") ? "NTLM " + header.substring("Negotiate ".length()) : header;
        }

        private ProxyException nothingToSay(List<String> offered) {
            return new ProxyException(ProxyException.Reason.SIGN_IN_FAILED, 407,
                proxyWords() + " was not signed in to; it offers " + String.join(", ", offered) + ".", null);
        }

        private ProxyException signInFailed(AuthenticationException e) {
            return new ProxyException(ProxyException.Reason.SIGN_IN_FAILED, 407, "Signing in to the proxy " + proxy.authority() + " failed. " + e.getMessage(), e);
        }

        private Socket taken(HttpReply reply) throws ProxyException {
            boolean content = reply.header("content-length").filter(length -> !length.equals("0")).isPresent() || reply.header("transfer-encoding").isPresent();
            if (content && reply.mediaType().equals("text/html")) { // a portal that answers everything with its page
                throw page(reply);
            }
            if (authenticator.isPresent()) {
                try {
                    authenticator.get().accepted(facts, reply.headers("proxy-authenticate"));
                } catch (AuthenticationException e) {
                    // a proxy need not prove itself: all it gets to see is protected on the way to the node, or would not be without it
                    if (e.reason() != Reason.PEER_NOT_VERIFIED) {
                        throw signInFailed(e);
                    }
                }
            }
            Socket tunnel = socket.orElseThrow();
            socket = Optional.empty();
            hold.close();
            return tunnel;
        }

        private ProxyException page(HttpReply reply) {
            return new ProxyException(ProxyException.Reason.NO_PROXY, reply.status(), proxy.authority()
                + " answered with a web page (HTTP status " + reply.status() + ") instead of a connection to " + node.authority()
                + ": it is a web server, or a portal that wants a sign-in in a browser first.", null);
        }

        private ProxyException refused(HttpReply reply) {
            int status = reply.status();
            return switch (status) {
                case 401, 403, 405 -> new ProxyException(ProxyException.Reason.FORBIDDEN, status,
                    proxyWords() + " does not connect to " + node.authority() + ": its rules forbid it (HTTP status " + status + ").", null);
                case 500, 502, 503, 504 -> new ProxyException(ProxyException.Reason.NODE_UNREACHABLE, status,
                    proxyWords() + " did not get through to " + node.authority() + " (HTTP status " + status + ").", null);
                default -> reply.mediaType().equals("text/html") ? page(reply) : new ProxyException(ProxyException.Reason.STATUS, status,
                    proxyWords() + " answered HTTP status " + status + " when asked to connect to " + node.authority() + ".", null);
            };
        }

        private void drop() {
            hold.close();
            socket.ifPresent(CallOff::closeQuietly);
            socket = Optional.empty();
        }

        @Override
        public void close() {
            drop();
            authenticator.ifPresent(Authenticator::close);
        }
    }

    private String proxyWords() {
        return "The proxy " + proxy.authority();
    }

    private static String text(Throwable e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "proxy %s", proxy.authority());
    }
}
