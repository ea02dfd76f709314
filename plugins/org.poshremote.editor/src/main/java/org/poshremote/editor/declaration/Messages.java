package org.poshremote.editor.declaration;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String ScriptHyperlinks_open;
    public static String ScriptHyperlinks_unknown;

    static {
        NLS.initializeMessages("org.poshremote.editor.declaration.messages", Messages.class);
    }

    private Messages() {
    }
}
