package org.poshremote.editor.common;

/** Context help by the identifiers of {@code help/contexts.xml}. */
public final class Help {
    private static final String PREFIX = EditorPlugin.ID + ".";

    public static final String EDITOR = PREFIX + "editor";
    public static final String NEW_SCRIPT = PREFIX + "new_script";
    public static final String PREFERENCES = PREFIX + "preferences";
    public static final String RULES = PREFIX + "rules";
    public static final String FORMATTING = PREFIX + "formatting";
    public static final String TARGET = PREFIX + "target";

    private Help() {
    }
}
