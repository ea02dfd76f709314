package org.poshremote.editor.folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.ScriptReconciler;
import org.poshremote.editor.server.ScriptServer;

/** What can be folded, as the server says. What is folded stays so as long as it is there. */
public final class FoldingReconciler extends ScriptReconciler {
    @Override
    protected List<OpenScript.Listener> parts(OpenScript script, ITextViewer viewer) {
        return viewer instanceof ProjectionViewer projection ? List.of(new Folds(script, projection)) : List.of();
    }

    private record Folds(OpenScript script, ProjectionViewer viewer) implements OpenScript.Listener {
        @Override
        public void settled() {
            script.whenAnswered(ScriptServer.get().askIf(capabilities -> capabilities.getFoldingRangeProvider() != null,
                server -> server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(script.id()))), this::show);
        }

        private void show(List<FoldingRange> ranges) {
            ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
            if (model == null) {
                return;
            }
            Map<Position, FoldingRange> wanted = new HashMap<>();
            for (FoldingRange range : ranges) {
                position(range, wanted);
            }
            List<Annotation> gone = new ArrayList<>();
            Iterator<Annotation> there = model.getAnnotationIterator();
            while (there.hasNext()) {
                Annotation annotation = there.next();
                if (wanted.remove(model.getPosition(annotation)) == null) {
                    gone.add(annotation);
                }
            }
            Map<Annotation, Position> added = new HashMap<>();
            wanted.keySet().forEach(position -> added.put(new ProjectionAnnotation(), position));
            if (!gone.isEmpty() || !added.isEmpty()) {
                model.modifyAnnotations(gone.toArray(Annotation[]::new), added, new Annotation[0]);
            }
        }

        /** Whole lines, the last one's end included. */
        private void position(FoldingRange range, Map<Position, FoldingRange> into) {
            IDocument document = script.document();
            try {
                int start = document.getLineOffset(range.getStartLine());
                int end = document.getLineOffset(range.getEndLine()) + document.getLineLength(range.getEndLine());
                if (range.getEndLine() > range.getStartLine()) {
                    into.put(new Position(start, end - start), range);
                }
            } catch (BadLocationException e) { // an answer about lines that are gone: asked again by now
                into.clear();
            }
        }
    }
}
