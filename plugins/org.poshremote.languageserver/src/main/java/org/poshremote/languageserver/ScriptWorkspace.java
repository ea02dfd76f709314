package org.poshremote.languageserver;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.poshremote.language.navigation.Navigation;
import org.poshremote.language.navigation.Place;
import org.poshremote.language.navigation.ScriptFileView;
import org.poshremote.language.rename.RenameRefused;
import org.poshremote.language.workspace.IndexProgress;
import org.poshremote.language.workspace.Locations;
import org.poshremote.language.workspace.TextRange;
import org.poshremote.language.workspace.Workspace;
import org.poshremote.language.workspace.WorkspaceIndex;

/** The open documents together with the scripts around them, and questions about both. Thread-safe. */
final class ScriptWorkspace {
    private final Executor answering = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("PowerShell answer ", 0).factory());
    private final Map<URI, OpenDocument> open = new ConcurrentHashMap<>();
    private final Map<URI, Viewed> views = new ConcurrentHashMap<>();
    private final Workspace workspace;

    /** What a view is of; it holds until the document or anything else in the workspace changes. */
    private record Viewed(OpenDocument document, WorkspaceIndex index, ScriptFileView view) {
    }

    /** One question about a document, at one moment of the workspace. */
    record Moment(OpenDocument document, ScriptFileView view, Navigation navigation) {
        /** For a position that a client sent, whatever it is. */
        int offset(Position position) {
            return document.offset(position);
        }
    }

    /** Answers a question; a refusal becomes an error that the client shows. */
    interface Question<T> {
        T answer(Moment moment) throws RenameRefused;
    }

    ScriptWorkspace(Supplier<IndexProgress> progress) {
        workspace = new Workspace(progress);
    }

    Workspace workspace() {
        return workspace;
    }

    // ---- documents

    void opened(OpenDocument document) {
        URI uri = Locations.of(document.uri());
        open.put(uri, document);
        workspace.opened(uri, document::model);
    }

    void closed(String document) {
        URI uri = Locations.of(document);
        open.remove(uri);
        views.remove(uri);
        workspace.closed(uri);
    }

    Optional<OpenDocument> document(URI file) {
        return Optional.ofNullable(open.get(file));
    }

    // ---- questions

    /** About an open document, once the folders are indexed; {@code none} where it is not open. On another thread. */
    <T> CompletableFuture<T> ask(String document, T none, Question<T> question) {
        OpenDocument asked = open.get(Locations.of(document));
        return asked == null ? CompletableFuture.completedFuture(none) : compute(cancel -> question.answer(moment(asked, navigation(cancel), cancel)));
    }

    /** The same with what is known by now, for what is asked all the time and is about this document first. */
    <T> CompletableFuture<T> askNow(String document, T none, Question<T> question) {
        OpenDocument asked = open.get(Locations.of(document));
        return asked == null ? CompletableFuture.completedFuture(none)
            : compute(cancel -> question.answer(moment(asked, new Navigation(workspace, workspace.index(), cancel::checkCanceled), cancel)));
    }

    /** About a file, whether it is open or not. */
    <T> CompletableFuture<T> askFile(String file, T none, Question<T> question) {
        return compute(cancel -> {
            URI uri = Locations.of(file);
            Optional<OpenDocument> document = document(uri).or(() -> workspace.script(uri).map(script -> new OpenDocument(file, 0, script.text())));
            return document.isEmpty() ? none : question.answer(moment(document.get(), navigation(cancel), cancel));
        });
    }

    /** Work that may wait for the index. */
    interface Work<T> {
        T run(CancelChecker cancel) throws RenameRefused, InterruptedException;
    }

    <T> CompletableFuture<T> compute(Work<T> work) {
        return CompletableFutures.computeAsync(answering, cancel -> {
            try {
                cancel.checkCanceled();
                return work.run(cancel);
            } catch (RenameRefused e) {
                throw new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, e.getMessage(), null));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ResponseErrorException(new ResponseError(ResponseErrorCode.ServerCancelled, "The server is ending.", null));
            }
        });
    }

    Navigation navigation(CancelChecker cancel) throws InterruptedException {
        return new Navigation(workspace, workspace.whole(), cancel::checkCanceled);
    }

    private Moment moment(OpenDocument document, Navigation navigation, CancelChecker cancel) {
        cancel.checkCanceled();
        URI uri = Locations.of(document.uri());
        Viewed known = views.get(uri);
        if (known == null || known.document() != document || known.index() != navigation.index()) {
            known = new Viewed(document, navigation.index(), navigation.view(uri, document.model()));
            if (open.get(uri) == document) {
                views.put(uri, known);
            }
        }
        return new Moment(document, known.view(), navigation);
    }

    // ---- answers

    /** As the client itself writes it, where it has the file open. */
    String uri(URI file) {
        return document(file).map(OpenDocument::uri).orElseGet(() -> Locations.path(file).map(Path::toUri).map(URI::toString).orElse(file.toString()));
    }

    Location location(Place place) {
        return new Location(uri(place.file()), range(place.named()));
    }

    static Range range(TextRange range) {
        return new Range(new Position(range.startLine() - 1, range.startColumn() - 1), new Position(range.endLine() - 1, range.endColumn() - 1));
    }
}
