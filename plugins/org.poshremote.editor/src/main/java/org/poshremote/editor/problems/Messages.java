package org.poshremote.editor.problems;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String Fixes_changed;
    public static String ProblemMarkers_writing;

    static {
        NLS.initializeMessages("org.poshremote.editor.problems.messages", Messages.class);
    }

    private Messages() {
    }
}
