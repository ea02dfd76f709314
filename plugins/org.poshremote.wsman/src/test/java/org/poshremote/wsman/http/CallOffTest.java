package org.poshremote.wsman.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.auth.Basic;

/** What is being connected ends when it is closed, long before its time-out: a test that waits for that fails by its own. */
@Timeout(30)
class CallOffTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private ServerSocket full;
    private final List<SocketChannel> before = new ArrayList<>();

    /** Linux lets the handshake of one connection more than the queue holds stand unanswered. */
    @BeforeEach
    void fillTheQueue() throws IOException {
        full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        for (int i = 0; i < 4; i++) {
            SocketChannel channel = SocketChannel.open();
            before.add(channel);
            channel.configureBlocking(false);
            channel.connect(full.getLocalSocketAddress());
        }
    }

    @AfterEach
    void close() throws IOException {
        for (SocketChannel channel : before) {
            channel.close();
        }
        full.close();
    }

    private Endpoint deaf() {
        InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
        return new Endpoint(address.getHostString(), address.getPort(), false, "/wsman");
    }

    private static Lane lane(Endpoint node, LaneConnector connector) {
        return new Lane(new LaneSettings(node, Trust.SYSTEM, new Basic("admin", Secret.of("x".toCharArray()), true), connector, LONG,
            HttpLimits.DEFAULTS, WireLog.OFF), 1, () -> { });
    }

    private static TransportException.Kind closedWhileConnecting(Endpoint node, LaneConnector way) throws Exception {
        CountDownLatch connecting = new CountDownLatch(1);
        CompletableFuture<TransportException> ended = new CompletableFuture<>();
        Lane lane = lane(node, (endpoint, deadline) -> {
            connecting.countDown();
            return way.connect(endpoint, deadline);
        });
        Thread.ofVirtual().start(() -> ended.complete(assertThrows(TransportException.class,
            () -> lane.post("<x/>".getBytes(StandardCharsets.UTF_8), Lane.Kind.ONCE, LONG))));
        connecting.await();
        Thread.sleep(50); // within the connection as a rule; before it is right, too
        lane.close();
        return ended.get(20, TimeUnit.SECONDS).kind();
    }

    @Test
    void aLaneThatConnectsStraightEndsWhenItIsClosed() throws Exception {
        assertEquals(TransportException.Kind.CANCELLED, closedWhileConnecting(deaf(), LaneConnector.DIRECT));
    }

    @Test
    void aLaneThatConnectsToAProxyEndsWhenItIsClosed() throws Exception {
        assertEquals(TransportException.Kind.CANCELLED,
            closedWhileConnecting(Endpoint.http("node.example"), new ProxyTunnel(deaf(), Optional.empty(), LaneConnector.DIRECT)));
    }

    @Test
    void aTunnelThatConnectsToItsProxyEndsWhenItIsClosed() throws Exception {
        ProxyTunnel tunnel = new ProxyTunnel(deaf(), Optional.empty(), LaneConnector.DIRECT);
        CompletableFuture<ProxyException> ended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> ended.complete(assertThrows(ProxyException.class,
            () -> tunnel.connect(Endpoint.http("node.example"), Deadline.in(LONG)))));
        Thread.sleep(50);
        tunnel.close();
        assertEquals(ProxyException.Reason.UNREACHABLE, ended.get(20, TimeUnit.SECONDS).reason());
    }

    @Test
    void workThatNobodyCanEndIsLeftToItself() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> unwanted = new CompletableFuture<>();
        assertThrows(SocketTimeoutException.class, () -> Detached.call(() -> {
            goOn.await();
            return "late";
        }, unwanted::complete, Deadline.in(Duration.ofMillis(20))));
        goOn.countDown();
        assertEquals("late", unwanted.get(20, TimeUnit.SECONDS));
    }

    @Test
    void workThatIsCalledOffIsNotWaitedFor() throws Exception {
        CallOff callOff = new CallOff();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Exception> ended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> ended.complete(assertThrows(IOException.class, () -> Detached.call(() -> {
            begun.countDown();
            Thread.sleep(LONG);
            return "never";
        }, unwanted -> { }, Deadline.in(LONG).unless(callOff)))));
        begun.await();
        callOff.call();
        assertInstanceOf(SocketException.class, ended.get(20, TimeUnit.SECONDS));
    }

    @Test
    void theWorksOwnExceptionIsTold() {
        assertEquals("no", assertThrows(IOException.class, () -> Detached.call(() -> {
            throw new IOException("no");
        }, unwanted -> { }, Deadline.in(LONG))).getMessage());
        assertTrue(assertThrows(IOException.class, () -> Detached.call(() -> {
            throw new IllegalStateException("no");
        }, unwanted -> { }, Deadline.in(LONG))).getCause() instanceof IllegalStateException);
    }
}
