package org.poshremote.core.run.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.poshremote.core.run.ExitStatus;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.NodeMemory;
import org.poshremote.core.run.OutputRecording;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunHeader;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.run.StandardInput;

/**
 * One run from the first request to the last. {@link #run} is called once, on the run's thread; {@link #stop} from any.
 * No request that could start anything is ever repeated, but Create after the node refused its code page.
 */
public final class RunEngine {
    private final RunRequest request;
    private final NodeConnector connector;
    private final ErrorStream.Factory errorStreams;
    private final NodeMemory memory;
    private final RunSettings settings;
    private final Emitter emitter;
    private final OutputRecording recording;
    private final Instant begun = Instant.now();
    private final AtomicReference<RunFailure.Kind> stopReason = new AtomicReference<>();
    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Failures failures;
    private volatile Progress progress = Progress.NOTHING_SENT;
    private volatile NodeConnection connection;
    private volatile NodeConnection.Shell shell;
    private volatile NodeConnection.Command command;
    private volatile Instant lastOutput;
    private volatile boolean deleted;
    private boolean deleteTried;
    private volatile boolean consoleMode;
    private Optional<NodeGreeting> greeting = Optional.empty();

    /** How much the node has: decides whether the script may be running. */
    enum Progress {
        NOTHING_SENT, SCRIPT_PARTLY_SENT, SCRIPT_SENT, ENDED
    }

    public RunEngine(RunRequest request, NodeConnector connector, ErrorStream.Factory errorStreams, NodeMemory memory,
            RunSettings settings, Emitter emitter, OutputRecording recording) {
        this.request = request;
        this.connector = connector;
        this.errorStreams = errorStreams;
        this.memory = memory;
        this.settings = settings;
        this.emitter = emitter;
        this.recording = recording;
        failures = new Failures(request.target(), settings);
    }

    public RunOutcome run() {
        Result result;
        try (Watchdog watchdog = new Watchdog(request.timeouts(), this::stop)) {
            result = attempt(watchdog);
        } catch (RuntimeException e) {
            clean();
            emitter.emit(new RunEvent.Failed(failures.mistake(e)));
            throw e;
        }
        int requests = connection == null ? 0 : connection.requests();
        Duration duration = Duration.between(begun, Instant.now());
        result.exit().ifPresent(status -> emitter.emit(new RunEvent.Exited(status)));
        result.failure().ifPresent(failure -> emitter.emit(new RunEvent.Failed(failure)));
        return new RunOutcome(result.exit(), result.failure(), greeting, requests, duration);
    }

    /** Ends the run: terminate, the grace period, then Delete, all while a receive may hang. Returns at once. */
    public void stop(RunFailure.Kind reason) {
        if (progress == Progress.ENDED || !stopReason.compareAndSet(null, reason)) {
            return;
        }
        Thread.ofVirtual().name("poshremote-run-stop").start(() -> {
            try {
                end();
            } finally {
                stopped.countDown();
            }
        });
    }

    private record Result(Optional<ExitStatus> exit, Optional<RunFailure> failure) {
        static Result failed(RunFailure failure) {
            return new Result(Optional.empty(), Optional.of(failure));
        }
    }

    private Result attempt(Watchdog watchdog) {
        String address = request.target().address();
        RunPlan plan = RunPlan.of(request, memory.facts(address));
        if (plan.refusal().isPresent()) {
            return Result.failed(failures.refused(plan.refusal().get()));
        }
        Optional<String> refusal = connector.refusal();
        if (refusal.isPresent()) {
            return Result.failed(failures.refused(refusal.get()));
        }
        emitter.emit(new RunEvent.Prepared(new RunHeader(request.target().name(), address, request.target().user(),
                connector.authentication(), plan.codePageWords(), request.shell().id(), plan.clr().words())));
        if (plan.clr() instanceof ClrPlan.Refused refused) {
            return Result.failed(failures.clr(refused.reason(), ClrPlan.REMEDY));
        }
        plan.notes().forEach(emitter::note);
        try {
            return onNode(plan, watchdog);
        } catch (NodeException e) {
            return Result.failed(lost(e));
        } catch (IOException e) {
            clean();
            return Result.failed(failures.refused("The standard input cannot be read: " + e.getMessage()));
        }
    }

