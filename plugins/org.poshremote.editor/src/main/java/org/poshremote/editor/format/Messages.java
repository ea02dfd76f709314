package org.poshremote.editor.format;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String FormatHandler_cannot;
    public static String FormatHandler_nothing;

    static {
        NLS.initializeMessages("org.poshremote.editor.format.messages", Messages.class);
    }

    private Messages() {
    }
}
