package org.poshremote.wsman.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.TransportException.Kind;
import org.poshremote.wsman.TransportException;

/** What an exception of the JDK's sockets means, in words. */
final class TransportFailures {
    private TransportFailures() {
    }

    static TransportException connecting(IOException e, LaneSettings settings, boolean closed, boolean late) {
        return connecting(e, settings.endpoint(), settings.connectTimeout(), closed, late);
    }

    static TransportException connecting(IOException e, Endpoint endpoint, Duration connectTimeout, boolean closed, boolean late) {
        if (closed || interrupted(e)) {
            return new TransportException(Kind.CANCELLED, endpoint, "Connecting to " + endpoint + " was cancelled.", e, false);
        }
        if (e instanceof ProxyException proxy) {
            return new TransportException(Kind.PROXY, endpoint, proxy.getMessage(), e, false);
        }
        if (e instanceof TunnelException tunnel) {
            return new TransportException(Kind.JUMP_HOST, endpoint, tunnel.getMessage(), e, false);
        }
        if (late) {
            return new TransportException(Kind.CONNECT_TIMEOUT, endpoint, endpoint + " did not answer in time.", e, false);
        }
        return switch (e) {
            case UnknownHostException unknown -> new TransportException(Kind.NAME_NOT_RESOLVED, endpoint,
                "The name " + endpoint.host() + " is not known on this machine.", e, false);
            case SocketTimeoutException timeout -> new TransportException(Kind.CONNECT_TIMEOUT, endpoint,
                endpoint + " did not answer within " + connectTimeout.toSeconds() + " s.", e, false);
            case SSLException tls -> new TransportException(Kind.TLS, endpoint, TlsTrouble.words(endpoint, tls), e, false);
            case ConnectException refused -> new TransportException(refusedOrTimedOut(refused), endpoint,
                endpoint + " took no connection: " + text(refused) + ".", e, false);
            case NoRouteToHostException route -> new TransportException(Kind.REFUSED, endpoint,
                "There is no way to " + endpoint.host() + ": " + text(route) + ".", e, false);
            case EOFException end -> new TransportException(Kind.CLOSED, endpoint,
                endpoint + " ended the connection while it was being set up.", e, false);
            case SocketException reset -> new TransportException(Kind.RESET, endpoint,
                endpoint + " broke the connection while it was being set up: " + text(reset) + ".", e, false);
            case IOException other -> new TransportException(endpoint.https() ? Kind.TLS : Kind.RESET, endpoint,
                "The connection to " + endpoint + " could not be set up: " + text(other), e, false);
        };
    }

    static TransportException talking(IOException e, Endpoint endpoint, boolean closed, boolean sent, boolean late) {
        if (closed || interrupted(e)) {
            return new TransportException(Kind.CANCELLED, endpoint, "The request to " + endpoint + " was cancelled.", e, sent);
        }
        if (late || e instanceof SocketTimeoutException) {
            return new TransportException(Kind.READ_TIMEOUT, endpoint, endpoint + " did not answer the request in time.", e, sent);
        }
        return switch (e) {
            case HttpReader.MalformedReplyException malformed when malformed.tooLarge -> new TransportException(Kind.TOO_LARGE, endpoint,
                endpoint + " answered more than is taken: " + malformed.getMessage() + ".", e, sent);
            case HttpReader.MalformedReplyException malformed -> new TransportException(Kind.NOT_HTTP, endpoint,
                endpoint + " did not answer in HTTP: " + malformed.getMessage() + ".", e, sent);
            case EOFException end -> new TransportException(Kind.CLOSED, endpoint,
                endpoint + " ended the connection before its answer was complete.", e, sent);
            case SSLException tls -> new TransportException(Kind.TLS, endpoint, TlsTrouble.words(endpoint, tls), e, sent);
            default -> new TransportException(Kind.RESET, endpoint,
                "The connection to " + endpoint + " was lost: " + text(e) + ".", e, sent);
        };
    }

    private static Kind refusedOrTimedOut(ConnectException e) {
        return text(e).toLowerCase(Locale.ROOT).contains("timed out") ? Kind.CONNECT_TIMEOUT : Kind.REFUSED;
    }

    private static boolean interrupted(IOException e) {
        return e instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted();
    }

    private static String text(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
