package org.poshremote.editor.occurrences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.document.ScriptReconciler;
import org.poshremote.editor.server.ScriptServer;

/** Marks where else the name under the caret stands. */
public final class OccurrencesReconciler extends ScriptReconciler {
    /** The generic editor's own type, so that its switch and colour count. */
    private static final String TYPE = "org.eclipse.ui.genericeditor.text";

    private ISourceViewer source;
    private OpenScript open;
    private Annotation[] shown = {};
    private final ISelectionChangedListener caret = event -> {
        if (event.getSelection() instanceof ITextSelection selection) {
            ask(selection.getOffset());
        }
    };

    @Override
    protected List<OpenScript.Listener> parts(OpenScript script, ITextViewer viewer) {
        open = script;
        source = (ISourceViewer) viewer;
        if (viewer.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.addPostSelectionChangedListener(caret);
        }
        return List.of();
    }

    @Override
    public void uninstall() {
        if (source != null && source.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.removePostSelectionChangedListener(caret);
        }
        super.uninstall();
    }

    private void ask(int offset) {
        try {
            DocumentHighlightParams params = new DocumentHighlightParams(open.id(), Positions.of(open.document(), offset));
            open.whenAnswered(ScriptServer.get().askIf(capabilities -> capabilities.getDocumentHighlightProvider() != null,
                server -> server.getTextDocumentService().documentHighlight(params)), this::show);
        } catch (BadLocationException e) { // the document shrank meanwhile, and the caret moves once more
            show(List.of());
        }
    }

    private void show(List<? extends DocumentHighlight> found) {
        if (source.getAnnotationModel() instanceof IAnnotationModelExtension model) {
            Map<Annotation, Position> added = new HashMap<>();
            for (DocumentHighlight highlight : found) {
                IRegion region = Positions.region(open.document(), highlight.getRange());
                added.put(new Annotation(TYPE, false, null), new Position(region.getOffset(), region.getLength()));
            }
            model.replaceAnnotations(shown, added);
            shown = added.keySet().toArray(Annotation[]::new);
        }
    }
}
