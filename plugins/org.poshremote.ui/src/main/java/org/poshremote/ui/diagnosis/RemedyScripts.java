package org.poshremote.ui.diagnosis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;

/** Remedies as scripts in the editor, to be read, changed and run. They lie in the bundle's own folder of the workspace. */
final class RemedyScripts {
    private RemedyScripts() {
    }

    /** In the UI thread. */
    static void open(String name, String script) {
        Path file = PoshRemotePlugin.get().getStateLocation().toPath().resolve("remedies").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, script.getBytes(StandardCharsets.UTF_8));
            if (Ui.page().isPresent()) {
                IDE.openEditorOnFileStore(Ui.page().get(), EFS.getLocalFileSystem().getStore(file.toUri()));
            }
        } catch (IOException | PartInitException e) {
            PoshRemotePlugin.show(e.getMessage(), e);
        }
    }
}
