package org.poshremote.ui.common;

/** Context help by the identifiers of {@code help/contexts.xml}. */
public final class Help {
    private static final String PREFIX = PoshRemotePlugin.ID + ".";

    public static final String TARGETS_VIEW = PREFIX + "targets_view";
    public static final String DIAGNOSIS_VIEW = PREFIX + "diagnosis_view";
    public static final String TARGET_WIZARD = PREFIX + "target_wizard";
    public static final String PASSWORD = PREFIX + "password";
    public static final String CERTIFICATE = PREFIX + "certificate";
    public static final String MAIN_TAB = PREFIX + "main_tab";
    public static final String REMOTE_TAB = PREFIX + "remote_tab";
    public static final String PREFERENCES = PREFIX + "preferences";
    public static final String CONSOLE = PREFIX + "console";

    private Help() {
    }
}
