package org.poshremote.ui.launch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.poshremote.core.run.OutputRecording;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.console.RunErrors;
import org.poshremote.ui.launch.RunStreams.Kind;

/**
 * A run as the platform knows processes. It is there, and its console open, before anything is sent to the node.
 *
 * <p>Events come on threads of the run. Terminating does not wait: the end arrives as an event like any other.
 */
public final class RemoteProcess extends PlatformObject implements IProcess {
    private static final byte[] NO_BYTES = {};
    /** What the platform shows of a run that has no exit code of its own. */
    static final int NO_EXIT_CODE = -1;

    private final ILaunch launch;
    private final String label;
    private final RunStreams streams = new RunStreams();
    private final RunText text = new RunText();
    private final RunProgress progress;
    private final RunErrors errors;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private Optional<ActiveRun> run = Optional.empty();
    private boolean terminateAsked;
    private Optional<RunOutcome> outcome = Optional.empty();
    private boolean terminated;
    private int exitValue = NO_EXIT_CODE;

    /** What this process needs of a run in progress. */
    public interface ActiveRun {
        /** Does not wait for the end. */
        void cancel();

        /** The bytes that came so far, for another code page. */
        OutputRecording recording();

        /** Deletes the bytes. */
        void close();
    }

    RemoteProcess(ILaunch launch, String label, String target) {
        this.launch = launch;
        this.label = label;
        this.progress = new RunProgress(label, this::terminate);
        this.errors = RunErrors.of(launch.getLaunchConfiguration(), target);
        setAttribute(ATTR_PROCESS_TYPE, LaunchAttributes.PROCESS_TYPE);
        launch.addProcess(this);
        fire(DebugEvent.CREATE);
    }

    /** Connects the run; a terminate that was asked for meanwhile takes effect now. */
    void attach(ActiveRun active) {
        boolean cancel;
        synchronized (this) {
            run = Optional.of(active);
            cancel = terminateAsked;
        }
        if (cancel) {
            active.cancel();
        }
    }

    /** Where the run delivers its events. */
    Consumer<RunEvent> events() {
        return this::event;
    }

    private void event(RunEvent event) {
        if (event instanceof RunEvent.Progress record) {
            progress.report(record);
            return;
        }
        if (event instanceof RunEvent.Output output) {
            streams.stream(Kind.OUTPUT).append(text.output(output.text()), output.bytes());
            return;
        }
        if (event instanceof RunEvent.ErrorRecord error) {
            errors.report(error);
        }
        text.render(event).forEach(line -> streams.stream(line.kind()).append(line.text(), NO_BYTES));
    }

    /** The run is over, its shell on the node is gone. */
    void ended(RunOutcome result) {
        end(Optional.of(result), result.exit().map(status -> (int) status.code()).orElse(NO_EXIT_CODE));
        text.footer(result).forEach(line -> streams.stream(line.kind()).append(line.text(), NO_BYTES));
        fire(DebugEvent.TERMINATE);
    }

    /** The run did not come to anything, for a reason that the person reads in the console. */
    void failed(String message) {
        end(Optional.empty(), NO_EXIT_CODE);
        streams.stream(Kind.ERROR).append(text.lineStart() + message + "\n", NO_BYTES);
        fire(DebugEvent.TERMINATE);
    }

    private void end(Optional<RunOutcome> result, int value) {
        progress.end();
        synchronized (this) {
            outcome = result;
            exitValue = value;
            terminated = true;
        }
    }

    /** @return how the run ended; empty while it runs, and for one that could not start */
    public synchronized Optional<RunOutcome> outcome() {
        return outcome;
    }

    /** @return the run, once it was started */
    public synchronized Optional<ActiveRun> run() {
        return run;
    }

    @Override
    public void terminate() {
        Optional<ActiveRun> active;
        synchronized (this) {
            terminateAsked = true;
            active = run;
        }
        active.ifPresent(ActiveRun::cancel);
    }

    @Override
    public synchronized boolean canTerminate() {
        return !terminated;
    }

    @Override
    public synchronized boolean isTerminated() {
        return terminated;
    }

    @Override
    public synchronized int getExitValue() throws DebugException {
        if (!terminated) {
            throw new DebugException(PoshRemotePlugin.error(Messages.RemoteProcess_stillRuns, null));
        }
        return exitValue;
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public RunStreams getStreamsProxy() {
        return streams;
    }

    @Override
    public void setAttribute(String key, String value) {
        attributes.put(key, value);
    }

    @Override
    public String getAttribute(String key) {
        return attributes.get(key);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IProcess.class) {
            return adapter.cast(this);
        }
        if (adapter == ILaunch.class) {
            return adapter.cast(launch);
        }
        if (adapter == ILaunchConfiguration.class) {
            return adapter.cast(launch.getLaunchConfiguration());
        }
        return super.getAdapter(adapter);
    }

    private void fire(int kind) {
        DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
    }
}
