package org.poshremote.ui.common;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.eclipse.ui.statushandlers.StatusManager;
import org.osgi.framework.BundleContext;

/** The bundle's life in the platform: preferences, dialog settings, error log. */
public final class PoshRemotePlugin extends AbstractUIPlugin {
    public static final String ID = "org.poshremote.ui";

    private static PoshRemotePlugin plugin;

    @Override
    public void start(BundleContext context) throws Exception {
        super.start(context);
        plugin = this;
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        plugin = null;
        super.stop(context);
    }

    public static PoshRemotePlugin get() {
        return plugin;
    }

    /** An entry in the error log. */
    public static void log(String message, Throwable cause) {
        plugin.getLog().log(error(message, cause));
    }

    /** An entry in the error log and a dialog. From any thread. */
    public static void show(String message, Throwable cause) {
        StatusManager.getManager().handle(error(message, cause), StatusManager.LOG | StatusManager.SHOW);
    }

    public static IStatus error(String message, Throwable cause) {
        return new Status(IStatus.ERROR, ID, message, cause);
    }
}
