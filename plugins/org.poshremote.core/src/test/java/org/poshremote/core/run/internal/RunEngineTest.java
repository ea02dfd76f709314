package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.poshremote.core.run.internal.ScriptedNode.GREETING;
import static org.poshremote.core.run.internal.ScriptedNode.err;
import static org.poshremote.core.run.internal.ScriptedNode.out;
import static org.poshremote.core.run.internal.ScriptedNode.running;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.NodeMemory;
import org.poshremote.core.run.OutputRecording;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunFailure.Kind;
import org.poshremote.core.run.RunFailure.StillRuns;
import org.poshremote.core.run.RunHeader;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.run.Timeouts;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.TrustChoice;

@Timeout(20)
class RunEngineTest {
    private static final RunSettings SETTINGS = quick(RunSettings.DEFAULTS);
    private final ScriptedNode node = new ScriptedNode();
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final NodeMemory memory = NodeMemory.ofThisProcess();
    private final Target target = Target.at("node").build();
    private RunEngine engine;

    private static RunSettings quick(RunSettings normal) {
        return new RunSettings(normal.connectTimeout(), normal.readTimeout(), normal.operationTimeout(), normal.shellIdleTimeout(),
                Duration.ofMillis(300), normal.stdinInFirstSend(), normal.recordingInMemory(), normal.recordingLimit());
    }

    private RunRequest.Builder script(String text) {
        return RunRequest.of(target, ScriptSource.of("test.ps1", text));
    }

    private RunOutcome run(RunRequest.Builder request) {
        engine = new RunEngine(request.build(), node, PlainErrors::new, memory, SETTINGS, new Emitter(events::add),
                new OutputRecording(1 << 20, 1 << 20));
        return engine.run();
    }

    private String output() {
        return all(RunEvent.Output.class).stream().map(RunEvent.Output::text).collect(Collectors.joining());
    }

