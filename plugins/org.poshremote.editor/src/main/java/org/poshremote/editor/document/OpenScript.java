package org.poshremote.editor.document;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.swt.widgets.Display;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.server.ScriptServer;

/** A script that is open in an editor and kept the same at the server. To be used in the UI thread unless said otherwise. */
public final class OpenScript {
    /** What wants to know. Called in the UI thread. */
    public interface Listener {
        /** The person paused after changes, or the server wants everything asked again. */
        default void settled() {
        }

        /** It was written to its file. */
        default void saved() {
        }

        /** The server found these. */
        default void problems(PublishDiagnosticsParams problems) {
        }
    }

    private static final int PAUSE_MILLISECONDS = 250;

    private final IDocument document;
    private final String uri;
    private final Optional<IFile> file;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Runnable whenQuiet = this::settled;
    private Optional<PublishDiagnosticsParams> lastProblems = Optional.empty();
    private volatile int version;
    private Range changing;

    private final IDocumentListener changes = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            try {
                changing = Positions.range(document, event.getOffset(), event.getLength());
            } catch (BadLocationException e) { // the platform refuses the change right after
                changing = null;
            }
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            changed(event);
        }
    };

    OpenScript(IDocument document, URI uri, Optional<IFile> file) {
        this.document = document;
        this.uri = uri.toString();
        this.file = file;
    }

    /** Tells the server the whole text, first or once more after it began anew. */
    public void open() {
        version++;
        TextDocumentItem item = new TextDocumentItem(uri, "powershell", version, document.get());
        document.removeDocumentListener(changes);
        document.addDocumentListener(changes);
        ScriptServer.get().tell(server -> server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(item)));
        refresh();
    }

    void close() {
        document.removeDocumentListener(changes);
        Display.getCurrent().timerExec(-1, whenQuiet);
        ScriptServer.get().tell(server -> server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(id())));
        PublishDiagnosticsParams none = new PublishDiagnosticsParams(uri, List.of());
        listeners.forEach(listener -> listener.problems(none));
    }

    void saved() {
        listeners.forEach(Listener::saved);
        ScriptServer.get().tell(server -> server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(id())));
    }

    private void changed(DocumentEvent event) {
        version++;
        boolean whole = changing == null;
        TextDocumentContentChangeEvent change = whole ? new TextDocumentContentChangeEvent(document.get())
            : new TextDocumentContentChangeEvent(changing, event.getText() == null ? "" : event.getText());
        DidChangeTextDocumentParams params = new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version), List.of(change));
        ScriptServer.get().tell(server -> server.getTextDocumentService().didChange(params));
        if (Display.getCurrent() != null) {
            Display.getCurrent().timerExec(PAUSE_MILLISECONDS, whenQuiet);
        }
    }

    private void settled() {
        listeners.forEach(Listener::settled);
    }

    /** Everything is asked again. */
    public void refresh() {
        Display.getCurrent().timerExec(0, whenQuiet);
    }

    /** From the server; those of an older text are of no interest any more. */
    public void problems(PublishDiagnosticsParams problems) {
        if (problems.getVersion() == null || problems.getVersion() == version) {
            lastProblems = Optional.of(problems);
            listeners.forEach(listener -> listener.problems(problems));
        }
    }

    /** The newest. */
    public Optional<PublishDiagnosticsParams> lastProblems() {
        return lastProblems;
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    public List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    public IDocument document() {
        return document;
    }

    public String uri() {
        return uri;
    }

    public TextDocumentIdentifier id() {
        return new TextDocumentIdentifier(uri);
    }

    /** The file of the workspace, where it is one. */
    public Optional<IFile> file() {
        return file;
    }

    /** Counts the changes. From any thread. */
    public int version() {
        return version;
    }

    /** In the UI thread once the answer is there, unless the text is another by then; failures go to the log. */
    public <T> void whenAnswered(CompletableFuture<Optional<T>> answer, Consumer<T> action) {
        int asked = version;
        answer.whenComplete((value, problem) -> {
            if (problem != null) {
                EditorPlugin.log(String.valueOf(problem.getMessage()), problem);
            } else {
                value.ifPresent(v -> Ui.later(() -> {
                    if (version == asked) {
                        action.accept(v);
                    }
                }));
            }
        });
    }
}
