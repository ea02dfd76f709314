package org.poshremote.core.run.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.poshremote.core.run.ExitStatus;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunFailure.Kind;
import org.poshremote.core.run.RunFailure.StillRuns;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.run.Timeouts;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.WsmanException;

/** Words for the ways in which a run can fail: what happened, on which target, what next. */
final class Failures {
    private final Target target;
    private final RunSettings settings;

    Failures(Target target, RunSettings settings) {
        this.target = target;
        this.settings = settings;
    }

    RunFailure refused(String message) {
        return new RunFailure(Kind.REFUSED, message, Optional.empty(), StillRuns.NO, Optional.empty(), Optional.empty());
    }

    RunFailure mistake(RuntimeException e) {
        return new RunFailure(Kind.PROTOCOL, "The run on " + target.name() + " ended by a mistake of PoshRemote ("
                + e.getClass().getSimpleName() + ").", Optional.empty(), StillRuns.UNKNOWN, Optional.empty(), Optional.empty());
    }

    RunFailure clr(String reason, String remedy) {
        return new RunFailure(Kind.CLR, "The script did not run on " + target.name() + ". " + reason, Optional.of(remedy),
                StillRuns.NO, Optional.empty(), Optional.empty());
    }

    RunFailure noExitCode(Optional<Instant> lastOutput) {
        return new RunFailure(Kind.PROTOCOL, target.name() + " says that the script has ended, but gives no exit code.",
                Optional.empty(), StillRuns.NO, lastOutput, Optional.empty());
    }

    RunFailure notBegun(PowerShellHost host, ExitStatus status) {
        String message = "The script did not begin on " + target.name() + ": " + host.id() + " ended with exit code " + status
                + " before it read the script.";
        String remedy = status.code() == 9009 || status.code() == 1 && host == PowerShellHost.PWSH
                ? "Look whether " + host.id() + " is installed there and on the path; what it wrote is above."
                : "What it wrote is above. Usual causes: a PowerShell profile that ends the process, a policy that allows only the"
                        + " constrained language mode, or a Nano Server TP3 whose target is not marked as one.";
        return new RunFailure(Kind.NODE, message, Optional.of(remedy), StillRuns.NO, Optional.empty(), Optional.empty());
    }

    /**
     * A request failed by itself.
     *
     * @param deleted whether the shell could be deleted afterwards
     */
    RunFailure of(NodeException cause, RunEngine.Progress reached, boolean deleted, Optional<Instant> lastOutput) {
        Optional<WsmanException> origin = cause.getCause() instanceof WsmanException wsman ? Optional.of(wsman)
                : Optional.empty();
        if (cause.faultCode() == NodeException.CODE_PAGE_NOT_SUPPORTED) {
            return new RunFailure(Kind.CODE_PAGE, target.name() + " cannot set the code page asked for (fault "
                    + cause.faultCode() + ").", Optional.of("Set the target's code page to automatic, or to 65001 for a Nano Server."),
                    StillRuns.NO, lastOutput, origin);
        }
        if (reached != RunEngine.Progress.SCRIPT_SENT) {
            return new RunFailure(cause.kind(), cause.getMessage() + " The script had not begun.", cause.remedy(), StillRuns.NO,
                    lastOutput, origin);
        }
        StillRuns stillRuns = deleted ? StillRuns.NO : StillRuns.UNKNOWN;
        return new RunFailure(cause.kind() == Kind.NODE || cause.kind() == Kind.PROTOCOL ? cause.kind() : Kind.LOST,
                "The connection to " + target.name() + " failed while the script ran. " + cause.getMessage() + ' '
                        + last(lastOutput) + ' ' + state(stillRuns),
                deleted ? cause.remedy() : Optional.of("Look on the node whether the script has done its work before you run it again."),
                stillRuns, lastOutput, origin);
    }

    /** The run was ended from here. */
    RunFailure stopped(Kind reason, Timeouts timeouts, RunEngine.Progress reached, boolean deleted,
            Optional<Instant> lastOutput) {
        StillRuns stillRuns = deleted || reached != RunEngine.Progress.SCRIPT_SENT ? StillRuns.NO : StillRuns.UNKNOWN;
        String what = switch (reason) {
            case SILENCE -> "No output came from " + target.name() + " for " + words(timeouts.silence()) + ", the time-out for silence.";
            case TIMEOUT -> "The run on " + target.name() + " lasted longer than " + words(timeouts.total()) + ", its time-out.";
            default -> "The run on " + target.name() + " was cancelled.";
        };
        String end = reached != RunEngine.Progress.SCRIPT_SENT && reached != RunEngine.Progress.ENDED ? "The script had not begun."
                : state(stillRuns);
        return new RunFailure(reason, what + ' ' + end, Optional.empty(), stillRuns, lastOutput, Optional.empty());
    }

    private String state(StillRuns stillRuns) {
        if (target.ssh()) {
            return stillRuns == StillRuns.NO ? "Its process was ended: the script no longer runs."
                    : "Its process could not be ended: the script may still run.";
        }
        return stillRuns == StillRuns.NO ? "Its shell was deleted: the script no longer runs."
                : "Its shell could not be deleted: the script may still run, until the node ends the idle shell after "
                        + words(Optional.of(settings.shellIdleTimeout())) + '.';
    }

    private static String last(Optional<Instant> lastOutput) {
        return lastOutput.map(then -> "The last output came " + words(Optional.of(Duration.between(then, Instant.now())))
                + " before.").orElse("No output had come.");
    }

    private static String words(Optional<Duration> duration) {
        long seconds = duration.map(Duration::toSeconds).orElse(0L);
        if (seconds >= 120 && seconds % 60 == 0) {
            return seconds / 60 + " minutes";
        }
        return seconds == 1 ? "1 second" : seconds < 1 ? "less than a second" : seconds + " seconds";
    }
}
