package org.poshremote.wsman.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.Challenges;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.Step;
import org.poshremote.wsman.auth.certificate.ClientCertificate;

/**
 * One authenticated HTTP/1.1 connection, on which one request is under way at a time; further ones wait. Opened by the
 * first request, opened again by the next one where the peer ended it between two. {@link #close} may be called from any
 * thread and ends a request that is under way.
 */
public final class Lane implements AutoCloseable {
    private static final String SOAP = "application/soap+xml;charset=UTF-8";
    private static final int MOST_STEPS = 16;
    /** A connection that was idle for longer is asked whether it is still there before a request is trusted to it. */
    private static final long IDLE_CHECK_NANOS = 500_000_000L;

    /** How a request may be treated. */
    public enum Kind {
        /** Never sent twice once a byte of it may have arrived. */
        ONCE,
        /**
         * Repeated only where the service certainly did not serve it. Whether to ask again after a lost connection is up to the
         * caller, who knows what may be missing then.
         */
        RECEIVE,
        /** Doing it twice changes nothing: Delete, Signal, Identify. */
        REPEATABLE
    }

    private final LaneSettings settings;
    private final int number;
    private final Runnable counter;
    private final ReentrantLock turn = new ReentrantLock();
    private final CallOff ending = new CallOff();
    private volatile Socket socket;
    /** Under the TLS of {@link #socket}, or the same. */
    private volatile Socket plain;
    private HttpReader reader;
    private OutputStream output;
    private Authenticator authenticator;
    private boolean signedIn;
    private LaneFacts facts;
    private long lastUse;

    /** @param counter called for each HTTP request that is put on the wire */
    public Lane(LaneSettings settings, int number, Runnable counter) {
        this.settings = settings;
        this.number = number;
        this.counter = counter;
        this.facts = new LaneFacts(settings.endpoint(), Optional.empty());
    }

    /** Whether a request is under way. */
    public boolean busy() {
        return turn.isLocked();
    }

    /** Takes the lane for this thread's next requests, unless one is under way. To be followed by {@link #release}. */
    public boolean tryReserve() {
        return turn.tryLock();
    }

    public void release() {
        turn.unlock();
    }

    /** The node's certificate of the connection in use, where there is one. */
    public Optional<X509Certificate> serverCertificate() {
        return facts.serverCertificate();
    }

    /**
     * Sends a SOAP message and waits for the answer, signing in where needed.
     *
     * @param timeout for everything: turn, connection, sign-in, answer
     * @return an answer of status 200, or one that may hold a SOAP fault
     */
    public HttpReply post(byte[] soap, Kind kind, Duration timeout) throws WsmanException {
        return inTurn(Deadline.in(timeout), deadline -> {
            settings.wireLog().sent(number, soap);
            HttpReply reply = send(soap, kind, deadline);
            settings.wireLog().received(number, reply.status(), reply.body());
            return reply;
        });
    }

    /** The same without signing in and with an extra header; for the unauthenticated Identify. */
    public HttpReply postAnonymous(byte[] soap, String headerName, String headerValue, Duration timeout) throws WsmanException {
        return inTurn(Deadline.in(timeout), deadline -> {
            ensureOpen(deadline);
            return roundTrip(soap, SOAP, Optional.empty(), headerName + ": " + headerValue + "\r\n", deadline);
        });
    }

    private interface Work {
        HttpReply run(Deadline deadline) throws WsmanException;
    }

    private HttpReply inTurn(Deadline deadline, Work work) throws WsmanException {
        takeTurn(deadline);
        try {
            if (ending.called()) {
                throw failure(TransportException.Kind.CANCELLED, "the connection was closed", null, false);
            }
            return work.run(deadline);
        } finally {
            lastUse = System.nanoTime();
            turn.unlock();
            if (ending.called()) { // meanwhile, by another thread, which could not wipe what was in use
                wipe();
            }
        }
    }

