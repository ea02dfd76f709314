package org.poshremote.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String Delegate_targetGone;
    public static String MainTab_arguments;
    public static String MainTab_argumentsHint;
    public static String MainTab_fileSystem;
    public static String MainTab_name;
    public static String MainTab_newTarget;
    public static String MainTab_onTheNode;
    public static String MainTab_script;
    public static String MainTab_standardInput;
    public static String MainTab_stdinFile;
    public static String MainTab_stdinNone;
    public static String MainTab_stdinText;
    public static String MainTab_target;
    public static String MainTab_targetAddress;
    public static String MainTab_unknownTarget;
    public static String MainTab_variables;
    public static String MainTab_workingFolder;
    public static String MainTab_workingFolderHint;
    public static String MainTab_workspace;
    public static String MainTab_workspaceMessage;
    public static String MainTab_workspaceTitle;
    public static String RecentTargetsMenu_runOn;
    public static String RemoteProcess_stillRuns;
    public static String RemoteTab_asTarget;
    public static String RemoteTab_authentication;
    public static String RemoteTab_automatic;
    public static String RemoteTab_clr;
    public static String RemoteTab_clrForced;
    public static String RemoteTab_codePage;
    public static String RemoteTab_connection;
    public static String RemoteTab_end;
    public static String RemoteTab_exitCodes;
    public static String RemoteTab_exitCodesHint;
    public static String RemoteTab_host;
    public static String RemoteTab_name;
    public static String RemoteTab_noLimit;
    public static String RemoteTab_notSeconds;
    public static String RemoteTab_profileScripts;
    public static String RemoteTab_shell;
    public static String RemoteTab_silence;
    public static String RemoteTab_total;
    public static String RequestReader_codePage;
    public static String RequestReader_exitCodes;
    public static String RequestReader_noScript;
    public static String RequestReader_noTarget;
    public static String RequestReader_scriptMissing;
    public static String RequestReader_scriptUnreadable;
    public static String RequestReader_selection;
    public static String RequestReader_stdinMissing;
    public static String RequestReader_unknownChoice;
    public static String RunConsent_doNot;
    public static String RunConsent_run;
    public static String RunConsent_text;
    public static String RunConsent_title;
    public static String RunConsent_trust;
    public static String RunConsent_trustText;
    public static String RunConsent_trustTitle;
    public static String RunConsent_value;
    public static String RunStreams_noTyping;
    public static String RunText_account;
    public static String RunText_clr;
    public static String RunText_codePage;
    public static String RunText_debug;
    public static String RunText_exited;
    public static String RunText_exitedWithError;
    public static String RunText_header;
    public static String RunText_hours;
    public static String RunText_mayStillRun;
    public static String RunText_minutes;
    public static String RunText_noExitCode;
    public static String RunText_note;
    public static String RunText_seconds;
    public static String RunText_signedIn;
    public static String RunText_started;
    public static String RunText_stillRuns;
    public static String RunText_verbose;
    public static String RunText_warning;
    public static String Runs_interrupted;
    public static String Runs_label;
    public static String Runs_quit;
    public static String Runs_quitText;
    public static String Runs_quitTitle;
    public static String ScriptShortcut_chooseConfiguration;
    public static String ScriptShortcut_chooseTarget;
    public static String ScriptShortcut_noScript;
    public static String ScriptShortcut_noSelection;
    public static String ScriptShortcut_noTarget;
    public static String ScriptShortcut_selection;
    public static String ScriptShortcut_title;
    public static String WireLogs_notWritten;

    static {
        NLS.initializeMessages("org.poshremote.ui.launch.messages", Messages.class);
    }

    private Messages() {
    }
}