    private <T> List<T> all(Class<T> type) {
        synchronized (events) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private String notes() {
        return all(RunEvent.Note.class).stream().map(RunEvent.Note::text).collect(Collectors.joining("\n"));
    }

    @Test
    void aColdRunIsSixRequests() {
        node.ends(GREETING + "hello\r\n", 0);
        RunOutcome outcome = run(script("'hello'"));
        assertTrue(outcome.succeeded());
        assertEquals(List.of("create 65001", "command", "send end", "receive", "terminate", "delete", "close"), node.log);
        assertEquals(6, outcome.requests());
        assertEquals("hello\r\n", output());
        assertEquals("5.1.17763.1", outcome.greeting().orElseThrow().powerShellVersion().orElseThrow());
        assertInstanceOf(RunEvent.Prepared.class, events.get(0));
        assertInstanceOf(RunEvent.Exited.class, events.get(events.size() - 1));
    }

    @Test
    void whatSignedInIsSaidOnceAndRememberedForTheNode() {
        run(script("1").build(), node.signsInBy("NTLM, encrypted").ends(GREETING, 0));
        assertEquals("Scripted", header().authentication());
        assertEquals(List.of(new RunEvent.SignedIn("NTLM, encrypted")), all(RunEvent.SignedIn.class));
        assertEquals(Optional.of("NTLM, encrypted"), memory.facts(target.address()).signIn());
        events.clear();
        run(script("1").build(), new ScriptedNode().signsInBy("NTLM, encrypted").ends(GREETING, 0));
        assertEquals("NTLM, encrypted", header().authentication());
        assertEquals(List.of(), all(RunEvent.SignedIn.class), "the header has said it");
    }

    private void run(RunRequest request, ScriptedNode on) {
        new RunEngine(request, on, PlainErrors::new, memory, SETTINGS, new Emitter(events::add), new OutputRecording(1 << 20, 1 << 20)).run();
    }

    private RunHeader header() {
        return all(RunEvent.Prepared.class).getFirst().header();
    }

    @Test
    void theExitCodeIsUnsignedAndAcceptedCodesCount() {
        node.ends(GREETING, 3010);
        RunOutcome outcome = run(script("exit 3010").acceptExitCode(3010));
        assertTrue(outcome.succeeded());
        assertEquals("ERROR_SUCCESS_REBOOT_REQUIRED", outcome.exit().orElseThrow().name().orElseThrow());
    }

    @Test
    void aNegativeExitCodeIsShownWithItsName() {
        node.ends(GREETING, -1073741819);
        RunOutcome outcome = run(script("x"));
        assertFalse(outcome.succeeded());
        assertEquals("3221225477 (0xC0000005, STATUS_ACCESS_VIOLATION)", outcome.exit().orElseThrow().toString());
    }

    @Test
    void aRefusedCodePageIsTriedOnceMoreAndRemembered() {
        node.fails("create", ScriptedNode.fault(NodeException.CODE_PAGE_NOT_SUPPORTED))
                .greets("ps=4.0 codepage=850 clr=4.0.30319.1");
        node.answers(new NodeConnection.Answer(List.of(out(GREETING), new NodeConnection.Piece(false, new byte[] {(byte) 0x84})), true,
                OptionalLong.of(0)));
        assertTrue(run(script("x")).succeeded());
        assertEquals("ä", output());
        assertEquals(List.of("create 65001", "create own"), node.log.subList(0, 2));
        assertTrue(notes().contains("2150859072"), notes());
        assertTrue(memory.facts(target.address()).refusesUtf8());

        ScriptedNode second = new ScriptedNode().greets("codepage=850").ends(GREETING, 0);
        new RunEngine(script("x").build(), second, PlainErrors::new, memory, SETTINGS, new Emitter(events::add),
                new OutputRecording(10, 10)).run();
        assertEquals("create own", second.log.get(0));
    }

    @Test
    void aFixedCodePageThatIsRefusedFailsTheRun() {
        node.fails("create", ScriptedNode.fault(NodeException.CODE_PAGE_NOT_SUPPORTED));
        RunOutcome outcome = run(script("x").codePage(CodePageChoice.of(437)));
        RunFailure failure = outcome.failure().orElseThrow();
        assertEquals(Kind.CODE_PAGE, failure.kind());
        assertEquals(List.of("create 437", "close"), node.log);
        assertTrue(failure.remedy().orElseThrow().contains("65001"));
    }

    @Test
    void anotherFaultAtCreateIsNotTriedAgain() {
        node.fails("create", ScriptedNode.fault(2150859173L));
        assertEquals(Kind.NODE, run(script("x")).failure().orElseThrow().kind());
        assertEquals(List.of("create 65001", "close"), node.log);
    }

    @Test
    void aLostConnectionSaysWhatIsKnown() {
        node.answers(running(out(GREETING + "one\n"))).answers(ScriptedNode.reset());
        RunFailure failure = run(script("x")).failure().orElseThrow();
        assertEquals(Kind.LOST, failure.kind());
        assertEquals(StillRuns.NO, failure.stillRuns());
        assertTrue(failure.lastOutput().isPresent());
        assertTrue(failure.message().contains("the script no longer runs"), failure.message());
        assertEquals(1, node.log.stream().filter("command"::equals).count());
    }

    @Test
    void whatCameBeforeALossIsShownWhole() {
        node.answers(running(new NodeConnection.Piece(false, new byte[] {'P', 'R'}), err("early"))).answers(ScriptedNode.reset());
        run(script("x"));
        assertEquals("PR", output());
        assertEquals("early", all(RunEvent.ErrorOutput.class).get(0).text());
        assertInstanceOf(RunEvent.Failed.class, events.get(events.size() - 1));
    }

    @Test
    void profileOutputBeforeTheGreetingIsOutput() {
        node.answers(running(out("welcome\r\n"))).ends(GREETING + "x", 0);
        assertTrue(run(script("'x'").profileScripts(true)).succeeded());
        assertEquals("welcome\r\nx", output());
    }

    @Test
    void aLostConnectionWhoseShellCannotBeDeletedLeavesItOpen() {
        node.fails("delete", ScriptedNode.reset()).answers(ScriptedNode.reset());
        RunFailure failure = run(script("x")).failure().orElseThrow();
        assertEquals(StillRuns.UNKNOWN, failure.stillRuns());
        assertTrue(failure.message().contains("may still run"), failure.message());
        assertTrue(failure.message().contains("No output had come."), failure.message());
    }

    @Test
    void nothingRunsTwiceWhateverFails() {
        for (String step : List.of("create", "command", "send")) {
            ScriptedNode failing = new ScriptedNode().fails(step, ScriptedNode.reset());
            RunOutcome outcome = new RunEngine(script("x").build(), failing, PlainErrors::new, memory, SETTINGS,
                    new Emitter(events::add), new OutputRecording(10, 10)).run();
            assertTrue(outcome.failure().isPresent(), step);
            assertEquals(1, failing.log.stream().filter(line -> line.startsWith(step)).count(), step);
            assertEquals(step.equals("create") ? 0 : 1, failing.log.stream().filter("delete"::equals).count(), step);
            assertEquals("close", failing.log.get(failing.log.size() - 1), step);
        }
    }

    @Test
    void cancelEndsARunWhoseReceiveHangs() throws Exception {
        Thread canceller = Thread.ofVirtual().start(() -> {
            try {
                node.receiving.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            engine.stop(Kind.CANCELLED);
        });
        RunFailure failure = run(script("Start-Sleep 1000")).failure().orElseThrow();
        canceller.join();
        assertEquals(Kind.CANCELLED, failure.kind());
        assertEquals(StillRuns.NO, failure.stillRuns());
        assertEquals(List.of("create 65001", "command", "send end", "receive", "terminate", "delete", "close"),
                node.log.subList(0, 7));
    }

    @Test
    void silenceAndTheWholeRunHaveTheirLimits() {
        RunFailure silent = run(script("x").timeouts(new Timeouts(Optional.of(Duration.ofMillis(30)), Optional.empty())))
                .failure().orElseThrow();
        assertEquals(Kind.SILENCE, silent.kind());
        assertTrue(silent.message().contains("No output came from node"), silent.message());
    }

    @Test
    void theWholeRunHasALimit() {
        RunFailure late = run(script("x").timeouts(new Timeouts(Optional.empty(), Optional.of(Duration.ofMillis(30)))))
                .failure().orElseThrow();
        assertEquals(Kind.TIMEOUT, late.kind());
    }

    @Test
    void smallInputTravelsWithTheScript() {
        node.ends(GREETING, 0);
        run(script("[Console]::In.ReadToEnd()").stdin(new StandardInput.Bytes("abc".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("create 65001", "command", "send end", "receive"), node.log.subList(0, 4));
        assertTrue(node.stdin.toString(StandardCharsets.ISO_8859_1).endsWith("abc"));
    }

    @Test
    void largeInputIsPumpedBesideTheOutput() throws Exception {
        byte[] large = new byte[300_000];
        Thread.ofVirtual().start(() -> {
            try {
                node.stdinEnded.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            node.ends(GREETING, 0);
        });
        assertTrue(run(script("x").stdin(new StandardInput.Stream(new ByteArrayInputStream(large)))).succeeded());
        assertTrue(node.stdin.size() > large.length);
        assertEquals(1, node.log.stream().filter("send end"::equals).count());
        assertEquals("send", node.log.get(2));
    }

    @Test
    void aScriptOfFiveMegabytesIsSentInPieces() {
        node.ends(GREETING, 0);
        StringBuilder text = new StringBuilder();
        java.util.Random random = new java.util.Random(5);
        while (text.length() < 5_000_000) {
            text.append("# ").append(Long.toString(random.nextLong(), 36)).append('\n');
        }
        assertTrue(run(script(text.toString())).succeeded());
        assertTrue(node.log.stream().filter("send"::equals).count() > 10);
        assertEquals(1, node.log.stream().filter("send end"::equals).count());
    }

    @Test
    void aCharacterCutBetweenAnswersIsGivenWhole() {
        byte[] bytes = "日本💩".getBytes(StandardCharsets.UTF_8);
        node.answers(running(out(GREETING)));
        for (byte b : bytes) {
            node.answers(running(new NodeConnection.Piece(false, new byte[] {b})));
        }
        node.answers(new NodeConnection.Answer(List.of(), true, OptionalLong.of(0)));
        run(script("x"));
        assertEquals("日本💩", output());
    }

    @Test
    void errorsBeforeTheGreetingAreDecodedByIt() {
        node.greets("codepage=850");
        node.answers(running(new NodeConnection.Piece(true, new byte[] {(byte) 0x84})));
        node.ends(GREETING, 0);
        run(script("x"));
        assertEquals("ä", all(RunEvent.ErrorOutput.class).get(0).text());
    }

    @Test
    void withoutAGreetingTheScriptDidNotBegin() {
        node.answers(new NodeConnection.Answer(List.of(err("'powershell' is not recognized")), true, OptionalLong.of(9009)));
        RunFailure failure = run(script("x")).failure().orElseThrow();
        assertTrue(failure.message().contains("did not begin"), failure.message());
        assertTrue(failure.message().contains("9009"), failure.message());
        assertEquals(StillRuns.NO, failure.stillRuns());
    }

    /** A program that is missing has ended before it gets its input, which draws a fault. */
    @Test
    void aProcessThatEndsBeforeItsInputSaysWhy() {
        node.fails("send", ScriptedNode.fault(2147942632L));
        node.answers(new NodeConnection.Answer(List.of(err("'powershell' is not recognized")), true, OptionalLong.of(9009)));
        RunFailure failure = run(script("x")).failure().orElseThrow();
        assertTrue(failure.message().contains("9009"), failure.message());
        assertEquals("'powershell' is not recognized", all(RunEvent.ErrorOutput.class).get(0).text());
        assertEquals(List.of("create 65001", "command", "send end", "terminate", "receive", "terminate", "delete", "close"), node.log);
    }

    @Test
    void aRefusedScriptWhoseProcessTellsNothingFailsByTheFault() {
        node.fails("send", ScriptedNode.fault(2150858824L)).answers(ScriptedNode.reset());
        RunFailure failure = run(script("x")).failure().orElseThrow();
        assertEquals(Kind.NODE, failure.kind());
        assertTrue(failure.message().contains("2150858824"), failure.message());
        assertTrue(failure.message().contains("had not begun"), failure.message());
    }

    @Test
    void aBatchThatDoesNotReadItsInputEndsAsItDoes() {
        node.fails("send", ScriptedNode.fault(2147942632L));
        node.answers(new NodeConnection.Answer(List.of(out("done")), true, OptionalLong.of(4)));
        RunOutcome outcome = run(RunRequest.of(target, ScriptSource.of("x.cmd", "ver")).shell(PowerShellHost.CMD)
                .stdin(new StandardInput.Bytes(new byte[] {1})));
        assertEquals(4, outcome.exit().orElseThrow().code());
        assertEquals("done", output());
    }

    @Test
    void anEndWithoutExitCodeIsNoSuccess() {
        node.answers(new NodeConnection.Answer(List.of(out(GREETING)), true, OptionalLong.empty()));
        assertEquals(Kind.PROTOCOL, run(script("x")).failure().orElseThrow().kind());
    }

    @Test
    void clr2OverWinRsIsRefusedWithTheReason() {
        node.greets("ps=2.0 clr=2.0.50727.5420 codepage=65001").ends(GREETING, 1);
        RunFailure failure = run(script("x").clr(ClrHost.AUTO)).failure().orElseThrow();
        assertEquals(Kind.CLR, failure.kind());
        assertTrue(failure.message().contains("2.0.50727.5420"), failure.message());
        assertTrue(failure.remedy().isPresent());

        // known now: refused without a request
        ScriptedNode second = new ScriptedNode();
        RunOutcome outcome = new RunEngine(script("x").clr(ClrHost.CLR4).build(), second, PlainErrors::new, memory,
                SETTINGS, new Emitter(events::add), new OutputRecording(10, 10)).run();
        assertEquals(Kind.CLR, outcome.failure().orElseThrow().kind());
        assertEquals(List.of(), second.log);
    }

    @Test
    void aProtectedTargetNeedsAConfirmation() {
        Target guarded = target.toBuilder().protectedTarget(true).build();
        RunOutcome refused = run(RunRequest.of(guarded, ScriptSource.of("x", "x")));
        assertEquals(Kind.REFUSED, refused.failure().orElseThrow().kind());
        assertEquals(List.of(), node.log);
        node.ends(GREETING, 0);
        assertTrue(run(RunRequest.of(guarded, ScriptSource.of("x", "x")).confirmed(true)).succeeded());
    }

    @Test
    void aMissingFileOfAuthoritiesIsSaidBeforeAnythingIsSent() {
        for (String path : List.of("/no/such/file.pem", "a\0b")) {
            RunFailure failure = run(RunRequest.of(target.toBuilder().https(true).trust(new TrustChoice.CaFile(path)).build(),
                    ScriptSource.of("x", "x"))).failure().orElseThrow();
            assertEquals(Kind.REFUSED, failure.kind());
        }
        assertEquals(List.of(), node.log);
    }

    @Test
    void cmdRunsOneLineInConsoleModeWhenItHasNoInput() {
        node.answers(new NodeConnection.Answer(List.of(), true, OptionalLong.of(0)));
        run(RunRequest.of(target, ScriptSource.of("x.cmd", "@echo off\r\nrem hi\r\nver\r\n")).shell(PowerShellHost.CMD));
        assertEquals(List.of("create 65001", "command console", "receive", "terminate", "delete", "close"), node.log);
    }

    @Test
    void cancelSendsCtrlCToAConsoleModeCommand() throws Exception {
        Thread canceller = Thread.ofVirtual().start(() -> {
            try {
                node.receiving.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            engine.stop(Kind.CANCELLED);
        });
        run(RunRequest.of(target, ScriptSource.of("x.cmd", "ping -t localhost")).shell(PowerShellHost.CMD));
        canceller.join();
        assertEquals(List.of("create 65001", "command console", "receive", "ctrl-c", "delete", "close"), node.log.subList(0, 6));
    }

    @Test
    void whatXmlCannotCarryIsRefusedBeforeAnythingIsSent() {
        for (RunRequest.Builder request : List.of(script("x").environment(java.util.Map.of("A", "a\u0001")),
                script("x").environment(java.util.Map.of("A=B", "a")), script("x").environment(java.util.Map.of("A\0", "a")),
                script("x").workingFolder(Optional.of("C:\\\uD800")),
                RunRequest.of(target, ScriptSource.of("x", "echo \u0002")).shell(PowerShellHost.CMD))) {
            assertEquals(Kind.REFUSED, run(request).failure().orElseThrow().kind());
        }
        assertEquals(List.of(), node.log);
    }

    @Test
    void questionMarksOfTheNodeAreReportedAsLost() {
        node.greets("codepage=437").ends(GREETING + "Gr?n ??", 0);
        run(script("x").codePage(CodePageChoice.of(437)));
        assertTrue(notes().contains("were lost there"), notes());
    }

    @Test
    void whatExpectsAFileIsSaidBeforeTheRun() {
        node.ends(GREETING, 0);
        run(script("'a'\n. \"$PSScriptRoot\\lib.ps1\"\n& .\\other.ps1\n# $PSCommandPath\n'$PSCommandPath'"));
        assertTrue(notes().contains("Line 2 uses $PSScriptRoot"), notes());
        assertTrue(notes().contains("Line 3 runs .\\other.ps1"), notes());
        assertFalse(notes().contains("PSCommandPath"), notes());
        assertEquals(2, all(RunEvent.Note.class).size());
    }

    @Test
    void aConsumerThatFailsEndsTheRun() {
        node.answers(running(out(GREETING + "x")));
        RunEngine failing = new RunEngine(script("x").build(), node, PlainErrors::new, memory, SETTINGS,
                new Emitter(event -> {
                    if (event instanceof RunEvent.Output) {
                        throw new IllegalStateException("consumer");
                    }
                }), new OutputRecording(10, 10));
        assertEquals(Kind.CANCELLED, failing.run().failure().orElseThrow().kind());
        assertTrue(node.log.contains("delete"));
    }

    @Test
    void nanoGetsALineWithoutSwitches() {
        assertEquals(TargetKind.NANO_TP3, target.toBuilder().kind(TargetKind.NANO_TP3).build().kind());
        RunPlan plan = RunPlan.of(RunRequest.of(target.toBuilder().kind(TargetKind.NANO_TP3).build(),
                ScriptSource.of("x", "x")).build(), NodeMemory.Facts.NONE);
        assertTrue(plan.commandLine().startsWith("powershell \"$PoshRemote = "), plan.commandLine());
    }

    /** Plain text on standard error, as it comes. */
    private record PlainErrors(StreamDecoder decoder, Emitter emitter) implements ErrorStream {
        PlainErrors(Charset charset, Emitter emitter) {
            this(new StreamDecoder(charset), emitter);
        }

        @Override
        public void accept(byte[] bytes) {
            emitter.emit(new RunEvent.ErrorOutput(decoder.decode(bytes)));
        }

        @Override
        public void idle() {
        }

        @Override
        public void finish() {
        }
    }
}