    /** @return whether it could be done, which takes the turn */
    private boolean wipe() {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            drop();
            endSignIn();
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void endSignIn() {
        if (authenticator != null) {
            authenticator.close();
        }
    }

    private void takeTurn(Deadline deadline) throws TransportException {
        try {
            if (!turn.tryLock() && !turn.tryLock(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
                throw failure(TransportException.Kind.READ_TIMEOUT, "the request before this one did not end in time", null, false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(TransportException.Kind.CANCELLED, "the request was cancelled before it was sent", e, false);
        } catch (SocketTimeoutException e) {
            throw failure(TransportException.Kind.READ_TIMEOUT, "no time was left to send the request", e, false);
        }
    }

    private HttpReply send(byte[] soap, Kind kind, Deadline deadline) throws WsmanException {
        boolean reused = ensureOpen(deadline);
        boolean wasSignedIn = signedIn;
        try {
            HttpReply reply = signedIn ? sendSignedIn(soap, deadline) : signInAndSend(soap, deadline);
            boolean lostContext = reused && authenticator.sealing().isPresent() && reply.status() == 400 && reply.body().length == 0;
            boolean signInAgain = reused && wasSignedIn && reply.status() == 401 && !authenticator.sendsWithEachRequest();
            if (lostContext) {
                drop(); // the service has forgotten the keys of this connection: nobody could use it any more
            }
            if (!signInAgain && !(lostContext && kind != Kind.ONCE)) {
                return checked(reply);
            }
        } catch (TransportException e) {
            boolean died = e.kind() == TransportException.Kind.CLOSED || e.kind() == TransportException.Kind.RESET;
            if (!reused || !died || ending.called() || deadline.passed() || e.requestSent() && kind != Kind.REPEATABLE) {
                throw e;
            }
        }
        // The connection was lost while it was idle: the request was not served, or may be served twice.
        drop();
        ensureOpen(deadline);
        return checked(signInAndSend(soap, deadline));
    }

    private HttpReply checked(HttpReply reply) throws WsmanException {
        if (reply.status() == 401) { // a scheme that sends with each request was asked again
            authenticator.next(facts, reply.headers("www-authenticate")); // says why, as a rule
            throw new AuthenticationException(settings.endpoint(), authenticator.scheme(), Reason.REJECTED,
                Challenges.schemes(reply.headers("www-authenticate")), settings.endpoint() + " asked to sign in again.", null);
        }
        return reply;
    }

    private HttpReply signInAndSend(byte[] soap, Deadline deadline) throws WsmanException {
        Step step = authenticator.first(facts);
        for (int i = 0; i < MOST_STEPS; i++) {
            HttpReply reply = step.carriesRequest() ? exchange(soap, step.authorization(), deadline)
                : roundTrip(new byte[0], SOAP, step.authorization(), "", deadline);
            if (reply.status() == 401) {
                List<String> challenges = reply.headers("www-authenticate");
                step = nextStep(challenges);
                if (!ensureOpen(deadline)) { // the peer ended the connection, and with it what was agreed so far
                    step = authenticator.first(facts);
                }
                continue;
            }
            boolean unasked = !authenticator.sendsWithEachRequest() && reply.headers("www-authenticate").isEmpty();
            boolean noSignIn = reply.mediaType().startsWith("text/") || reply.status() == 404 || !step.carriesRequest();
            if (unasked && noSignIn && reply.status() >= 400) {
                drop(); // whoever answered took no part in the sign-in: no WinRM service, or one that is overloaded
                throw new HttpStatusException(settings.endpoint(), reply.status(), List.of(), "");
            }
            try {
                authenticator.accepted(facts, reply.headers("www-authenticate"));
            } catch (AuthenticationException e) {
                drop();
                throw e;
            }
            signedIn = true;
            if (step.carriesRequest()) {
                return reply;
            }
            if (socket == null) {
                throw failure(TransportException.Kind.CLOSED, "the connection was ended right after signing in", null, false);
            }
            return sendSignedIn(soap, deadline);
        }
        throw new AuthenticationException(settings.endpoint(), authenticator.scheme(), Reason.MECHANISM, List.of(),
            settings.endpoint() + " asked " + MOST_STEPS + " times to go on signing in.", null);
    }

    private Step nextStep(List<String> challenges) throws AuthenticationException {
        try {
            return authenticator.next(facts, challenges);
        } catch (AuthenticationException e) {
            drop(); // nothing half signed in is used again
            throw e;
        }
    }

    private HttpReply sendSignedIn(byte[] soap, Deadline deadline) throws WsmanException {
        Optional<String> header = authenticator.sendsWithEachRequest() ? authenticator.first(facts).authorization() : Optional.empty();
        return exchange(soap, header, deadline);
    }

    /** One request with the message in it, sealed where that is in force, and its answer unsealed. */
    private HttpReply exchange(byte[] soap, Optional<String> authorization, Deadline deadline) throws WsmanException {
        Optional<Sealing> sealing = authenticator.sealing();
        if (sealing.isEmpty()) {
            return roundTrip(soap, SOAP, authorization, "", deadline);
        }
        SealedBody sealed = sealing.get().seal(soap, SOAP);
        HttpReply reply = roundTrip(sealed.bytes(), sealed.contentType(), authorization, "", deadline);
        boolean refused = reply.status() != 200 && reply.body().length == 0 || reply.status() == 401;
        if (refused) {
            return reply;
        }
        try {
            byte[] plain = sealing.get().unseal(reply.header("content-type").orElse(""), reply.body());
            return new HttpReply(reply.status(), Map.of("content-type", List.of(SOAP)), plain);
        } catch (SealingException e) {
            drop();
            if (!reply.mediaType().startsWith("multipart/") && reply.status() != 200) {
                throw new HttpStatusException(settings.endpoint(), reply.status(), reply.headers("www-authenticate"), "");
            }
            throw new AuthenticationException(settings.endpoint(), authenticator.scheme(), Reason.PEER_NOT_VERIFIED, List.of(),
                "The answer of " + settings.endpoint() + " was not encrypted as agreed, so it was not used: " + e.getMessage(), e);
        }
    }

    private HttpReply roundTrip(byte[] body, String contentType, Optional<String> authorization, String extraHeader,
            Deadline deadline) throws TransportException {
        byte[] head = HttpHead.post(settings.endpoint(), body.length, contentType, authorization, extraHeader);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        boolean sent = false;
        try {
            counter.run();
            sent = true; // from here on a part may have arrived
            try (DeadlineGuard guard = DeadlineGuard.over(plain, deadline)) {
                output.write(request);
                output.flush();
                HttpReply reply = reader.read(deadline);
                if (!reader.reusable()) {
                    drop();
                }
                return reply;
            }
        } catch (IOException e) {
            TransportException told = tell(e, sent, deadline);
            drop();
            throw told;
        } finally {
            Arrays.fill(head, (byte) 0); // it may hold a password
            Arrays.fill(request, 0, head.length, (byte) 0);
        }
    }

    /** @return whether the connection was there before */
    private boolean ensureOpen(Deadline deadline) throws WsmanException {
        if (socket != null && (socket.isClosed() || System.nanoTime() - lastUse > IDLE_CHECK_NANOS && endedByPeer())) {
            drop();
        }
        if (socket != null) {
            return true;
        }
        endSignIn();
        authenticator = settings.authentication().forLane();
        signedIn = false;
        Optional<ClientCertificate.Presenter> presenter = settings.endpoint().https()
            ? settings.authentication().clientCertificate(settings.endpoint()).map(ClientCertificate::presenter) : Optional.empty();
        Deadline connecting = deadline.within(settings.connectTimeout()).unless(ending);
        try {
            plain = settings.connector().connect(settings.endpoint(), connecting);
            socket = plain;
            if (ending.called()) { // while it was connecting: whoever closed it had nothing to close
                throw new IOException("closed");
            }
            plain.setTcpNoDelay(true);
            Optional<X509Certificate> certificate = Optional.empty();
            if (settings.endpoint().https()) {
                try (DeadlineGuard guard = DeadlineGuard.over(plain, connecting)) {
                    SSLSocket secure = TlsLayer.of(settings.trust(), presenter).over(plain, settings.endpoint(), connecting);
                    socket = secure;
                    certificate = TlsLayer.certificate(secure);
                }
            }
            facts = new LaneFacts(settings.endpoint(), certificate, () -> presenter.map(ClientCertificate.Presenter::asked).orElse(false));
            output = socket.getOutputStream();
            reader = new HttpReader(HttpReader.Source.of(socket), settings.limits());
            lastUse = System.nanoTime();
            if (ending.called()) { // while it was opening
                throw new IOException("closed");
            }
            return false;
        } catch (IOException e) {
            TransportException told = TransportFailures.connecting(e, settings, ending.called(), connecting.passed());
            drop();
            throw told;
        }
    }

    /** Whether the peer has said goodbye, or sent what nobody asked for. */
    private boolean endedByPeer() {
        try {
            socket.setSoTimeout(1);
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private TransportException tell(IOException e, boolean sent, Deadline deadline) {
        return TransportFailures.talking(e, settings.endpoint(), ending.called(), sent, deadline.passed());
    }

    private TransportException failure(TransportException.Kind kind, String message, Throwable cause, boolean sent) {
        return new TransportException(kind, settings.endpoint(), settings.endpoint() + ": " + message, cause, sent);
    }

    private void drop() {
        Socket old = socket;
        socket = null;
        signedIn = false;
        if (old != null) {
            CallOff.closeQuietly(old);
        }
    }

    /** Ends the connection and a request that is under way; the lane cannot be used again. Idempotent. */
    @Override
    public void close() {
        ending.call();
        if (!wipe() && plain != null) {
            CallOff.closeQuietly(plain); // not the TLS one, which would wait for its writer
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "lane %d to %s", number, settings.endpoint());
    }
}
