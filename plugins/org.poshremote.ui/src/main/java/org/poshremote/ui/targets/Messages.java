package org.poshremote.ui.targets;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String ConnectionSteps_cancelled;
    public static String ConnectionSteps_codePage;
    public static String ConnectionSteps_failed;
    public static String ConnectionSteps_name;
    public static String ConnectionSteps_noGreeting;
    public static String ConnectionSteps_offered;
    public static String ConnectionSteps_ok;
    public static String ConnectionSteps_port;
    public static String ConnectionSteps_reached;
    public static String ConnectionSteps_running;
    public static String ConnectionSteps_shell;
    public static String ConnectionSteps_signIn;
    public static String ConnectionSteps_tls;
    public static String ConnectionTest_job;
    public static String ConnectionTest_script;
    public static String FileWatch_cannotWatch;
    public static String HowPage_allowUnencrypted;
    public static String HowPage_authentication;
    public static String HowPage_codePage;
    public static String HowPage_codePageAutomatic;
    public static String HowPage_description;
    public static String HowPage_kind;
    public static String HowPage_notes;
    public static String HowPage_path;
    public static String HowPage_protected;
    public static String HowPage_title;
    public static String HowPage_trust;
    public static String HowPage_trustFile;
    public static String HowPage_trustFileHint;
    public static String HowPage_trustNone;
    public static String HowPage_trustPin;
    public static String HowPage_trustPinHint;
    public static String HowPage_trustSystem;
    public static String HowPage_trustValue;
    public static String NewTargetWizard_edit;
    public static String NewTargetWizard_new;
    public static String NoTargets_demo;
    public static String NoTargets_help;
    public static String NoTargets_import;
    public static String NoTargets_intro;
    public static String NoTargets_new;
    public static String RecentTargets_notKept;
    public static String TargetActions_copyAddress;
    public static String TargetActions_delete;
    public static String TargetActions_deleteText;
    public static String TargetActions_deleteTitle;
    public static String TargetActions_diagnose;
    public static String TargetActions_duplicate;
    public static String TargetActions_edit;
    public static String TargetActions_export;
    public static String TargetActions_forget;
    public static String TargetActions_forgetAll;
    public static String TargetActions_import;
    public static String TargetActions_new;
    public static String TargetActions_openFile;
    public static String TargetActions_run;
    public static String TargetActions_test;
    public static String TargetFiles_export;
    public static String TargetFiles_import;
    public static String TargetFiles_leftOut;
    public static String TargetFiles_risky;
    public static String TargetFiles_value;
    public static String TargetForm_caFile;
    public static String TargetForm_codePage;
    public static String TargetForm_port;
    public static String TargetLabels_failed;
    public static String TargetLabels_millis;
    public static String TargetLabels_project;
    public static String TargetLabels_protected;
    public static String TargetLabels_reached;
    public static String TargetLabels_trying;
    public static String TargetLabels_unconfirmed;
    public static String Targets_reading;
    public static String WherePage_cancelTest;
    public static String WherePage_description;
    public static String WherePage_editTitle;
    public static String WherePage_group;
    public static String WherePage_host;
    public static String WherePage_hostHint;
    public static String WherePage_keep;
    public static String WherePage_name;
    public static String WherePage_password;
    public static String WherePage_port;
    public static String WherePage_protocol;
    public static String WherePage_taken;
    public static String WherePage_test;
    public static String WherePage_title;
    public static String WherePage_try;
    public static String WherePage_user;
    public static String WherePage_userHint;

    static {
        NLS.initializeMessages("org.poshremote.ui.targets.messages", Messages.class);
    }

    private Messages() {
    }
}
