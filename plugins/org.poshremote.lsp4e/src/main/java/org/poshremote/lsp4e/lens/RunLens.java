package org.poshremote.lsp4e.lens;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.poshremote.editor.server.LanguageClients;

/** Runs the script under a code lens on the target that it is meant for. LSP4E gives the path of the script as a parameter. */
public final class RunLens extends AbstractHandler {
    private static final String PATH = "org.eclipse.lsp4e.path.param";

    @Override
    public Object execute(ExecutionEvent event) {
        file(event.getParameter(PATH)).ifPresent(LanguageClients::run);
        return null;
    }

    private static Optional<IFile> file(String path) {
        return Optional.ofNullable(path).map(IPath::fromPortableString).filter(whole -> whole.segmentCount() > 1)
            .map(whole -> ResourcesPlugin.getWorkspace().getRoot().getFile(whole)).filter(IFile::exists);
    }
}
