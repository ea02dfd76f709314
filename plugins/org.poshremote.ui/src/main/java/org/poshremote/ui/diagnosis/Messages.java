package org.poshremote.ui.diagnosis;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String Details_certificate;
    public static String Details_changes;
    public static String Details_come;
    public static String Details_compared;
    public static String Details_copy;
    public static String Details_difference;
    public static String Details_evidence;
    public static String Details_gone;
    public static String Details_more;
    public static String Details_noDifference;
    public static String Details_notExplained;
    public static String Details_open;
    public static String Details_risk;
    public static String Details_run;
    public static String Details_seen;
    public static String Details_setting;
    public static String Details_step;
    public static String Details_undo;
    public static String Details_use;
    public static String Details_where;
    public static String Diagnoses_job;
    public static String Labels_cause;
    public static String Labels_millis;
    public static String RemedyRun_text;
    public static String RemedyRun_title;
    public static String TargetChange_gone;
    public static String TargetChange_text;
    public static String TargetChange_title;
    public static String View_again;
    public static String View_compare;
    public static String View_copy;
    public static String View_copyRedacted;
    public static String View_cost;
    public static String View_explain;
    public static String View_explainText;
    public static String View_explainTitle;
    public static String View_help;
    public static String View_looking;
    public static String View_nothing;
    public static String View_seen;
    public static String View_step;
    public static String View_stop;
    public static String View_verdict;

    static {
        NLS.initializeMessages("org.poshremote.ui.diagnosis.messages", Messages.class);
    }

    private Messages() {
    }
}
