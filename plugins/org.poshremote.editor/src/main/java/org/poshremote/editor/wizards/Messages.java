package org.poshremote.editor.wizards;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String NewModulePage_about;
    public static String NewModulePage_browse;
    public static String NewModulePage_choose;
    public static String NewModulePage_container;
    public static String NewModulePage_description;
    public static String NewModulePage_exists;
    public static String NewModulePage_name;
    public static String NewModulePage_noContainer;
    public static String NewModulePage_noName;
    public static String NewModulePage_noNoun;
    public static String NewModulePage_noun;
    public static String NewModuleWizard_failed;
    public static String NewModuleWizard_title;
    public static String NewScriptPage_change;
    public static String NewScriptPage_description;
    public static String NewScriptPage_extension;
    public static String NewScriptPage_name;
    public static String NewScriptPage_template;
    public static String NewScriptWizard_title;

    static {
        NLS.initializeMessages("org.poshremote.editor.wizards.messages", Messages.class);
    }

    private Messages() {
    }
}
