package org.poshremote.ui.common;

import java.io.IOException;
import java.net.URL;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.browser.IWorkbenchBrowserSupport;
import org.osgi.framework.Bundle;

/**
 * Opens the user guide as files. The pages are in the help system too, but that needs a web server, which not every Eclipse has
 * (ours from Maven Central has none).
 */
public final class UserGuide extends AbstractHandler {
    private static final String FOLDER = "help/";

    @Override
    public Object execute(ExecutionEvent event) {
        open("index.html");
        return null;
    }

    /** In the UI thread. */
    public static void open(String page) {
        try {
            PlatformUI.getWorkbench().getBrowserSupport().createBrowser(IWorkbenchBrowserSupport.AS_EDITOR, "org.poshremote.ui.guide",
                    Messages.UserGuide_title, Messages.UserGuide_title).openURL(url(page));
        } catch (IOException | PartInitException e) {
            PoshRemotePlugin.show(NLS.bind(Messages.UserGuide_failed, page), e);
        }
    }

    /** A file: the whole folder is unpacked where the bundle is an archive, so that links between pages work. */
    static URL url(String page) throws IOException {
        Bundle bundle = Platform.getBundle(PoshRemotePlugin.ID);
        FileLocator.toFileURL(bundle.getEntry(FOLDER));
        URL entry = FileLocator.find(bundle, IPath.fromPortableString(FOLDER + page), null);
        if (entry == null) {
            throw new IOException(page);
        }
        return FileLocator.toFileURL(entry);
    }
}
