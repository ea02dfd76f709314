package org.poshremote.ui.targets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.Run;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.target.Target;
import org.poshremote.ui.launch.SignInFailure;
import org.poshremote.ui.path.EclipsePath;
import org.poshremote.ui.preferences.RunPreferences;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;

/**
 * Tries a target the way a run would: by a script that does nothing. What the way shows up to the point where it ends is
 * the result.
 */
final class ConnectionTest extends Job {
    /** The steps of the way, in order. */
    enum Step {
        NAME, PORT, TLS, SIGN_IN, SHELL, CODE_PAGE
    }

    /** How it went. */
    sealed interface Result {
        record Reached(Optional<NodeGreeting> greeting, Duration took, int requests) implements Result {
        }

        /**
         * @param tried    false where it ended here, before anything was sent
         * @param rejected a node saw the password and said no, now or before
         * @param offered  ways of signing in that the node offers, where it said so
         * @param cause    what was thrown
         */
        record Failed(Step step, boolean tried, boolean rejected, String message, Optional<String> remedy, List<String> offered,
                Optional<WsmanException> cause) implements Result {
        }

        record Cancelled() implements Result {
        }
    }

    private final Target target;
    private final CredentialSource credentials;
    private final Consumer<Result> end;
    private Optional<Run> run = Optional.empty();

    /** @param end is told on the job's thread */
    ConnectionTest(Target target, CredentialSource credentials, Consumer<Result> end) {
        super(NLS.bind(Messages.ConnectionTest_job, target.name()));
        this.target = target;
        this.credentials = credentials;
        this.end = end;
        setUser(false);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        RunRequest request = RunRequest.of(target, ScriptSource.of(Messages.ConnectionTest_script, "exit 0\n")).confirmed(true).build();
        RunContext context = RunContext.ofThisUser().withSettings(RunPreferences.settings()).withPath(EclipsePath.context());
        try (Run started = Run.start(request, credentials, event -> {
            // only the end counts
        }, context)) {
            synchronized (this) {
                run = Optional.of(started);
            }
            if (monitor.isCanceled()) {
                started.cancel();
            }
            Result result = result(started.await(), target.https() && !target.ssh());
            end.accept(result);
            return result instanceof Result.Cancelled ? Status.CANCEL_STATUS : Status.OK_STATUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.accept(new Result.Cancelled());
            return Status.CANCEL_STATUS;
        }
    }

    @Override
    protected synchronized void canceling() {
        run.ifPresent(Run::cancel);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == ConnectionTest.class;
    }

    static Result result(RunOutcome outcome, boolean https) {
        if (outcome.failure().isEmpty()) {
            return new Result.Reached(outcome.greeting(), outcome.duration(), outcome.requests());
        }
        RunFailure failure = outcome.failure().get();
        if (failure.kind() == RunFailure.Kind.CANCELLED) {
            return new Result.Cancelled();
        }
        List<String> offered = failure.cause().map(cause -> switch (cause) {
            case AuthenticationException refused -> refused.offered();
            case HttpStatusException status -> status.wwwAuthenticate();
            default -> List.<String>of();
        }).orElse(List.of());
        return new Result.Failed(step(failure, https), !SignInFailure.beforeAnythingWasSent(failure), SignInFailure.rejected(failure), failure.message(), failure.remedy(), offered,
                failure.cause());
    }

    private static Step step(RunFailure failure, boolean https) {
        if (failure.cause().orElse(null) instanceof TransportException transport) {
            return switch (transport.kind()) {
                case NAME_NOT_RESOLVED -> Step.NAME;
                case TLS -> Step.TLS;
                default -> Step.PORT;
            };
        }
        return switch (failure.kind()) {
            case SIGN_IN, REFUSED -> Step.SIGN_IN;
            case CODE_PAGE -> Step.CODE_PAGE;
            case CONNECT -> https ? Step.TLS : Step.PORT;
            default -> Step.SHELL;
        };
    }
}
