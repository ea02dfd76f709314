package org.poshremote.editor.document;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;

/** Connects what a viewer shows to the server, for as long as it shows it. */
public class ScriptReconciler implements IReconciler {
    private ITextViewer viewer;
    private IDocument connected;
    private List<OpenScript.Listener> parts = List.of();

    private final ITextInputListener input = new ITextInputListener() {
        @Override
        public void inputDocumentAboutToBeChanged(IDocument old, IDocument next) {
            disconnect();
        }

        @Override
        public void inputDocumentChanged(IDocument old, IDocument next) {
            connect(next);
        }
    };

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        viewer.addTextInputListener(input);
        connect(viewer.getDocument());
    }

    @Override
    public void uninstall() {
        if (viewer != null) {
            viewer.removeTextInputListener(input);
            disconnect();
            viewer = null;
        }
    }

    private void connect(IDocument document) {
        if (document != null) {
            Optional<OpenScript> script = OpenScripts.connect(document);
            script.ifPresent(open -> {
                connected = document;
                parts = parts(open, viewer);
                parts.forEach(open::addListener);
                open.refresh();
            });
        }
    }

    private void disconnect() {
        if (connected != null) {
            OpenScripts.of(connected).ifPresent(script -> parts.forEach(script::removeListener));
            parts = List.of();
            OpenScripts.disconnect(connected);
            connected = null;
        }
    }

    /** What works on one viewer; here nothing but the connection itself. */
    protected List<OpenScript.Listener> parts(OpenScript script, ITextViewer shown) {
        return List.of();
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null; // the parts listen to the script
    }
}
