package org.poshremote.editor.target;

import java.util.Locale;
import java.util.Set;
import org.eclipse.core.resources.IFile;

/** Which files are PowerShell's. */
final class PowerShellFiles {
    private static final Set<String> EXTENSIONS = Set.of("ps1", "psm1", "psd1", "pssc", "psrc");

    private PowerShellFiles() {
    }

    static boolean is(IFile file) {
        return file.getFileExtension() != null && EXTENSIONS.contains(file.getFileExtension().toLowerCase(Locale.ROOT));
    }
}
