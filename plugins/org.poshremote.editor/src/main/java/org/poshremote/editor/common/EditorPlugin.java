package org.poshremote.editor.common;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.osgi.framework.BundleContext;
import org.poshremote.editor.content.EncodingKeeper;

/** The bundle's life in the platform: preferences, pictures, error log. */
public final class EditorPlugin extends AbstractUIPlugin {
    public static final String ID = "org.poshremote.editor";

    private static EditorPlugin plugin;
    private static volatile Runnable atStop = () -> { };

    @Override
    public void start(BundleContext context) throws Exception {
        super.start(context);
        plugin = this;
        EncodingKeeper.install();
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        atStop.run();
        plugin = null;
        super.stop(context);
    }

    public static EditorPlugin get() {
        return plugin;
    }

    /** What is to be done when the workbench ends. */
    public static void whenStopped(Runnable action) {
        atStop = action;
    }

    /** An entry in the error log. From any thread. */
    public static void log(String message, Throwable cause) {
        EditorPlugin own = plugin;
        if (own != null) {
            own.getLog().log(new Status(IStatus.ERROR, ID, message, cause));
        }
    }
}
