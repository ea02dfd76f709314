package org.poshremote.editor.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String EditorPage_about;
    public static String EditorPage_browse;
    public static String EditorPage_colors;
    public static String EditorPage_description;
    public static String EditorPage_embedded;
    public static String EditorPage_folder;
    public static String EditorPage_formatting;
    public static String EditorPage_lsp4e;
    public static String EditorPage_noPowerShell;
    public static String EditorPage_noScript;
    public static String EditorPage_powershell;
    public static String EditorPage_rules;
    public static String EditorPage_server;
    public static String EditorPage_services;
    public static String EditorPage_templates;
    public static String EditorPage_text;
    public static String FormatPage_stroustrup;
    public static String FormatPage_preset;
    public static String FormatPage_otbs;
    public static String FormatPage_onSave;
    public static String FormatPage_description;
    public static String FormatPage_default;
    public static String FormatPage_allman;
    public static String RulesPage_count;
    public static String RulesPage_description;
    public static String RulesPage_error;
    public static String RulesPage_information;
    public static String RulesPage_none;
    public static String RulesPage_own;
    public static String RulesPage_rule;
    public static String RulesPage_search;
    public static String RulesPage_select;
    public static String RulesPage_severity;
    public static String RulesPage_severityColumn;
    public static String RulesPage_warning;
    public static String ScopedPage_notKept;
    public static String ScopedPage_own;
    public static String ScopedPage_workspace;

    static {
        NLS.initializeMessages("org.poshremote.editor.preferences.messages", Messages.class);
    }

    private Messages() {
    }
}
