package org.poshremote.ui.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchesListener;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.OutputRecording;
import org.poshremote.core.run.Run;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.target.Target;
import org.poshremote.core.wirelog.WireLogFile;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.diagnosis.Diagnoses;
import org.poshremote.ui.path.EclipsePath;
import org.poshremote.ui.preferences.RunPreferences;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.secrets.TargetCredentials;
import org.poshremote.ui.targets.Contact;
import org.poshremote.ui.targets.RecentTargets;
import org.poshremote.ui.targets.Targets;
import org.poshremote.wsman.http.WireLog;

/** The runs of this workbench in progress. */
public final class Runs {
    private static final Runs SHARED = new Runs();

    private final Set<RemoteProcess> active = ConcurrentHashMap.newKeySet();

    private Runs() {
        RunsAtQuit.install(this);
        DebugPlugin.getDefault().getLaunchManager().addLaunchListener(new ForgetRecordings());
    }

    public static Runs get() {
        return SHARED;
    }

    /** Opens the console and begins the run; does not wait for its end. Not in the UI thread. */
    void start(ILaunch launch, RunRequest request) {
        Target target = request.target();
        RemoteProcess process = new RemoteProcess(launch, NLS.bind(Messages.Runs_label, request.script().name(), target.name()), target.name());
        active.add(process);
        RecentTargets.get().used(target.name());
        Thread.ofVirtual().name("run " + process.getLabel()).start(() -> {
            try {
                run(process, request);
            } finally {
                active.remove(process);
            }
        });
    }

    private static void run(RemoteProcess process, RunRequest request) {
        Target target = request.target();
        Consumer<RunEvent> console = process.events();
        Instant begin = Instant.now();
        Optional<WireLogFile> wireLog = WireLogs.begin(process, target);
        RunContext context = RunContext.ofThisUser().withSettings(RunPreferences.settings()).withPath(EclipsePath.context())
                .withWireLog(wireLog.<WireLog>map(log -> log).orElse(WireLog.OFF));
        Run run = Run.start(request, new TargetCredentials(), event -> {
            if (event instanceof RunEvent.Started started) {
                reached(target, begin, started.greeting());
            }
            console.accept(event);
        }, context);
        process.attach(new RemoteProcess.ActiveRun() {
            @Override
            public void cancel() {
                run.cancel();
            }

            @Override
            public OutputRecording recording() {
                return run.output();
            }

            @Override
            public void close() {
                run.close();
            }
        });
        try {
            RunOutcome outcome = run.await();
            if (outcome.exit().isPresent()) {
                Passwords.get().accepted(target);
            }
            outcome.failure().ifPresent(failure -> failed(target, failure));
            process.ended(outcome);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.cancel();
            process.failed(Messages.Runs_interrupted);
        } catch (IllegalStateException e) { // a mistake of this program
            PoshRemotePlugin.log(e.getMessage(), e);
            process.failed(e.getMessage());
        } finally {
            wireLog.ifPresent(WireLogFile::close);
        }
    }

    private static void reached(Target target, Instant begin, NodeGreeting greeting) {
        Passwords.get().accepted(target);
        Diagnoses.get().reached(target);
        Instant now = Instant.now();
        Targets.get().contacted(target, new Contact.Reached(now, greeting.summary().split(",")[0], Duration.between(begin, now)));
    }

    private static void failed(Target target, RunFailure failure) {
        if (SignInFailure.wrongKeyPassword(failure)) {
            Passwords.get().keyRefused(target, failure.message());
        }
        if (SignInFailure.rejected(failure)) {
            Passwords.get().refused(target, failure.message());
        }
        if (SignInFailure.beforeAnythingWasSent(failure)) {
            return;
        }
        switch (failure.kind()) {
            case SIGN_IN, CONNECT, NODE, CODE_PAGE, PROTOCOL, LOST -> {
                Targets.get().contacted(target, new Contact.Failed(Instant.now(), failure.message().lines().findFirst().orElse("")));
                if (failure.kind() != RunFailure.Kind.LOST) { // what a script did to its node is told in the console
                    Diagnoses.get().failed(target, failure.cause());
                }
            }
            default -> {
                // says nothing about the node
            }
        }
    }

    /** Those that have not ended, shells on the nodes included. */
    List<RemoteProcess> inProgress() {
        return List.copyOf(active);
    }

    /** What a run wrote is kept as long as its launch is there to be looked at. */
    private static final class ForgetRecordings implements ILaunchesListener {
        @Override
        public void launchesRemoved(ILaunch[] launches) {
            Arrays.stream(launches).flatMap(launch -> Arrays.stream(launch.getProcesses())).filter(RemoteProcess.class::isInstance)
                    .map(RemoteProcess.class::cast).forEach(process -> process.run().ifPresent(RemoteProcess.ActiveRun::close));
        }

        @Override
        public void launchesAdded(ILaunch[] launches) {
            // nothing to keep yet
        }

        @Override
        public void launchesChanged(ILaunch[] launches) {
            // nothing to forget yet
        }
    }
}
