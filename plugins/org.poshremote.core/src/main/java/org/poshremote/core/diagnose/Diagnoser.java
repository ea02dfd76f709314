package org.poshremote.core.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.diagnose.Diagnosis.Outcome;
import org.poshremote.core.diagnose.internal.Check;
import org.poshremote.core.diagnose.internal.Checks;
import org.poshremote.core.diagnose.internal.Found;
import org.poshremote.core.diagnose.internal.Probe;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.AuthenticationException;

/**
 * Finds out why a node will not connect, step by step. Nothing is changed on the node. Signs in at most once, with the
 * target's own choice, and never again after a rejected password. One use each.
 */
public final class Diagnoser {
    private final Probe probe;
    private final Target target;
    private final DiagnosisListener listener;

    /** @param credentials asked once, and only when everything before signing in has passed */
    public Diagnoser(Target target, CredentialSource credentials, DiagnosisSettings settings, DiagnosisListener listener) {
        this(target, credentials, settings, listener, PathContext.ofThisUser());
    }

    /** @param path how nodes are reached from here, and whom to ask on the way */
    public Diagnoser(Target target, CredentialSource credentials, DiagnosisSettings settings, DiagnosisListener listener, PathContext path) {
        this(target, credentials, settings, listener, System.getenv(), path);
    }

    /**
     * After a sign-in that the node refused: it is not tried again, its answer counts for the step of signing in.
     *
     * @param refused what the node said then
     */
    public Diagnoser(Target target, AuthenticationException refused, DiagnosisSettings settings, DiagnosisListener listener, PathContext path) {
        this(target, asked -> Optional.empty(), settings, listener, path);
        probe.refusedBefore(refused);
    }

    Diagnoser(Target target, CredentialSource credentials, DiagnosisSettings settings, DiagnosisListener listener, Map<String, String> environment) {
        this(target, credentials, settings, listener, environment, PathContext.of(environment));
    }

    private Diagnoser(Target target, CredentialSource credentials, DiagnosisSettings settings, DiagnosisListener listener, Map<String, String> environment,
            PathContext path) {
        this.target = target;
        this.listener = listener;
        probe = new Probe(target, credentials, settings, environment, path);
    }

    /** Blocks until all steps are done, at most as long as the settings give; the listener is called on this thread. */
    public Diagnosis run() {
        Instant begun = Instant.now();
        long start = System.nanoTime();
        Map<String, Verdict> ended = new HashMap<>();
        List<StepResult> steps = new ArrayList<>();
        Facts facts = Facts.NONE.with(probe.given());
        try (probe) {
            for (Check check : Checks.all()) {
                listener.begun(check.code(), check.stage(), check.title());
                long stepStart = System.nanoTime();
                Found found = carryOut(check, ended, facts);
                StepResult step = new StepResult(check.code(), check.stage(), check.title(), found.verdict(), found.summary(), found.evidence(),
                    Duration.ofNanos(System.nanoTime() - stepStart));
                facts = facts.with(found.evidence());
                ended.put(step.code(), step.verdict());
                steps.add(step);
                listener.ended(step);
            }
        }
        boolean failed = ended.containsValue(Verdict.FAILED);
        boolean warned = ended.containsValue(Verdict.WARNING);
        Outcome outcome = probe.cancelled() ? Outcome.CANCELLED : failed ? Outcome.FAILED : warned ? Outcome.WARNING : Outcome.HEALTHY;
        List<Finding> findings = failed || warned ? CauseTable.builtIn().rank(facts, RemedyTable.builtIn()) : List.of();
        return new Diagnosis(target, begun, Duration.ofNanos(System.nanoTime() - start), steps, findings, facts, outcome, probe.certificate());
    }

    private Found carryOut(Check check, Map<String, Verdict> ended, Facts facts) {
        if (probe.cancelled()) {
            return Found.notReached("The diagnosis was cancelled.");
        }
        if (check.ssh().filter(only -> only != target.ssh()).isPresent()) {
            return Found.skipped(target.ssh() ? "The target uses SSH." : "The target uses WinRM.");
        }
        if (check.stage() == Stage.TLS && !target.https()) {
            return Found.skipped("The target uses HTTP.");
        }
        for (String needed : check.needs()) {
            Verdict verdict = ended.get(needed);
            if (verdict == Verdict.FAILED || verdict == Verdict.NOT_REACHED) {
                return Found.notReached("It needs the step " + Checks.title(needed) + ".");
            }
        }
        if (probe.deadline().passed()) {
            return Found.notReached("The time for the diagnosis was up.");
        }
        Found found;
        try {
            found = check.body().run(probe, facts);
        } catch (RuntimeException e) { // what the other steps found is worth more than the order of the house
            found = Found.failed("This step ended by a mistake of PoshRemote (" + e.getClass().getSimpleName() + "); please report it.",
                new Evidence("mistake", e.getClass().getSimpleName()));
        }
        return probe.cancelled() && found.verdict() == Verdict.FAILED ? Found.notReached("The diagnosis was cancelled.") : found;
    }

    /** Ends it soon, from any thread: open connections are closed, what was found so far is kept. */
    public void cancel() {
        probe.cancel();
    }
}
