package org.poshremote.editor.input;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.document.WorkspaceEdits;

/** Makes comments of the selected lines, or lines of comments where all of them are. */
public final class ToggleCommentHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            try {
                toggle(document, selection.getStartLine(), selection.getEndLine());
            } catch (BadLocationException e) {
                EditorPlugin.log(String.valueOf(e.getMessage()), e);
            }
        }
        return null;
    }

    static void toggle(IDocument document, int first, int last) throws BadLocationException {
        List<Integer> lines = new ArrayList<>();
        boolean all = true;
        int column = Integer.MAX_VALUE;
        for (int line = first; line <= last; line++) {
            String text = text(document, line);
            if (!text.isBlank()) {
                lines.add(line);
                int indent = text.length() - text.stripLeading().length();
                column = Math.min(column, indent);
                all &= text.startsWith("#", indent);
            }
        }
        List<TextEdit> edits = new ArrayList<>();
        for (int line : lines) {
            String text = text(document, line);
            int hash = all ? text.indexOf('#') : column;
            int end = all ? hash + (text.startsWith("# ", hash) ? 2 : 1) : hash;
            edits.add(new TextEdit(new Range(new Position(line, hash), new Position(line, end)), all ? "" : "# "));
        }
        if (!edits.isEmpty()) {
            WorkspaceEdits.apply(document, edits);
        }
    }

    private static String text(IDocument document, int line) throws BadLocationException {
        IRegion region = document.getLineInformation(line);
        return document.get(region.getOffset(), region.getLength());
    }
}