    private Result onNode(RunPlan plan, Watchdog watchdog) throws NodeException, IOException {
        // read before anything is sent: a missing file must not leave half a run behind
        Optional<byte[]> small = StdinPump.small(request.stdin(), settings.stdinInFirstSend());
        connection = connector.connect(request.target());
        checkStopped();
        OptionalInt codePage = openShell(plan);
        checkStopped();
        consoleMode = plan.consoleMode();
        command = shell.start(plan.commandLine(), plan.consoleMode());
        if (plan.payload().isEmpty()) {
            progress = Progress.SCRIPT_SENT;
        }
        checkStopped();
        Output output = new Output(emitter, recording, codePage, plan.payload().map(Payload::nonce), errorStreams);
        StdinPump pump = new StdinPump(request.stdin(), command, emitter);
        try {
            Optional<NodeException> refused = sendFirst(plan, small);
            if (refused.isPresent()) {
                return endedEarly(plan, output, watchdog, refused.get());
            }
            if (small.isEmpty()) {
                pump.start();
            }
            watchdog.sign();
            OptionalLong exit = receive(output, watchdog);
            progress = Progress.ENDED;
            return finish(plan, output, exit);
        } catch (NodeException e) {
            output.finish();
            throw e;
        } finally {
            pump.end();
            greeting = output.greeting();
            received.countDown();
        }
    }

    private OptionalInt openShell(RunPlan plan) throws NodeException {
        try {
            shell = connection.open(shellPlan(plan.codePage()));
            return plan.codePage();
        } catch (NodeException e) {
            if (e.faultCode() != NodeException.CODE_PAGE_NOT_SUPPORTED || !plan.fallback() || plan.codePage().isEmpty()) {
                throw e;
            }
            emitter.note("The node refused code page " + plan.codePage().getAsInt() + " (fault " + e.faultCode()
                    + "). The shell is opened with the node's own code page, now and from now on.");
            shell = connection.open(shellPlan(OptionalInt.empty()));
            String address = request.target().address();
            memory.keep(address, memory.facts(address).withRefusesUtf8(true));
            return OptionalInt.empty();
        }
    }

    private NodeConnection.ShellPlan shellPlan(OptionalInt codePage) {
        return new NodeConnection.ShellPlan(codePage, request.workingFolder(), request.environment(),
                settings.shellIdleTimeout());
    }

    /**
     * The script, with the script's own input where that is small: one request for most runs.
     *
     * @return the fault by which the node refused it, as it does when the process has ended already
     */
    private Optional<NodeException> sendFirst(RunPlan plan, Optional<byte[]> small) throws NodeException {
        byte[] first = plan.payload().map(Payload::bytes).orElse(new byte[0]);
        byte[] all = Arrays.copyOf(first, first.length + small.map(bytes -> bytes.length).orElse(0));
        small.ifPresent(bytes -> System.arraycopy(bytes, 0, all, first.length, bytes.length));
        boolean end = small.isPresent();
        if (plan.consoleMode() || all.length == 0 && !end) {
            return Optional.empty();
        }
        int at = 0;
        do {
            int length = Math.min(command.sendSize(), all.length - at);
            boolean last = at + length == all.length;
            Progress before = progress;
            progress = last || before == Progress.SCRIPT_SENT ? Progress.SCRIPT_SENT : Progress.SCRIPT_PARTLY_SENT;
            try {
                command.send(all, at, length, last && end);
            } catch (NodeException e) {
                if (e.faultCode() == 0) {
                    throw e;
                }
                progress = before;
                return Optional.of(e);
            }
            at += length;
            checkStopped();
        } while (at < all.length);
        return Optional.empty();
    }

    /** What the process wrote before it ended says why, better than the fault that its input drew. */
    private Result endedEarly(RunPlan plan, Output output, Watchdog watchdog, NodeException refusal) throws NodeException {
        checkStopped();
        if (plan.payload().isPresent()) {
            try {
                command.terminate(); // it may be waiting for what the node refused
            } catch (NodeException e) {
                throw refusal;
            }
        }
        OptionalLong exit;
        try {
            exit = receive(output, watchdog);
        } catch (NodeException e) {
            throw stopReason.get() == null ? refusal : e;
        }
        progress = Progress.ENDED;
        if (plan.payload().isEmpty() || stopReason.get() != null || output.greeting().isPresent()) {
            return finish(plan, output, exit);
        }
        clean();
        return Result.failed(exit.isPresent()
                ? failures.notBegun(request.shell(), ExitCodes.status(exit.getAsLong(), request.acceptedExitCodes()))
                : failures.of(refusal, Progress.SCRIPT_PARTLY_SENT, deleted, Optional.ofNullable(lastOutput)));
    }

