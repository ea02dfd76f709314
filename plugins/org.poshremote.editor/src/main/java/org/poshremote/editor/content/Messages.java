package org.poshremote.editor.content;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String FileFormatControl_lineEnds;
    public static String FileFormatControl_mixed;
    public static String FileFormatControl_saveFirst;
    public static String FileFormatControl_tip;
    public static String FileFormatControl_toCrlf;
    public static String FileFormatControl_toLf;
    public static String FileFormatControl_utf16;
    public static String FileFormatControl_utf8;
    public static String FileFormatControl_utf8Mark;
    public static String FileFormatControl_withMark;
    public static String FileFormat_failed;
    public static String FileFormat_rewrite;

    static {
        NLS.initializeMessages("org.poshremote.editor.content.messages", Messages.class);
    }

    private Messages() {
    }
}
