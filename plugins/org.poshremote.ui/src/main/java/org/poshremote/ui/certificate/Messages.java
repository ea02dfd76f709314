package org.poshremote.ui.certificate;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String Dialog_authority;
    public static String Dialog_cancel;
    public static String Dialog_chain;
    public static String Dialog_close;
    public static String Dialog_compare;
    public static String Dialog_details;
    public static String Dialog_export;
    public static String Dialog_exportFailed;
    public static String Dialog_exportTitle;
    public static String Dialog_heading;
    public static String Dialog_itself;
    public static String Dialog_no;
    public static String Dialog_none;
    public static String Dialog_notLimited;
    public static String Dialog_objections;
    public static String Dialog_pin;
    public static String Dialog_title;
    public static String Dialog_yes;
    public static String Field_authority;
    public static String Field_issuer;
    public static String Field_key;
    public static String Field_keyUsage;
    public static String Field_names;
    public static String Field_purposes;
    public static String Field_serial;
    public static String Field_sha1;
    public static String Field_sha256;
    public static String Field_signature;
    public static String Field_subject;
    public static String Field_valid;
    public static String Job_failed;
    public static String Job_name;
    public static String Job_plain;
    public static String Pin_gone;
    public static String Pin_title;

    static {
        NLS.initializeMessages("org.poshremote.ui.certificate.messages", Messages.class);
    }

    private Messages() {
    }
}
