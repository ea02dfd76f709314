package org.poshremote.editor.document;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String WorkspaceEdits_failed;

    static {
        NLS.initializeMessages("org.poshremote.editor.document.messages", Messages.class);
    }

    private Messages() {
    }
}
