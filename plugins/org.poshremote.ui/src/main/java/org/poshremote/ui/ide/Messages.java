package org.poshremote.ui.ide;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String SampleStart_job;
    public static String SampleStart_noPicture;
    public static String SampleWorkspace_failed;

    static {
        NLS.initializeMessages("org.poshremote.ui.ide.messages", Messages.class);
    }

    private Messages() {
    }
}
