package org.poshremote.ui.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.poshremote.ui.common.Ui;

/** Quitting ends the runs in progress, once the person agrees, and leaves no shell behind on a node. */
final class RunsAtQuit implements IWorkbenchListener {
    /** Longer than the way out of a run takes on a node that answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Runs runs;

    private RunsAtQuit(Runs runs) {
        this.runs = runs;
    }

    static void install(Runs runs) {
        PlatformUI.getWorkbench().addWorkbenchListener(new RunsAtQuit(runs));
    }

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        List<RemoteProcess> active = runs.inProgress();
        if (!active.isEmpty() && !forced) {
            String names = active.stream().map(RemoteProcess::getLabel).sorted().collect(Collectors.joining("\n"));
            return MessageDialog.open(MessageDialog.QUESTION, Ui.shell(), Messages.Runs_quitTitle, NLS.bind(Messages.Runs_quitText, names), SWT.NONE,
                    Messages.Runs_quit, IDialogConstants.CANCEL_LABEL) == 0;
        }
        return true;
    }

    /** The windows are closed by now, so waiting here holds nobody up. */
    @Override
    public void postShutdown(IWorkbench workbench) {
        end(runs);
    }

    static void end(Runs runs) {
        runs.inProgress().forEach(RemoteProcess::terminate);
        Instant until = Instant.now().plus(PATIENCE);
        while (!runs.inProgress().isEmpty() && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
