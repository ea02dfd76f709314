package org.poshremote.editor.rename;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.TextChange;
import org.poshremote.editor.document.OpenScripts;

/** What the dialog does, step by step. */
public final class RenameFixture {
    private static Change last;

    private RenameFixture() {
    }

    /** @return what the preview shows */
    public static String preview(IDocument document, int offset, String newName) {
        try {
            RenameScriptName rename = new RenameScriptName(OpenScripts.of(document).orElseThrow(), offset, "$old");
            rename.newName(newName);
            if (rename.checkFinalConditions(new NullProgressMonitor()).hasFatalError()) {
                return "refused";
            }
            last = rename.createChange(new NullProgressMonitor());
            return ((TextChange) ((CompositeChange) last).getChildren()[0]).getPreviewContent(new NullProgressMonitor());
        } catch (BadLocationException | CoreException e) {
            throw new AssertionError(e);
        }
    }

    public static void perform() {
        try {
            last.initializeValidationData(new NullProgressMonitor());
            last.perform(new NullProgressMonitor());
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
