package org.poshremote.editor.input;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditorPreferenceConstants;

/** What one step of indentation is: as most lines of the script have it, else spaces, as PowerShell is usually written. */
public record Indentation(boolean spaces, int size) {
    private static final int ENOUGH = 100;

    public static Indentation of(IDocument document) {
        int width = Math.max(1, EditorsUI.getPreferenceStore().getInt(AbstractDecoratedTextEditorPreferenceConstants.EDITOR_TAB_WIDTH));
        int withTabs = 0;
        int withSpaces = 0;
        try {
            for (int line = 0; line < document.getNumberOfLines() && withTabs + withSpaces < ENOUGH; line++) {
                int offset = document.getLineOffset(line);
                char first = document.getLineLength(line) > 1 ? document.getChar(offset) : 'x';
                withTabs += first == '\t' ? 1 : 0;
                withSpaces += first == ' ' && document.getChar(offset + 1) == ' ' ? 1 : 0;
            }
        } catch (BadLocationException e) { // it changes right now
            return new Indentation(true, width);
        }
        return new Indentation(withSpaces >= withTabs, width);
    }

    /** One step. */
    String unit() {
        return spaces ? " ".repeat(size) : "\t";
    }
}