    private OptionalLong receive(Output output, Watchdog watchdog) throws NodeException {
        int resumptions = 0;
        while (true) {
            NodeConnection.Answer answer = command.receive();
            if (command.resumptions() > resumptions) {
                resumptions = command.resumptions();
                emitter.note("The connection was lost and made again while the script ran; output may be missing here.");
            }
            boolean errors = false;
            for (NodeConnection.Piece piece : answer.pieces()) {
                errors |= piece.error();
                if (piece.data().length > 0) {
                    lastOutput = Instant.now();
                    watchdog.sign();
                    if (piece.error()) {
                        output.standardError(piece.data());
                    } else {
                        output.standardOutput(piece.data());
                    }
                }
            }
            if (!errors) {
                output.idle();
            }
            if (answer.done()) {
                output.finish();
                return answer.exitCode();
            }
            if (emitter.failure().isPresent()) {
                stop(RunFailure.Kind.CANCELLED);
            }
        }
    }

    private Result finish(RunPlan plan, Output output, OptionalLong exit) {
        if (stopReason.get() != null) {
            return Result.failed(stoppedResult());
        }
        clean();
        Optional<NodeGreeting> facts = output.greeting();
        facts.flatMap(NodeGreeting::clrVersion).filter(clr -> plan.clr() instanceof ClrPlan.InPlace
                && request.shell() == PowerShellHost.POWERSHELL).ifPresent(this::rememberClr);
        if (facts.isPresent() && ClrPlan.stopped(plan.clr(), facts.get())) {
            return Result.failed(failures.clr(String.format(ClrPlan.WHY_REFUSED, facts.get().clrVersion().orElse("2")),
                    ClrPlan.REMEDY));
        }
        if (exit.isEmpty()) {
            return Result.failed(failures.noExitCode(Optional.ofNullable(lastOutput)));
        }
        ExitStatus status = ExitCodes.status(exit.getAsLong(), request.acceptedExitCodes());
        if (plan.payload().isPresent() && facts.isEmpty()) {
            return Result.failed(failures.notBegun(request.shell(), status));
        }
        return new Result(Optional.of(status), Optional.empty());
    }

    private void rememberClr(String clr) {
        String address = request.target().address();
        memory.keep(address, memory.facts(address).withClrVersion(Optional.of(clr)));
    }

    /** A request failed: because the run was stopped, or by itself. */
    private RunFailure lost(NodeException cause) {
        received.countDown();
        if (stopReason.get() != null) {
            return stoppedResult();
        }
        if (progress == Progress.SCRIPT_SENT) {
            emitter.note("The connection to " + request.target().name() + " failed; trying to end the script on the node.");
        }
        clean();
        Progress reached = progress;
        progress = Progress.ENDED;
        return failures.of(cause, reached, deleted, Optional.ofNullable(lastOutput));
    }

    private RunFailure stoppedResult() {
        received.countDown();
        await(stopped);
        clean();
        Progress reached = progress;
        progress = Progress.ENDED;
        return failures.stopped(stopReason.get(), request.timeouts(), reached, deleted, Optional.ofNullable(lastOutput));
    }

    private void checkStopped() throws NodeException {
        if (stopReason.get() != null) {
            throw new NodeException(RunFailure.Kind.CANCELLED, "The run was stopped.", Optional.empty(), 0, false, null);
        }
    }

    /** Runs beside the run's thread, whose receive may hang. */
    private void end() {
        NodeConnection.Command running = command;
        if (running != null) {
            try {
                if (consoleMode) {
                    running.interrupt();
                } else {
                    running.terminate();
                }
            } catch (NodeException e) {
                // Delete, next, ends the process too
            }
        }
        try {
            // also while the shell is still being opened: one that opens in time can be deleted
            received.await(settings.cancelGrace().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clean();
    }

    /** The last requests; what fails here, the node does by itself once the shell has been idle for long enough. */
    private synchronized void clean() {
        NodeConnection.Command running = command;
        NodeConnection.Shell open = shell;
        if (running != null && stopReason.get() == null && progress == Progress.ENDED) {
            try {
                running.terminate();
            } catch (NodeException e) {
                // the process has ended; MS-WSMV 3.1.4.14 wants the signal nevertheless, and Delete covers it
            }
        }
        if (open != null && !deleteTried) {
            deleteTried = true;
            try {
                open.delete();
                deleted = true;
            } catch (NodeException e) {
                emitter.note("The shell on " + request.target().name() + " could not be deleted; the node ends it by itself after "
                        + settings.shellIdleTimeout().toMinutes() + " minutes. (" + e.getMessage() + ")");
            }
        }
        NodeConnection opened = connection;
        if (opened != null) {
            opened.close();
        }
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
