package org.poshremote.editor.common;

import java.util.Locale;
import java.util.Set;
import org.eclipse.core.resources.IFile;

/** Which files are PowerShell's. */
public final class PowerShellFiles {
    private static final Set<String> EXTENSIONS = Set.of("ps1", "psm1", "psd1", "pssc", "psrc");

    private PowerShellFiles() {
    }

    public static boolean is(IFile file) {
        return is(file.getName());
    }

    /** By the extension of a file's name. */
    public static boolean is(String name) {
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
