package org.poshremote.ui.console;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String ExportWireLog_failed;
    public static String ExportWireLog_none;
    public static String ExportWireLog_text;
    public static String ExportWireLog_title;
    public static String RecodeAction_choose;
    public static String RecodeAction_others;
    public static String RecodeAction_text;
    public static String RecodeAction_title;
    public static String RecodedConsole_failed;
    public static String RecodedConsole_name;
    public static String RunErrors_job;
    public static String RunErrors_message;

    static {
        NLS.initializeMessages("org.poshremote.ui.console.messages", Messages.class);
    }

    private Messages() {
    }
}
