package org.poshremote.ui.secrets;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String ForgetPasswords_text;
    public static String ForgetPasswords_title;
    public static String PasswordDialog_account;
    public static String PasswordDialog_heading;
    public static String PasswordDialog_keep;
    public static String PasswordDialog_password;
    public static String PasswordDialog_signIn;
    public static String PasswordDialog_title;
    public static String Passwords_key;
    public static String Passwords_proxy;
    public static String Passwords_ssh;
    public static String SecureStorage_none;
    public static String SecureStorage_refused;

    static {
        NLS.initializeMessages("org.poshremote.ui.secrets.messages", Messages.class);
    }

    private Messages() {
    }
}
