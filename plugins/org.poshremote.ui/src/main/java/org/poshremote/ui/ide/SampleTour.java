package org.poshremote.ui.ide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.launch.ScriptLaunch;
import org.poshremote.ui.targets.TargetsView;

/** Shows the sample workspace; where a picture is asked for, runs the first example and ends with the picture. In the UI thread. */
final class SampleTour {
    private static final int LOOK_EVERY_MS = 200;
    private static final int LONGEST_WAIT_MS = 60_000;
    private static final int PICTURE_WIDTH = 1400;
    private static final int PICTURE_HEIGHT = 900;
    private static final int EXIT_WITHOUT_PICTURE = 70;

    private final Path picture;
    private final IWorkbenchWindow window;
    private int waited;

    private SampleTour(Path picture, IWorkbenchWindow window) {
        this.picture = picture;
        this.window = window;
    }

    static void begin(SampleWorkspace workspace, Optional<Path> picture) {
        IWorkbench workbench = PlatformUI.getWorkbench();
        IWorkbenchWindow window = workbench.getWorkbenchWindows()[0];
        try {
            if (workbench.getIntroManager().getIntro() != null) {
                workbench.getIntroManager().closeIntro(workbench.getIntroManager().getIntro());
            }
            IWorkbenchPage page = workbench.showPerspective(PoshRemotePerspective.ID, window);
            TargetsView targets = (TargetsView) page.showView(TargetsView.ID);
            BasicNewResourceWizard.selectAndReveal(workspace.script(), window);
            IDE.openEditor(page, workspace.script());
            targets.reveal(workspace.target().name());
        } catch (WorkbenchException e) {
            PoshRemotePlugin.show(e.getStatus().getMessage(), e);
        }
        picture.ifPresent(file -> {
            Rectangle screen = window.getShell().getDisplay().getPrimaryMonitor().getClientArea();
            window.getShell().setBounds(screen.x, screen.y, Math.min(screen.width, PICTURE_WIDTH), Math.min(screen.height, PICTURE_HEIGHT));
            ScriptLaunch.run(workspace.script(), workspace.target().name());
            new SampleTour(file, window).look();
        });
    }

    /** Looks again and again, between the other work of the UI thread, until the run shows its end. */
    private void look() {
        Display display = window.getShell().getDisplay();
        waited += LOOK_EVERY_MS;
        if (shown()) {
            display.timerExec(2 * LOOK_EVERY_MS, this::take);
        } else if (waited < LONGEST_WAIT_MS) {
            display.timerExec(LOOK_EVERY_MS, this::look);
        } else {
            PoshRemotePlugin.log(Messages.SampleStart_noPicture, null);
            System.exit(EXIT_WITHOUT_PICTURE);
        }
    }

    private static boolean shown() {
        return lastLine().filter(line -> line.startsWith("# ")).isPresent();
    }

    /** Of the console of a run that has ended. */
    private static Optional<String> lastLine() {
        return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getProcesses()).filter(IProcess::isTerminated)
                .map(DebugUITools::getConsole).filter(TextConsole.class::isInstance).map(TextConsole.class::cast)
                .flatMap(console -> console.getDocument().get().lines()).reduce((first, second) -> second);
    }

    private void take() {
        Shell shell = window.getShell();
        try {
            Screenshot.write(shell, picture);
        } catch (IOException e) {
            PoshRemotePlugin.log(Messages.SampleStart_noPicture, e);
            System.exit(EXIT_WITHOUT_PICTURE);
        }
        System.out.println(lastLine().orElse(""));
        PlatformUI.getWorkbench().close();
    }
}
