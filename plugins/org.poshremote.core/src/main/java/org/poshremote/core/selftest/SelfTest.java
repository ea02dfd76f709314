package org.poshremote.core.selftest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.Run;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.run.Timeouts;
import org.poshremote.core.selftest.CheckResult.Status;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;

/**
 * Tries on a real node what PoshRemote promises: encodings, arguments, exit codes, streams, input, size, cancel. Harmless: no
 * check changes anything on the node.
 */
public final class SelfTest {
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(5);
    private final Target target;
    private final CredentialSource credentials;
    private final RunContext context;
    private final PowerShellHost shell;
    private volatile boolean cancelled;
    private volatile Optional<Run> current = Optional.empty();

    /**
     * @param credentials asked for each check
     * @param shell       not cmd
     */
    public SelfTest(Target target, CredentialSource credentials, RunContext context, PowerShellHost shell) {
        if (shell == PowerShellHost.CMD) {
            throw new IllegalArgumentException("The self-test runs PowerShell scripts.");
        }
        this.target = target;
        this.credentials = credentials;
        this.context = context;
        this.shell = shell;
    }

    /** How many checks there are. */
    public static int size() {
        return Checks.all().size();
    }

    /**
     * Runs all checks, one after the other. A node that cannot be reached or signed in to ends the test at once, so that no
     * password is rejected more than once.
     *
     * @param progress told of each check when it has ended
     */
    public SelfTestReport run(Consumer<CheckResult> progress) throws InterruptedException {
        Instant begun = Instant.now();
        List<CheckResult> results = new ArrayList<>();
        Optional<NodeGreeting> node = Optional.empty();
        boolean complete = true;
        for (Check check : Checks.all()) {
            if (cancelled) {
                complete = false;
                break;
            }
            Optional<String> reason = leftOut(check, node);
            if (reason.isPresent()) {
                tell(new CheckResult(check.id(), check.title(), Status.LEFT_OUT, List.of(reason.get()), Duration.ZERO, 0), results, progress);
                continue;
            }
            Observed observed = observe(check);
            RunOutcome outcome = observed.outcome();
            node = node.or(outcome::greeting);
            tell(result(check, observed), results, progress);
            if (outcome.failure().map(RunFailure::kind).filter(SelfTest::hopeless).isPresent()) {
                complete = false;
                break;
            }
        }
        return new SelfTestReport(begun, target.kind().id(), target.https(), SignIn.of(target).words(), node, results, complete);
    }

    /** Ends after the check that is going on. */
    public void cancel() {
        cancelled = true;
        current.ifPresent(Run::cancel);
    }

    private static void tell(CheckResult result, List<CheckResult> results, Consumer<CheckResult> progress) {
        results.add(result);
        progress.accept(result);
    }

    private static boolean hopeless(RunFailure.Kind kind) {
        return kind == RunFailure.Kind.CONNECT || kind == RunFailure.Kind.SIGN_IN || kind == RunFailure.Kind.REFUSED;
    }

    private Optional<String> leftOut(Check check, Optional<NodeGreeting> node) {
        int version = node.flatMap(NodeGreeting::powerShellVersion).map(text -> text.split("\\.")[0])
                .filter(text -> text.matches("[0-9]{1,3}")).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        if (version < check.leastVersion()) {
            return Optional.of("needs PowerShell " + check.leastVersion());
        }
        if (target.kind() == TargetKind.NANO_TP3 && check.script().contains("cmd /c")) {
            return Optional.of("a Nano Server may have no cmd of use");
        }
        return Optional.empty();
    }

    private Observed observe(Check check) throws InterruptedException {
        Observed observed = new Observed();
        RunRequest.Builder builder = RunRequest.of(target, ScriptSource.of(check.id() + ".ps1", check.script())).shell(shell)
                .confirmed(true).timeouts(new Timeouts(Optional.empty(), Optional.of(LONGEST_CHECK)));
        try (Run run = Run.start(check.setup().apply(builder).build(), credentials, observed, context)) {
            current = Optional.of(run);
            check.cancelAt().ifPresent(mark -> observed.whenOutput(text -> {
                if (text.contains(mark)) {
                    run.cancel();
                }
            }));
            if (check.cancelAt().filter(mark -> observed.output().contains(mark)).isPresent()) {
                run.cancel();
            }
            observed.ended(run.await());
        } finally {
            current = Optional.empty();
        }
        return observed;
    }

    private static CheckResult result(Check check, Observed observed) {
        List<String> details = new ArrayList<>();
        for (Check.Expectation expectation : check.expectations()) {
            expectation.mismatch().apply(observed).ifPresent(actual -> details.add("expected " + expectation.words() + "; there was " + actual));
        }
        if (!details.isEmpty()) {
            observed.outcome().failure().ifPresent(failure -> details.add(failure.message()));
            observed.notes().forEach(note -> details.add("note: " + note));
        }
        return new CheckResult(check.id(), check.title(), details.isEmpty() ? Status.PASSED : Status.FAILED, details,
                observed.outcome().duration(), observed.outcome().requests());
    }
}
