package org.poshremote.ui.demo;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String DemoTarget_failed;
    public static String DemoTarget_job;
    public static String DemoTarget_notes;

    static {
        NLS.initializeMessages("org.poshremote.ui.demo.messages", Messages.class);
    }

    private Messages() {
    }
}
