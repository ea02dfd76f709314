package org.poshremote.editor.server;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String EditorServices_noPowerShell;
    public static String EditorServices_noScript;
    public static String EmbeddedServer_failed;
    public static String ScriptServer_noStart;
    public static String ServerLog_name;
    public static String ServerLog_restart;

    static {
        NLS.initializeMessages("org.poshremote.editor.server.messages", Messages.class);
    }

    private Messages() {
    }
}
