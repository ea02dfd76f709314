package org.poshremote.ui.targets;

import java.nio.file.Path;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Opens a target file as text, at the line of a mistake. */
final class TargetFileEditor {
    private TargetFileEditor() {
    }

    /** @param line from 1; 0: where it opens by itself */
    static void open(IWorkbenchPage page, Path file, int line) throws PartInitException {
        IFile[] inWorkspace = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri());
        IEditorPart editor = inWorkspace.length > 0 ? IDE.openEditor(page, inWorkspace[0])
                : IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(file.toUri()));
        if (line > 0 && editor instanceof ITextEditor text) {
            IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
            try {
                text.selectAndReveal(document.getLineOffset(line - 1), 0);
            } catch (BadLocationException e) {
                // the file has fewer lines by now: it is open, which is what matters
            }
        }
    }
}
