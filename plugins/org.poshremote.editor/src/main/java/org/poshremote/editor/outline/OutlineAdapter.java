package org.poshremote.editor.outline;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.poshremote.editor.document.OpenScripts;

/** Gives the Outline view a page for editors of scripts. */
public final class OutlineAdapter implements IAdapterFactory {
    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        return adaptable instanceof ITextEditor editor && type == IContentOutlinePage.class
            ? OpenScripts.in(editor).map(script -> type.cast(new ScriptOutline(editor, script))).orElse(null) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
