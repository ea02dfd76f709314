package org.poshremote.wsman.winrs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.TransportException.Kind;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.testing.Replies;
import org.poshremote.wsman.testing.ScriptedNode;
import org.poshremote.wsman.testing.ScriptedNode.Request;

/** What is said to a node in the course of a run, and in which order. */
@Timeout(20)
class ConversationTest {
    static ConnectionSettings settings(ScriptedNode node) {
        return ConnectionSettings.of(node.endpoint(), new Basic("someone", Secret.of("pass".toCharArray()), true))
            .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void aColdRunIsSixRequestsOnOneConnection() throws Exception {
        try (ScriptedNode node = new ScriptedNode(Replies::ordinary); WinRs client = new WinRs(settings(node))) {
            try (Shell shell = client.open(ShellOptions.DEFAULTS)) {
                RemoteCommand command = shell.start("cmd /c more", false);
                command.send("in".getBytes(StandardCharsets.UTF_8), 0, 2, true);
                Received received = command.receive();
                assertEquals("hello", new String(received.chunks().get(0).data(), StandardCharsets.UTF_8));
                assertEquals(CommandState.DONE, received.state());
                assertEquals(OptionalLong.of(0), received.exitCode());
                command.signal(Signal.TERMINATE);
            }
            assertEquals(List.of("Create", "Command", "Send", "Receive", "Signal", "Delete"), node.operations());
            assertEquals(1, node.connections());
            assertEquals(6, client.requests());
        }
    }

    @Test
    void everyRequestHasTheHeadersOfWsManagement() throws Exception {
        try (ScriptedNode node = new ScriptedNode(Replies::ordinary); WinRs client = new WinRs(settings(node))) {
            try (Shell shell = client.open(ShellOptions.DEFAULTS)) {
                shell.start("ver", false).receive();
            }
            String session = one(node.requests().get(0).body(), "<wsmv:SessionId[^>]*>([^<]*)<");
            for (Request request : node.requests()) {
                String body = request.body();
                assertEquals("POST /wsman HTTP/1.1", request.head().lines().findFirst().orElse(""));
                assertEquals("application/soap+xml;charset=UTF-8", request.headers().get("content-type"));
                assertEquals("Basic " + Base64.getEncoder().encodeToString("someone:pass".getBytes(StandardCharsets.UTF_8)), request.headers().get("authorization"));
                assertTrue(body.contains("<wsmv:DataLocale s:mustUnderstand=\"false\" xml:lang=\"en-US\"/>"), body);
                assertTrue(body.contains("<wsman:Locale s:mustUnderstand=\"false\" xml:lang=\"en-US\"/>"), body);
                assertTrue(body.contains("<wsman:MaxEnvelopeSize s:mustUnderstand=\"true\">153600</wsman:MaxEnvelopeSize>"), body);
                assertTrue(body.contains("<wsa:To>" + node.endpoint() + "</wsa:To>"), body);
                assertEquals(session, one(body, "<wsmv:SessionId[^>]*>([^<]*)<"));
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(request.bytes()));
            }
            assertEquals(node.requests().size(), node.requests().stream().map(Request::messageId).distinct().count());
        }
    }

    /** MS-WSMV 3.1.4.5.2 and the example of section 4.7.1: options, then environment, folder, idle time-out, streams. */
    @Test
    void createSaysWhatTheShellIsToBe() throws Exception {
        try (ScriptedNode node = new ScriptedNode(Replies::ordinary); WinRs client = new WinRs(settings(node))) {
            client.open(new ShellOptions(OptionalInt.of(437), true, Optional.of("C:\\a & b"), Map.of("N", "<v>\r\n"), Duration.ofMinutes(1))).close();
            client.open(ShellOptions.DEFAULTS.withCodePage(OptionalInt.empty())).close();
            String first = node.requests().get(0).body();
            assertTrue(first.contains("<wsman:Option Name=\"WINRS_NOPROFILE\">TRUE</wsman:Option>"), first);
            assertTrue(first.contains("<wsman:Option Name=\"WINRS_CODEPAGE\">437</wsman:Option>"), first);
            assertTrue(first.contains("<rsp:Shell><rsp:Environment><rsp:Variable Name=\"N\">&lt;v&gt;&#13;&#10;</rsp:Variable></rsp:Environment>"
                + "<rsp:WorkingDirectory>C:\\a &amp; b</rsp:WorkingDirectory><rsp:IdleTimeOut>PT60S</rsp:IdleTimeOut>"
                + "<rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>"), first);
            assertFalse(node.requests().get(2).body().contains("WINRS_CODEPAGE"));
        }
    }

