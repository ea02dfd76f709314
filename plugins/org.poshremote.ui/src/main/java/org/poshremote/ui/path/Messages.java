package org.poshremote.ui.path;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String EclipseProxies_place;
    public static String EclipseProxies_socks;
    public static String EclipseQuestions_doNot;
    public static String EclipseQuestions_keyText;
    public static String EclipseQuestions_keyTitle;
    public static String EclipseQuestions_trust;
    public static String EclipseSsh_none;
    public static String EclipseSsh_place;

    static {
        NLS.initializeMessages("org.poshremote.ui.path.messages", Messages.class);
    }

    private Messages() {
    }
}
