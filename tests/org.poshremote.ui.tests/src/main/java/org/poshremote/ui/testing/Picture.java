package org.poshremote.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

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
        // without a window manager the frame that the toolkit reckons with is not there
        Rectangle outer = shell.getBounds();
        Point inner = shell.toDisplay(0, 0);
        Rectangle client = shell.getClientArea();
        Point origin = new Point(outer.x, outer.y);
        Rectangle bounds = new Rectangle(outer.x, outer.y, inner.x + client.width - outer.x, inner.y + client.height - outer.y);
        Image image = new Image(shell.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(shell.getDisplay());
        gc.copyArea(image, origin.x, origin.y);
        gc.dispose();
        write(image, name);
    }

    private static void redraw(Control control) {
        control.redraw();
        control.update();
        Display display = control.getDisplay();
        long[] until = {System.nanoTime() + 300_000_000L};
        Workbench.until("redrawn", () -> System.nanoTime() > until[0] && !display.isDisposed());
    }

    private static void write(Image image, String name) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("poshremote.images", "target/images")));
            ImageData data = image.getImageData();
            image.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {data};
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
