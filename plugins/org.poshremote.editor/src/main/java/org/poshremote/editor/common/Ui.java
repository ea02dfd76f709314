package org.poshremote.editor.common;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
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

    /** Now, in the UI thread; empty once the workbench is closing. */
    public static <T> Optional<T> call(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        Display display = PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getDisplay() : null;
        if (display != null && !display.isDisposed()) {
            display.syncExec(() -> answer.set(question.get()));
        }
        return Optional.ofNullable(answer.get());
    }

    /** Whether the caller is in the UI thread, which never waits. */
    public static boolean here() {
        return Display.getCurrent() != null;
    }

    /** In the UI thread: the page in front. */
    public static Optional<IWorkbenchPage> page() {
        return Optional.ofNullable(window()).map(IWorkbenchWindow::getActivePage);
    }

    /** In the UI thread: the editor in front. */
    public static Optional<IEditorPart> editor() {
        return page().map(IWorkbenchPage::getActiveEditor);
    }

    /** In the UI thread: what a dialog belongs to. */
    public static Shell shell() {
        IWorkbenchWindow window = window();
        return window == null ? PlatformUI.getWorkbench().getDisplay().getActiveShell() : window.getShell();
    }

    /** In the UI thread: says something in the status line of the editor in front. */
    public static void status(String message) {
        editor().ifPresent(editor -> editor.getEditorSite().getActionBars().getStatusLineManager().setMessage(message));
    }

    private static IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchWindow[] all = PlatformUI.getWorkbench().getWorkbenchWindows();
        return active != null || all.length == 0 ? active : all[0];
    }
}
