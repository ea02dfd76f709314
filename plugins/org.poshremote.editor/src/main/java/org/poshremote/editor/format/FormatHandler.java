package org.poshremote.editor.format;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.server.LanguageClients;
import org.poshremote.editor.server.ScriptServer;

/** Formats the selected lines, or the script where nothing is selected. */
public final class FormatHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (!LanguageClients.own()) {
            LanguageClients.letLsp4e("org.eclipse.lsp4e.format");
            return null;
        }
        if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor) {
            if (ScriptServer.get().capabilities().map(can -> can.getDocumentFormattingProvider() == null).orElse(true)) {
                Ui.status(Messages.FormatHandler_cannot);
                return null;
            }
            OpenScripts.in(editor).ifPresent(script -> Formatting.format(script, selected(editor, script),
                changed -> Ui.status(changed ? null : Messages.FormatHandler_nothing)));
        }
        return null;
    }

    private static Optional<Range> selected(ITextEditor editor, OpenScript script) {
        if (!(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) || selection.getLength() == 0
            || ScriptServer.get().capabilities().map(can -> can.getDocumentRangeFormattingProvider() == null).orElse(true)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Positions.range(script.document(), selection.getOffset(), selection.getLength()));
        } catch (BadLocationException e) {
            return Optional.empty();
        }
    }
}
