package org.poshremote.wsman.winrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.TransportException.Kind;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.testing.Replies;
import org.poshremote.wsman.testing.ScriptedNode;
import org.poshremote.wsman.testing.ScriptedNode.Answer;

/** Something goes wrong at each request of a run: nothing happens twice, and the shell is deleted where it is known. */
@Timeout(30)
class FaultInjectionTest {
    enum Mishap {
        CLOSED, RESET, HALF_AN_ANSWER, NOT_HTTP, UNAVAILABLE, HTML, EMPTY_500, FAULT, OTHER_XML;

        void happen(Answer answer) throws IOException {
            switch (this) {
                case CLOSED -> answer.disconnect();
                case RESET -> answer.reset();
                case HALF_AN_ANSWER -> {
                    answer.raw("HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: 1000\r\n\r\n<s:Env");
                    answer.disconnect();
                }
                case NOT_HTTP -> answer.raw("220 mail.example ESMTP\r\n");
                case UNAVAILABLE -> answer.status(503, "");
                case HTML -> answer.status(404, "Content-Type: text/html\r\n", "<html>not here</html>".getBytes(StandardCharsets.UTF_8));
                case EMPTY_500 -> answer.status(500, "");
                case FAULT -> answer.fault(Replies.fault(5, "AccessDenied", "No."));
                case OTHER_XML -> answer.envelope(200, "<a/>");
            }
        }
    }

    static Stream<Arguments> everyRequest() {
        return Stream.of("Create", "Command", "Send", "Receive", "Signal", "Delete")
            .flatMap(operation -> Stream.of(Mishap.values()).map(mishap -> Arguments.of(operation, mishap)));
    }

    @ParameterizedTest
    @MethodSource("everyRequest")
    void atOneRequest(String operation, Mishap mishap) throws Exception {
        AtomicInteger times = new AtomicInteger();
        List<String> reached = new ArrayList<>();
        WsmanException failure = null;
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            if (request.operation().equals(operation) && times.getAndIncrement() == 0) {
                mishap.happen(answer);
            } else {
                Replies.ordinary(request, answer);
            }
        }); WinRs client = new WinRs(ConversationTest.settings(node))) {
            try (Shell shell = client.open(ShellOptions.DEFAULTS)) {
                RemoteCommand command = shell.start("x", false);
                command.send(new byte[] {1}, 0, 1, true);
                command.receive();
                command.signal(Signal.TERMINATE);
            } catch (WsmanException e) {
                failure = e;
            }
            reached.addAll(node.operations());
        }
        for (String once : List.of("Create", "Command", "Send")) {
            assertTrue(reached.stream().filter(once::equals).count() <= 1, reached.toString());
        }
        boolean lost = mishap == Mishap.CLOSED || mishap == Mishap.RESET || mishap == Mishap.HALF_AN_ANSWER;
        boolean mended = operation.equals("Delete") || operation.equals("Signal") && lost
            || operation.equals("Receive") && (lost || mishap == Mishap.UNAVAILABLE);
        assertEquals(!mended, failure != null, () -> operation + " " + mishap + " " + reached);
        if (failure != null) {
            assertTrue(failure.requestSent());
            assertFalse(failure.getMessage().isBlank());
        }
        if (!operation.equals("Create")) {
            assertTrue(reached.contains("Delete"), reached.toString());
        }
    }

    @Test
    void aSilentNodeIsGivenUp() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.hang());
                WinRs client = new WinRs(ConversationTest.settings(node).withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(1)))) {
            TransportException e = assertThrows(TransportException.class, () -> client.open(ShellOptions.DEFAULTS));
            assertEquals(Kind.READ_TIMEOUT, e.kind());
            assertTrue(e.requestSent());
        }
    }

    /** Each byte comes in time for a time-out of single reads; the answer as a whole does not. */
    @Test
    void aNodeThatAnswersByTheDropIsGivenUp() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            while (true) {
                answer.raw("HTTP/1.1 100 Continue\r\n\r\n");
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }); WinRs client = new WinRs(ConversationTest.settings(node).withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(1)))) {
            assertEquals(Kind.READ_TIMEOUT, assertThrows(TransportException.class, () -> client.open(ShellOptions.DEFAULTS)).kind());
        }
    }

    @Test
    void nobodyListens() throws Exception {
        ScriptedNode node = new ScriptedNode(Replies::ordinary);
        node.close();
        try (WinRs client = new WinRs(ConversationTest.settings(node))) {
            TransportException e = assertThrows(TransportException.class, () -> client.open(ShellOptions.DEFAULTS));
            assertEquals(Kind.REFUSED, e.kind());
            assertFalse(e.requestSent());
        }
    }

    @Test
    void aReceiveThatIsNeverAnsweredFailsInTheEnd() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            if (request.operation().equals("Receive")) {
                answer.disconnect();
            } else {
                Replies.ordinary(request, answer);
            }
        }); WinRs client = new WinRs(ConversationTest.settings(node)); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            RemoteCommand command = shell.start("x", false);
            assertEquals(Kind.CLOSED, assertThrows(TransportException.class, command::receive).kind());
            assertEquals(3, command.resumptions());
        }
    }

    @Test
    void anAnswerPastTheLimitIsNotRead() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"));
                WinRs client = new WinRs(ConversationTest.settings(node))) {
            assertEquals(Kind.TOO_LARGE, assertThrows(TransportException.class, () -> client.open(ShellOptions.DEFAULTS)).kind());
        }
    }

    @Test
    void whatIsNotWsManagementIsShown() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> Mishap.HTML.happen(answer)); WinRs client = new WinRs(ConversationTest.settings(node))) {
            HttpStatusException e = assertThrows(HttpStatusException.class, client::identify);
            assertEquals(404, e.status());
            assertEquals("<html>not here</html>", e.excerpt());
        }
    }

    @Test
    void anInterruptedThreadIsCancelled() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.hang()); WinRs client = new WinRs(ConversationTest.settings(node))) {
            var outcome = new java.util.concurrent.CompletableFuture<WsmanException>();
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    client.open(ShellOptions.DEFAULTS);
                } catch (WsmanException e) {
                    outcome.complete(e);
                }
            });
            node.awaitHanging();
            thread.interrupt();
            assertEquals(Kind.CANCELLED, ((TransportException) outcome.get()).kind());
        }
    }

    @Test
    void openShellsAreDeletedWhenTheProgramEnds() throws Exception {
        try (ScriptedNode node = new ScriptedNode(Replies::ordinary); WinRs client = new WinRs(ConversationTest.settings(node))) {
            client.open(ShellOptions.DEFAULTS);
            client.open(ShellOptions.DEFAULTS);
            OpenShells.deleteAll(); // what the shutdown hook calls
            assertEquals(2, node.operations().stream().filter("Delete"::equals).count());
        }
    }
}
