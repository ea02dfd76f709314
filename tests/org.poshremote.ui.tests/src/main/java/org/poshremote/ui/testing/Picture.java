package org.poshremote.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.poshremote.ui.ide.Screenshot;

/** Pictures of the workbench, for the documentation and for eyes. */
public final class Picture {
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private Picture() {
    }

    /** Changes the theme of the workbench. */
    public static void theme(boolean dark) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        engine.setTheme(dark ? DARK : LIGHT, false);
        Workbench.settle();
    }

    /** Writes what a shell shows into the folder of the system property {@code poshremote.images}. */
    public static void of(Shell shell, String name) {
        shell.layout(true, true);
        shell.forceActive();
        Workbench.settle();
        redraw(shell);
        Workbench.settle();
        try {
            Screenshot.write(shell, Path.of(System.getProperty("poshremote.images", "target/images")).resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void redraw(Control control) {
        control.redraw();
        control.update();
        Display display = control.getDisplay();
        long[] until = {System.nanoTime() + 300_000_000L};
        Workbench.until("redrawn", () -> System.nanoTime() > until[0] && !display.isDisposed());
    }
}
