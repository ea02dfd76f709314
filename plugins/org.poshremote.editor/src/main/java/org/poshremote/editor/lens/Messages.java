package org.poshremote.editor.lens;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String LensCommands_runOn;
    public static String LensCommands_scriptOn;

    static {
        NLS.initializeMessages("org.poshremote.editor.lens.messages", Messages.class);
    }

    private Messages() {
    }
}
