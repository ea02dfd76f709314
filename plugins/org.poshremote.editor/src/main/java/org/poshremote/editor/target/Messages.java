package org.poshremote.editor.target;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String FunctionRun_needs;
    public static String FunctionRun_question;
    public static String FunctionRun_script;
    public static String FunctionRun_title;
    public static String FunctionRun_unknown;
    public static String RunCommands_missing;
    public static String ScriptTarget_notKept;
    public static String TargetControl_inherit;
    public static String TargetControl_more;
    public static String TargetControl_none;
    public static String TargetControl_target;
    public static String TargetControl_tip;
    public static String TargetPropertyPage_description;
    public static String TargetPropertyPage_inherited;
    public static String TargetPropertyPage_notInherited;
    public static String TargetPropertyPage_target;
    public static String RunOnMenu_cannotWatch;

    static {
        NLS.initializeMessages("org.poshremote.editor.target.messages", Messages.class);
    }

    private Messages() {
    }
}
