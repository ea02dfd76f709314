package org.poshremote.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String RunPreferencePage_colors;
    public static String RunPreferencePage_console;
    public static String RunPreferencePage_description;
    public static String RunPreferencePage_notANumber;
    public static String RunPreferencePage_seconds;
    public static String RunPreferencePage_secureStorage;
    public static String RunPreferencePage_wireLog;
    public static String WireLog_hidden;
    public static String WireLog_off;
    public static String WireLog_shown;

    static {
        NLS.initializeMessages("org.poshremote.ui.preferences.messages", Messages.class);
    }

    private Messages() {
    }
}
