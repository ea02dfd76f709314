package org.poshremote.ui.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/** A picture of a window as it is on the screen. In the UI thread. */
public final class Screenshot {
    private Screenshot() {
    }

    /** Writes a PNG; missing folders are made. */
    public static void write(Shell shell, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // without a window manager the frame that the toolkit reckons with is not there, so the client area says where it ends
        Rectangle outer = shell.getBounds();
        Point inner = shell.toDisplay(0, 0);
        Rectangle client = shell.getClientArea();
        Image image = new Image(shell.getDisplay(), inner.x + client.width - outer.x, inner.y + client.height - outer.y);
        GC screen = new GC(shell.getDisplay());
        screen.copyArea(image, outer.x, outer.y);
        screen.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        try {
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } catch (SWTException e) {
            throw new IOException(file + " could not be written: " + e.getMessage(), e);
        }
    }
}
