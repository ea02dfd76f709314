package org.poshremote.cli.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.core.run.NodeMemory;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.Run;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunFailure.StillRuns;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.run.Timeouts;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.Transport;
import org.poshremote.wsman.http.WireLog;

/** Runs over OpenSSH's server, behind which the demo node's interpreter runs the bootstrap. */
@Timeout(120)
class SshTransportTest {
    @TempDir
    private Path folder;
    private SshServer server;
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws Exception {
        server = SshServer.start(folder).known();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Target target() {
        return Target.at("127.0.0.1").name("node").transport(Transport.SSH).port(server.port()).user(SshServer.user()).build();
    }

    private RunRequest.Builder script(String... lines) {
        return RunRequest.of(target(), ScriptSource.of("test.ps1", String.join("\n", lines)));
    }

    private Run begin(RunRequest request, Consumer<RunEvent> more) {
        return Run.start(request, asked -> Optional.empty(), event -> {
            events.add(event);
            more.accept(event);
        }, new RunContext(NodeMemory.ofThisProcess(), RunSettings.DEFAULTS, WireLog.OFF, server.path()));
    }

    private RunOutcome run(RunRequest.Builder request) throws InterruptedException {
        events.clear();
        try (Run run = begin(request.build(), event -> { })) {
            return run.await();
        }
    }

    private <T> List<T> all(Class<T> type) {
        synchronized (events) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private String output() {
        return all(RunEvent.Output.class).stream().map(RunEvent.Output::text).collect(Collectors.joining());
    }

    private String errors() {
        return all(RunEvent.ErrorRecord.class).stream().map(RunEvent.ErrorRecord::text).collect(Collectors.joining("\n"));
    }

    @Test
    void theContractOfARun() throws Exception {
        RunOutcome outcome = run(script("param([string] $Name, [switch] $Loud)",
            "\"Hello $Name $Loud é日本💩\"", "Write-Error 'that went wrong'", "\"$env:COLOUR in $(Get-Location)\"", "[Console]::In.ReadLine()", "exit 42")
            .arguments(List.of("-Name", "O'Hara; $x \"y\"", "-Loud")).environment(Map.of("COLOUR", "blå 'n' “grün”")).workingFolder(Optional.of("C:\\Users"))
            .stdin(new StandardInput.Bytes("größer\n".getBytes(StandardCharsets.UTF_8))));
        assertEquals(Optional.empty(), outcome.failure().map(RunFailure::message));
        assertEquals(42, outcome.exit().orElseThrow().code(), () -> output() + events);
        assertEquals("Hello O'Hara; $x \"y\" True é日本💩\r\nblå 'n' “grün” in C:\\Users\r\ngrößer\r\n", output());
        assertTrue(errors().contains("that went wrong"), errors());
        RunEvent.Prepared prepared = all(RunEvent.Prepared.class).get(0);
        assertEquals("ssh://127.0.0.1:" + server.port(), prepared.header().address());
        assertEquals("SSH", prepared.header().authentication());
        assertEquals("", prepared.header().way());
        assertEquals(List.of("SSH, key"), all(RunEvent.SignedIn.class).stream().map(RunEvent.SignedIn::authentication).toList());
        assertEquals(Optional.of(65001), outcome.greeting().orElseThrow().codePage().map(page -> page.number()));
        assertEquals(Optional.of(4242), outcome.greeting().orElseThrow().processId());
    }

    @Test
    void successAndMistakes() throws Exception {
        assertEquals(0, run(script("'fine'")).exit().orElseThrow().code());
        assertEquals("fine\r\n", output());
        assertEquals(1, run(script("'never'; }")).exit().orElseThrow().code());
        assertFalse(errors().isEmpty());
        assertEquals(1, run(script("'x'").workingFolder(Optional.of("C:\\not there"))).exit().orElseThrow().code());
        String all = all(RunEvent.ErrorOutput.class).stream().map(RunEvent.ErrorOutput::text).collect(Collectors.joining()) + errors();
        assertTrue(all.contains("The working folder C:\\not there is not there."), all);
        assertEquals("", output());
    }

    @Test
    void anotherCodePageIsSetByPowerShellItself() throws Exception {
        RunOutcome outcome = run(script("'Grüße'").codePage(org.poshremote.core.codepage.CodePageChoice.of(850)));
        assertEquals(Optional.of(850), outcome.greeting().orElseThrow().codePage().map(page -> page.number()));
        assertEquals("Grüße\r\n", output());
    }

    @Test
    void muchOutputAndMuchInputAreWhole() throws Exception {
        String line = "0123456789abcdefghijklmnopqrstuvwxyz ä".repeat(20);
        String input = (line + "\n").repeat(3000);
        RunOutcome outcome = run(script("$n = 0; while ($null -ne ($l = [Console]::In.ReadLine())) { $n += $l.Length }; $n")
            .stdin(new StandardInput.Bytes(input.getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, outcome.exit().orElseThrow().code());
        assertEquals(line.length() * 3000 + "\r\n", output());
        run(script("foreach ($i in 1..2000) { '" + line + "' + $i }"));
        assertEquals(2000, output().lines().count());
        assertTrue(output().endsWith(line + "2000\r\n"));
    }

    private RunFailure stopped(RunRequest request, boolean cancel) throws InterruptedException {
        events.clear();
        CompletableFuture<Void> running = new CompletableFuture<>();
        try (Run run = begin(request, event -> {
            if (event instanceof RunEvent.Output output && output.text().contains("begun")) {
                running.complete(null);
            }
        })) {
            if (cancel) {
                running.join();
                run.cancel();
            }
            return run.await().failure().orElseThrow();
        }
    }

    private void assertProcessGone() throws Exception {
        long process = server.commandProcess();
        for (int i = 0; i < 100 && ProcessHandle.of(process).isPresent(); i++) {
            Thread.sleep(50);
        }
        assertTrue(ProcessHandle.of(process).isEmpty(), "the process on the node still runs");
    }

    @Test
    void cancelEndsTheProcess() throws Exception {
        RunFailure failure = stopped(script("'begun'; Start-Sleep 600").build(), true);
        assertEquals(RunFailure.Kind.CANCELLED, failure.kind());
        assertEquals(StillRuns.NO, failure.stillRuns());
        assertTrue(failure.message().contains("Its process was ended: the script no longer runs."), failure.message());
        assertProcessGone();
    }

    @Test
    void cancelEndsTheProcessWhereThereIsNoTaskkill() throws Exception {
        server.posix();
        RunFailure failure = stopped(script("'begun'; Start-Sleep 600").build(), true);
        assertEquals(StillRuns.NO, failure.stillRuns(), failure.message());
        assertProcessGone();
    }

    @Test
    void timeOutsEndTheProcess() throws Exception {
        RunFailure silence = stopped(script("'begun'; Start-Sleep 600").timeouts(new Timeouts(Optional.of(Duration.ofSeconds(3)), Optional.empty())).build(), false);
        assertEquals(RunFailure.Kind.SILENCE, silence.kind());
        assertProcessGone();
        RunFailure total = stopped(script("foreach ($i in 1..6000) { \"begun $i\"; Start-Sleep -Milliseconds 100 }")
            .timeouts(new Timeouts(Optional.empty(), Optional.of(Duration.ofSeconds(4)))).build(), false);
        assertEquals(RunFailure.Kind.TIMEOUT, total.kind());
        assertProcessGone();
    }

    @Test
    void aLostConnectionIsSaidInWords() throws Exception {
        CompletableFuture<Void> running = new CompletableFuture<>();
        try (Run run = begin(script("'begun'; Start-Sleep 600").build(), event -> {
            if (event instanceof RunEvent.Output) {
                running.complete(null);
            }
        })) {
            running.join();
            server.crash();
            RunFailure failure = run.await().failure().orElseThrow();
            assertEquals(RunFailure.Kind.LOST, failure.kind(), failure.message());
            assertEquals(StillRuns.UNKNOWN, failure.stillRuns());
            assertTrue(failure.message().contains("The SSH connection to node was lost.") && failure.message().contains("the script may still run"), failure.message());
        } finally {
            ProcessHandle.of(server.commandProcess()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void whereThereIsNoPowerShell() throws Exception {
        RunOutcome outcome = run(script("'x'").shell(PowerShellHost.PWSH));
        RunFailure failure = outcome.failure().orElseThrow();
        assertEquals(RunFailure.Kind.NODE, failure.kind());
        assertTrue(failure.message().contains("pwsh ended with exit code 1"), failure.message());
    }

    @Test
    void aBatchOfOneLine() throws Exception {
        RunOutcome outcome = run(script("echo hello& exit 7").shell(PowerShellHost.CMD));
        assertEquals(7, outcome.exit().orElseThrow().code());
        assertEquals("hello\r\n", output());
        RunFailure refused = run(script("echo hello").shell(PowerShellHost.CMD).workingFolder(Optional.of("C:\\"))).failure().orElseThrow();
        assertTrue(refused.message().contains("put set and cd /d into its line"), refused.message());
    }
}
