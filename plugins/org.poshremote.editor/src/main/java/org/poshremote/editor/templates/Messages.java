package org.poshremote.editor.templates;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {
    public static String ScriptContext_description;
    public static String ScriptContext_guid;
    public static String ScriptContext_name;
    public static String ScriptContext_noun;

    static {
        NLS.initializeMessages("org.poshremote.editor.templates.messages", Messages.class);
    }

    private Messages() {
    }
}
