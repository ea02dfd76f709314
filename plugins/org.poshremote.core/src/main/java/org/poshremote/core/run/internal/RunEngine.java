package org.poshremote.core.run.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.poshremote.core.connection.SignIn;
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
    private final Failures failures;
    private final Ending ending;
    private Progress progress = Progress.NOTHING_SENT;
    private NodeConnection connection;
    private NodeConnection.Command command;
    private Instant lastOutput;
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
        ending = new Ending(request.target(), settings, emitter);
    }

    public RunOutcome run() {
        Result result;
        try (Watchdog watchdog = new Watchdog(request.timeouts(), this::stop)) {
            result = attempt(watchdog);
        } catch (RuntimeException e) {
            ending.clean();
            emitter.emit(new RunEvent.Failed(failures.mistake(e)));
            throw e;
        }
                Duration duration = Duration.between(begun, Instant.now());
        result.exit().ifPresent(status -> emitter.emit(new RunEvent.Exited(status)));
        result.failure().ifPresent(failure -> emitter.emit(new RunEvent.Failed(failure)));
        return new RunOutcome(result.exit(), result.failure(), greeting, ending.requests(), duration);
    }

    /** Ends the run from any thread, also while a receive hangs. Returns at once. */
    public void stop(RunFailure.Kind reason) {
        ending.stop(reason);
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
        emitter.emit(new RunEvent.Prepared(new RunHeader(request.target().name(), address, SignIn.account(request.target()),
                connector.authentication(memory.facts(address).signIn()) + (request.target().unverified() ? ", certificate NOT verified" : ""), plan.codePageWords(), request.shell().id(), plan.clr().words(), connector.way())));
        if (plan.clr() instanceof ClrPlan.Refused refused) {
            return Result.failed(failures.clr(refused.reason(), ClrPlan.REMEDY));
        }
        if (request.target().unverified()) {
            emitter.note("The certificate of " + address + " is NOT verified: whoever answers there gets "
                    + (SignIn.needsPassword(request.target()) ? "the sign-in and the script." : "the script.") + " Pin the certificate to be sure of the node.");
        }
        plan.notes().forEach(emitter::note);
        try {
            return onNode(plan, watchdog);
        } catch (NodeException e) {
            return Result.failed(lost(e));
        } catch (IOException e) {
            ending.clean();
            return Result.failed(failures.refused("The standard input cannot be read: " + e.getMessage()));
        }
    }

    private Result onNode(RunPlan plan, Watchdog watchdog) throws NodeException, IOException {
        // read before anything is sent: a missing file must not leave half a run behind
        Optional<byte[]> small = StdinPump.small(request.stdin(), settings.stdinInFirstSend());
        connection = connector.connect(request.target());
        ending.connected(connection);
        ending.check();
        Opened opened = openShell(plan);
        ending.opened(opened.shell());
        ending.check();
        command = opened.shell().start(plan.commandLine(), plan.consoleMode());
        ending.started(command, plan.consoleMode());
        if (plan.payload().isEmpty()) {
            progress = Progress.SCRIPT_SENT;
        }
        ending.check();
        Output output = new Output(emitter, recording, opened.codePage(), plan.payload().map(Payload::nonce), errorStreams);
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
            ended();
            return finish(plan, output, exit);
        } catch (NodeException e) {
            output.finish();
            throw e;
        } finally {
            pump.end();
            greeting = output.greeting();
            ending.heardLast();
        }
    }

    /** @param codePage that was asked for; empty: the node's own */
    private record Opened(NodeConnection.Shell shell, OptionalInt codePage) {
    }

    /** Where the target left open how to sign in, it is known now; said where the header could not say it. */
    private void signedIn() {
        String address = request.target().address();
        Optional<String> before = memory.facts(address).signIn();
        connector.signedInBy().filter(words -> before.filter(words::equals).isEmpty()).ifPresent(words -> {
            if (!connector.authentication(before).equals(words)) {
                emitter.emit(new RunEvent.SignedIn(words));
            }
            memory.keep(address, memory.facts(address).withSignIn(words));
        });
    }

    private Opened openShell(RunPlan plan) throws NodeException {
        try {
            NodeConnection.Shell shell = connection.open(shellPlan(plan.codePage()));
            signedIn();
            return new Opened(shell, plan.codePage());
        } catch (NodeException e) {
            if (e.faultCode() != NodeException.CODE_PAGE_NOT_SUPPORTED || !plan.fallback() || plan.codePage().isEmpty()) {
                throw e;
            }
            emitter.note("The node refused code page " + plan.codePage().getAsInt() + " (fault " + e.faultCode()
                    + "). The shell is opened with the node's own code page, now and from now on.");
            NodeConnection.Shell shell = connection.open(shellPlan(OptionalInt.empty()));
            String address = request.target().address();
            memory.keep(address, memory.facts(address).withRefusesUtf8(true));
            return new Opened(shell, OptionalInt.empty());
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
            ending.check();
        } while (at < all.length);
        return Optional.empty();
    }

    /** What the process wrote before it ended says why, better than the fault that its input drew. */
    private Result endedEarly(RunPlan plan, Output output, Watchdog watchdog, NodeException refusal) throws NodeException {
        ending.check();
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
            throw ending.reason().isEmpty() ? refusal : e;
        }
        ended();
        if (plan.payload().isEmpty() || ending.reason().isPresent() || output.greeting().isPresent()) {
            return finish(plan, output, exit);
        }
        ending.clean();
        return Result.failed(exit.isPresent()
                ? failures.notBegun(request.shell(), ExitCodes.status(exit.getAsLong(), request.acceptedExitCodes()))
                : failures.of(refusal, Progress.SCRIPT_PARTLY_SENT, ending.deleted(), Optional.ofNullable(lastOutput)));
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
                        output.greeting().ifPresent(command::greeted);
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
        if (ending.reason().isPresent()) {
            return Result.failed(stoppedResult());
        }
        ending.clean();
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

    private void ended() {
        progress = Progress.ENDED;
        ending.processEnded();
    }

    private void rememberClr(String clr) {
        String address = request.target().address();
        memory.keep(address, memory.facts(address).withClrVersion(Optional.of(clr)));
    }

    /** A request failed: because the run was stopped, or by itself. */
    private RunFailure lost(NodeException cause) {
        ending.heardLast();
        if (ending.reason().isPresent()) {
            return stoppedResult();
        }
        if (progress == Progress.SCRIPT_SENT) {
            emitter.note("The connection to " + request.target().name() + " failed; trying to end the script on the node.");
        }
        ending.clean();
        Progress reached = progress;
        ended();
        return failures.of(cause, reached, ending.deleted(), Optional.ofNullable(lastOutput));
    }

    private RunFailure stoppedResult() {
        ending.finishStopping();
        Progress reached = progress;
        ended();
        return failures.stopped(ending.reason().orElseThrow(), request.timeouts(), reached, ending.deleted(), Optional.ofNullable(lastOutput));
    }
}
