package org.poshremote.core.path;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.ssh.SshException;
import org.poshremote.core.ssh.SshPassword;
import org.poshremote.core.ssh.SshSession;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.ProxyServer;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.http.LaneConnector;
import org.poshremote.wsman.http.ProxyException;
import org.poshremote.wsman.http.ProxyTunnel;

/**
 * The way from here to one target: straight, through an HTTP proxy, through an SSH jump host, or through a proxy to a jump
 * host. Shared by all connections of a run. {@link #open} comes before the first of them; closing ends everything on the way.
 */
public final class Way implements AutoCloseable {
    private final Target target;
    private final PathContext context;
    private Optional<ProxyServer> proxy = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Optional<Secret> proxyPassword = Optional.empty();
    private volatile Optional<ProxyTunnel> tunnel = Optional.empty();
    private volatile Optional<SshSession> session = Optional.empty();
    private volatile boolean closed;
    private volatile LaneConnector connector = LaneConnector.DIRECT;

    private Way(Target target, PathContext context) {
        this.target = target;
        this.context = context;
    }

    /** Nothing is asked or opened yet. */
    public static Way to(Target target, PathContext context) {
        Way way = new Way(target, context);
        try {
            way.proxy = way.chosenProxy();
        } catch (IllegalArgumentException e) {
            way.refusal = Optional.of(e.getMessage());
        }
        return way;
    }

    private Optional<ProxyServer> chosenProxy() {
        String firstHost = target.jumpHost().map(JumpHost::host).orElse(target.host());
        boolean ssh = target.jumpHost().isPresent() || target.ssh();
        return switch (target.proxy()) {
            case ProxyChoice.None none -> Optional.empty();
            case ProxyChoice.Fixed fixed -> Optional.of(fixed.server());
            case ProxyChoice.Automatic automatic -> context.proxies().find(firstHost,
                ssh ? ProxySettings.Use.SSH : target.https() ? ProxySettings.Use.HTTPS : ProxySettings.Use.HTTP);
        };
    }

    /** Why this way cannot be taken as it is set up. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** Without proxy and jump host. */
    public boolean straight() {
        return proxy.isEmpty() && target.jumpHost().isEmpty() && refusal.isEmpty();
    }

    public Optional<ProxyServer> proxy() {
        return proxy;
    }

    /** "through proxy proxy.example:3128 and jump host me@jump.example"; empty where it goes straight. No password is in it. */
    public String words() {
        List<String> parts = new ArrayList<>();
        proxy.ifPresent(server -> parts.add("proxy " + server.address()
            + (target.proxy() instanceof ProxyChoice.Automatic ? " (from " + context.proxies().place() + ")" : "")));
        target.jumpHost().ifPresent(host -> parts.add("jump host " + host));
        return parts.isEmpty() ? "" : "through " + String.join(" and ", parts);
    }

    /**
     * Asks for what has to be asked, and signs in to the jump host. Does nothing when called again.
     *
     * @throws ProxyException the proxy did not let us through to the jump host
     * @throws SshException   the jump host was not reached or signed in to
     */
    public void open() throws IOException {
        if (tunnel.isEmpty() && proxy.isPresent()) {
            ProxyTunnel made = new ProxyTunnel(endpoint(proxy.get()), signIn(proxy.get()), LaneConnector.DIRECT);
            tunnel = Optional.of(made);
            if (closed) {
                made.close();
            }
            connector = told(made);
        }
        if (session.isEmpty() && target.jumpHost().isPresent()) {
            JumpHost host = target.jumpHost().get();
            SshSession made = new SshSession(host, "the jump host " + host, context, SshPassword.asked(host, "the jump host " + host.address(), context.questions()), connector);
            session = Optional.of(made);
            if (closed) {
                made.close();
            }
            connector = made::tunnel; // before it stands: nothing goes straight where it does not come about
            made.open();
        }
    }

    /** What opens each connection to the node; after {@link #open}. */
    public LaneConnector connector() {
        return connector;
    }

    /** Whoever keeps passwords hears what came of the proxy's. */
    private LaneConnector told(ProxyTunnel through) {
        return (endpoint, deadline) -> {
            try {
                Socket socket = through.connect(endpoint, deadline);
                if (proxyPassword.isPresent()) {
                    context.questions().accepted(proxyQuestion(proxy.orElseThrow()));
                }
                return socket;
            } catch (ProxyException e) {
                if (e.reason() == ProxyException.Reason.SIGN_IN_FAILED && proxyPassword.isPresent()) {
                    context.questions().refused(proxyQuestion(proxy.orElseThrow()), e.getMessage());
                }
                throw e;
            }
        };
    }

    private static Endpoint endpoint(ProxyServer server) {
        return new Endpoint(server.host(), server.port(), false, "/");
    }

    /** Only where an account is known; then its password is had at once, so that nobody is asked while a connection waits. */
    private Optional<AuthenticatorFactory> signIn(ProxyServer server) {
        if (server.user().isEmpty()) {
            return Optional.empty();
        }
        proxyPassword = context.proxies().password(server).or(() -> context.questions().secret(proxyQuestion(server)));
        return proxyPassword.map(password -> SignIn.toProxy(server, password));
    }

    /** What is asked for the account of a proxy. */
    public static PathQuestions.SecretQuestion proxyQuestion(ProxyServer server) {
        return new PathQuestions.SecretQuestion(PathQuestions.Kind.PROXY, server.secretKey(), server.user().orElse(""), "the proxy " + server.address());
    }

    /** Ends everything on the way, from any thread; idempotent. */
    @Override
    public void close() {
        closed = true;
        session.ifPresent(SshSession::close);
        tunnel.ifPresent(ProxyTunnel::close);
    }

    /** Wipes what was asked for; after the last connection. */
    public void forget() {
        close();
        proxyPassword.ifPresent(Secret::close);
    }
}
