package org.poshremote.ui.launch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.poshremote.ui.common.Ui;

/** Runs the selected lines of a script on the target it is meant for, else on the one used last. */
public final class RunSelectionHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        IEditorPart editor = HandlerUtil.getActiveEditor(event);
        ISelection selection = editor == null || editor.getSite().getSelectionProvider() == null ? null
                : editor.getSite().getSelectionProvider().getSelection();
        if (!(selection instanceof ITextSelection text) || text.getText() == null || text.getText().isBlank()) {
            MessageDialog.openInformation(Ui.shell(), Messages.ScriptShortcut_title, Messages.ScriptShortcut_noSelection);
            return null;
        }
        ScriptInFront.in(editor).flatMap(ScriptTargets::of).or(() -> TargetChoice.lastOrAsk(editor.getTitle()))
                .ifPresent(target -> ScriptLaunch.runText(NLS.bind(Messages.ScriptShortcut_selection, editor.getTitle()), text.getText(), ScriptInFront.in(editor), target));
        return null;
    }
}
