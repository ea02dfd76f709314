package org.poshremote.editor.rename;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String RenameHandler_cannot;
    public static String RenameHandler_nothing;
    public static String RenameHandler_title;
    public static String RenameScriptName_change;
    public static String RenameScriptName_late;
    public static String RenameScriptName_refused;
    public static String RenameWizard_newName;

    static {
        NLS.initializeMessages("org.poshremote.editor.rename.messages", Messages.class);
    }

    private Messages() {
    }
}
