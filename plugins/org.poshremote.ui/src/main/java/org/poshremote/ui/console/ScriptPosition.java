package org.poshremote.ui.console;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;

/** Opens a script at a line and column, both from 1. In the UI thread. */
final class ScriptPosition {
    private ScriptPosition() {
    }

    static void open(IFile script, int line, int column) {
        Ui.page().ifPresent(page -> {
            try {
                IEditorPart editor = IDE.openEditor(page, script);
                if (editor instanceof ITextEditor text) {
                    select(text, line, column);
                }
            } catch (PartInitException e) {
                PoshRemotePlugin.show(e.getStatus().getMessage(), e);
            }
        });
    }

    private static void select(ITextEditor editor, int line, int column) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        try {
            IRegion region = document.getLineInformation(line - 1);
            int inLine = Math.min(Math.max(column - 1, 0), region.getLength());
            editor.selectAndReveal(region.getOffset() + inLine, region.getLength() - inLine);
        } catch (BadLocationException e) {
            // the script has been shortened since: it is open, which is what is left to do
        }
    }
}
