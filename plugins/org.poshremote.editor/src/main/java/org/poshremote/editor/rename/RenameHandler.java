package org.poshremote.editor.rename;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.server.ScriptServer;

/** Renames the name under the caret, with the platform's dialog and preview. */
public final class RenameHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (ScriptServer.get().capabilities().map(can -> can.getRenameProvider() == null).orElse(true)) {
            Ui.status(Messages.RenameHandler_cannot);
        } else if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            OpenScripts.in(editor).ifPresent(script -> Positions.name(script.document(), selection.getOffset()).ifPresent(name -> rename(script, selection.getOffset(), name)));
        }
        return null;
    }

    private static void rename(OpenScript script, int offset, IRegion name) {
        try {
            RenameScriptName refactoring = new RenameScriptName(script, offset, script.document().get(name.getOffset(), name.getLength()));
            new RefactoringWizardOpenOperation(new RenameWizard(refactoring)).run(Ui.shell(), Messages.RenameHandler_title);
        } catch (BadLocationException e) { // the document shrank meanwhile
            Ui.status(Messages.RenameHandler_nothing);
        } catch (InterruptedException e) { // the person gave up
            EditorPlugin.get().getLog().info(Optional.ofNullable(e.getMessage()).orElse(Messages.RenameHandler_title));
        }
    }
}
