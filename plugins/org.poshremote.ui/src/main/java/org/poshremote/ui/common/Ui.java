package org.poshremote.ui.common;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The way from other threads to the one that may touch widgets. */
public final class Ui {
    private Ui() {
    }

    /** Later, in the UI thread; not at all once the workbench is closing. */
    public static void later(Runnable action) {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            if (!display.isDisposed()) {
                display.asyncExec(action);
            }
        }
    }

    /** Now, in the UI thread, for an answer of the person. */
    public static <T> T call(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> answer.set(question.get()));
        return answer.get();
    }

    /** In the UI thread: what a dialog belongs to. */
    public static Shell shell() {
        IWorkbenchWindow window = window();
        return window == null ? PlatformUI.getWorkbench().getDisplay().getActiveShell() : window.getShell();
    }

    /** In the UI thread: the page in front. */
    public static Optional<IWorkbenchPage> page() {
        return Optional.ofNullable(window()).map(IWorkbenchWindow::getActivePage);
    }

    private static IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (active != null) {
            return active;
        }
        IWorkbenchWindow[] all = PlatformUI.getWorkbench().getWorkbenchWindows();
        return all.length == 0 ? null : all[0];
    }
}
