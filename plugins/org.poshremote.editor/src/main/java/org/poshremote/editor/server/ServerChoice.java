package org.poshremote.editor.server;

import java.nio.file.Path;
import org.eclipse.jface.preference.IPreferenceStore;
import org.poshremote.editor.common.EditorPlugin;

/** Which server is behind the editors. One at a time. */
public enum ServerChoice {
    /** The one that comes with PoshRemote. */
    EMBEDDED,
    /** PowerShellEditorServices in a PowerShell of this machine. */
    EDITOR_SERVICES;

    /** Preference: the name of one of these, in lower case. */
    public static final String PREFERENCE = "server";
    /** Preference: the folder that PowerShellEditorServices was unpacked into. */
    public static final String FOLDER = "server.editorServices.folder";
    /** Preference: the program that runs it. */
    public static final String POWERSHELL = "server.editorServices.powershell";

    /** In that folder: what starts it. */
    public static final String START = "PowerShellEditorServices/Start-EditorServices.ps1";

    public static ServerChoice current() {
        return of(store().getString(PREFERENCE));
    }

    /** The embedded one for everything that is not known. */
    public static ServerChoice of(String preference) {
        return preference.equalsIgnoreCase(EDITOR_SERVICES.name()) ? EDITOR_SERVICES : EMBEDDED;
    }

    ServerStart start() {
        return switch (this) {
            case EMBEDDED -> new EmbeddedServer();
            case EDITOR_SERVICES -> new EditorServices(store().getString(POWERSHELL), Path.of(store().getString(FOLDER)));
        };
    }

    private static IPreferenceStore store() {
        return EditorPlugin.get().getPreferenceStore();
    }
}