    @Test
    void everyBlankOfACommandArrives() throws Exception {
        String line = "  echo  'a    b'\r\n\t \"<&>\"  ]]> \u00e9\u4e2d\ud83d\ude00  ";
        try (ScriptedNode node = new ScriptedNode(Replies::ordinary); WinRs client = new WinRs(settings(node)); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            shell.start(line, true);
            Request command = node.requests().get(1);
            var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(command.bytes()));
            assertEquals(line, document.getElementsByTagName("rsp:Command").item(0).getTextContent());
            assertTrue(command.body().contains("<wsman:Option Name=\"WINRS_CONSOLEMODE_STDIN\">TRUE</wsman:Option>"));
        }
    }

    @Test
    void allSelectorsGoBackAsTheyCame() throws Exception {
        String created = Replies.created().replace("</w:SelectorSet>", "<w:Selector Name=\"Own &amp; odd\">x &lt; y</w:Selector></w:SelectorSet>");
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            if (request.operation().equals("Create")) {
                answer.soap(created);
            } else {
                Replies.ordinary(request, answer);
            }
        }); WinRs client = new WinRs(settings(node))) {
            try (Shell shell = client.open(ShellOptions.DEFAULTS)) {
                assertEquals(Replies.SHELL_ID, shell.id());
                shell.start("ver", false);
            }
            for (Request request : node.requests().subList(1, 3)) {
                assertTrue(request.body().contains("<wsman:Selector Name=\"ShellId\">" + Replies.SHELL_ID + "</wsman:Selector>"), request.body());
                assertTrue(request.body().contains("<wsman:Selector Name=\"Own &amp; odd\">x &lt; y</wsman:Selector>"), request.body());
            }
        }
    }

    @Test
    void longInputIsSplitWithinTheEnvelopeAndArrivesWhole() throws Exception {
        byte[] input = new byte[200_000];
        new Random(1).nextBytes(input);
        try (ScriptedNode node = new ScriptedNode(Replies::ordinary);
                WinRs client = new WinRs(settings(node).withMaxEnvelopeSize(20_000)); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            shell.start("x", false).send(input, 0, input.length, true);
            ByteArrayOutputStream arrived = new ByteArrayOutputStream();
            List<Request> sends = node.requests().stream().filter(request -> request.operation().equals("Send")).toList();
            for (Request send : sends) {
                assertTrue(send.bytes().length <= 20_000, send.bytes().length + " bytes");
                arrived.writeBytes(Base64.getDecoder().decode(one(send.body(), "<rsp:Stream[^>]*>([^<]*)<")));
                assertEquals(send == sends.getLast(), send.body().contains(" End=\"true\""));
            }
            assertArrayEquals(input, arrived.toByteArray());
        }
    }

    @Test
    void theOperationTimeOutIsAPoll() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            if (request.operation().equals("Receive")) {
                answer.fault(Replies.operationTimedOut());
            } else {
                Replies.ordinary(request, answer);
            }
        }); WinRs client = new WinRs(settings(node)); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            assertEquals(Received.NOTHING, shell.start("x", false).receive());
        }
    }

    @Test
    void otherFaultsAreTypedAndTheShellIsDeleted() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            if (request.operation().equals("Command")) {
                answer.fault(Replies.fault(2150858843L, "InvalidSelectors", "No such shell."));
            } else {
                Replies.ordinary(request, answer);
            }
        }); WinRs client = new WinRs(settings(node))) {
            FaultException e = assertThrows(FaultException.class, () -> {
                try (Shell shell = client.open(ShellOptions.DEFAULTS)) {
                    shell.start("x", false);
                }
            });
            assertEquals(2150858843L, e.fault().code());
            assertEquals("No such shell.", e.fault().text());
            assertEquals("node", e.fault().machine());
            assertEquals(List.of("Create", "Command", "Delete"), node.operations());
        }
    }

    @Test
    void exitCodesAreUnsigned() throws Exception {
        for (var pair : Map.of("-1073741510", 0xC000013AL, "3221225786", 0xC000013AL, " 7 ", 7L, "-1", 0xFFFFFFFFL).entrySet()) {
            try (ScriptedNode node = new ScriptedNode((request, answer) -> {
                if (request.operation().equals("Receive")) {
                    answer.soap(Replies.received("", Replies.done(pair.getKey())));
                } else {
                    Replies.ordinary(request, answer);
                }
            }); WinRs client = new WinRs(settings(node)); Shell shell = client.open(ShellOptions.DEFAULTS)) {
                assertEquals(OptionalLong.of(pair.getValue()), shell.start("x", false).receive().exitCode());
            }
        }
    }

    @Test
    void whatMustBeSaidWhileAReceiveHangsGoesOverAnotherConnection() throws Exception {
        CountDownLatch terminated = new CountDownLatch(1);
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            switch (request.operation()) {
                case "Receive" -> {
                    await(terminated);
                    answer.soap(Replies.received("", Replies.done("1")));
                }
                case "Signal" -> {
                    answer.soap("<rsp:SignalResponse/>");
                    terminated.countDown();
                }
                default -> Replies.ordinary(request, answer);
            }
        }); WinRs client = new WinRs(settings(node)); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            RemoteCommand command = shell.start("x", false);
            CompletableFuture<Received> received = CompletableFuture.supplyAsync(() -> {
                try {
                    return command.receive();
                } catch (org.poshremote.wsman.WsmanException e) {
                    throw new IllegalStateException(e);
                }
            }, task -> Thread.ofVirtual().start(task));
            while (node.requests().size() < 3) {
                Thread.onSpinWait();
            }
            assertEquals(1, node.connections());
            command.signal(Signal.TERMINATE);
            assertEquals(OptionalLong.of(1), received.get().exitCode());
            assertEquals(2, node.connections());
            assertEquals(2, node.requests().get(3).connection());
            assertTrue(node.requests().get(3).body().contains("/signal/terminate</rsp:Code>"));
        }
    }

    @Test
    void closingUnblocksAPendingReceiveAndDeletesTheShell() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            if (request.operation().equals("Receive")) {
                answer.hang();
            } else {
                Replies.ordinary(request, answer);
            }
        })) {
            WinRs client = new WinRs(settings(node));
            Shell shell = client.open(ShellOptions.DEFAULTS);
            RemoteCommand command = shell.start("x", false);
            CompletableFuture<Exception> outcome = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    command.receive();
                    outcome.completeExceptionally(new AssertionError("it received something"));
                } catch (org.poshremote.wsman.WsmanException e) {
                    outcome.complete(e);
                }
            });
            node.awaitHanging();
            shell.close();
            shell.close();
            client.close();
            TransportException e = (TransportException) outcome.get();
            assertEquals(Kind.CANCELLED, e.kind());
            assertEquals(List.of("Create", "Command", "Receive", "Delete"), node.operations());
        }
    }

    @Test
    void identifyNeedsNoSignIn() throws Exception {
        try (ScriptedNode node = new ScriptedNode(Replies::ordinary); WinRs client = new WinRs(settings(node))) {
            Identity identity = client.identify();
            assertEquals("Microsoft Corporation", identity.productVendor());
            assertEquals("unauthenticated", node.requests().get(0).headers().get("wsmanidentify"));
            assertFalse(node.requests().get(0).headers().containsKey("authorization"));
        }
    }

    @Test
    void anAnswerToAnotherRequestIsRefused() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) ->
                answer.envelope(200, Replies.envelope("uuid:99999999-0000-0000-0000-000000000000", Replies.created())));
                WinRs client = new WinRs(settings(node))) {
            TransportException e = assertThrows(TransportException.class, () -> client.open(ShellOptions.DEFAULTS));
            assertEquals(Kind.NOT_SOAP, e.kind());
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String one(String text, String regex) {
        Matcher found = Pattern.compile(regex).matcher(text);
        assertTrue(found.find(), () -> regex + " in " + text);
        return found.group(1);
    }
}
