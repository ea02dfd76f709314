package org.poshremote.ui.common;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String Names_authenticationAutomatic;
    public static String Names_authenticationBasic;
    public static String Names_authenticationCertificate;
    public static String Names_authenticationCredssp;
    public static String Names_authenticationKerberos;
    public static String Names_authenticationNegotiate;
    public static String Names_authenticationNtlm;
    public static String Names_clr4;
    public static String Names_clrAuto;
    public static String Names_clrDefault;
    public static String Names_kindAutomatic;
    public static String Names_kindNano;
    public static String Names_kindWindows;
    public static String Names_shellCmd;
    public static String Names_shellPowerShell;
    public static String Names_shellPwsh;
    public static String UserGuide_failed;
    public static String UserGuide_title;

    static {
        NLS.initializeMessages("org.poshremote.ui.common.messages", Messages.class);
    }

    private Messages() {
    }
}
