package org.poshremote.editor.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** A server of the tests that announces everything and answers by the book, so that the client is tested by the protocol alone. */
public final class FakeServer implements LanguageServer, TextDocumentService, WorkspaceService, ServerStart {
    public final Map<String, String> texts = new ConcurrentHashMap<>();
    public final List<Object> configurations = new CopyOnWriteArrayList<>();
    public final List<String> said = new CopyOnWriteArrayList<>();
    public volatile List<Command> lenses = List.of(new Command("Run", "poshremote.run"));
    public volatile int starts;
    private volatile LanguageClient client;

    /** The editors talk to this one from now on. */
    public static FakeServer use() {
        FakeServer fake = new FakeServer();
        ScriptServer.use(fake);
        return fake;
    }

    /** The editors talk to the real one again. */
    public static void real() {
        ScriptServer.use(new EmbeddedServer());
    }

    /** Ends as a crash does. */
    public void crash() {
        ScriptServer.get().lose();
    }

    @Override
    public Streams start() {
        ByteQueue toServer = new ByteQueue();
        ByteQueue fromServer = new ByteQueue();
        starts++;
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(this, toServer.in, fromServer.out);
        Future<Void> listening = launcher.startListening();
        client = launcher.getRemoteProxy();
        Thread.ofVirtual().start(() -> {
            try {
                listening.get();
            } catch (InterruptedException | ExecutionException e) {
                said.add(String.valueOf(e));
            }
        });
        return new Streams(fromServer.in, toServer.out);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setCompletionProvider(new CompletionOptions(true, List.of("-", "$")));
        can.setHoverProvider(true);
        can.setRenameProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setDocumentRangeFormattingProvider(true);
        can.setCodeLensProvider(new CodeLensOptions(false));
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setChangeNotifications(true);
        can.setWorkspace(new WorkspaceServerCapabilities(folders));
        return CompletableFuture.completedFuture(new InitializeResult(can));
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        texts.put(params.getTextDocument().getUri(), params.getTextDocument().getText());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        params.getContentChanges().forEach(change -> texts.compute(params.getTextDocument().getUri(), (uri, text) -> {
            int start = offset(text, change.getRange().getStart());
            return text.substring(0, start) + change.getText() + text.substring(offset(text, change.getRange().getEnd()));
        }));
    }

    private static int offset(String text, Position position) {
        int at = 0;
        for (int line = 0; line < position.getLine(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + position.getCharacter();
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        texts.remove(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        said.add("saved");
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        CompletionItem plain = new CompletionItem("Get-ChildItem");
        plain.setKind(CompletionItemKind.Function);
        CompletionItem snippet = new CompletionItem("foreach");
        snippet.setKind(CompletionItemKind.Snippet);
        snippet.setInsertTextFormat(InsertTextFormat.Snippet);
        snippet.setInsertText("foreach (\\$${1:item} in \\$${2:items}) {\n    $0\n}");
        return CompletableFuture.completedFuture(Either.forLeft(List.of(plain, snippet)));
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, "**Gets** <items>"));
        return CompletableFuture.completedFuture(item);
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return CompletableFuture.completedFuture(new Hover(new MarkupContent(MarkupKind.MARKDOWN, "Says `<script>` [more](https://example.org/x)")));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        String uri = params.getTextDocument().getUri();
        List<TextEdit> edits = new CopyOnWriteArrayList<>();
        String[] lines = texts.get(uri).split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            for (int at = lines[line].indexOf("$old"); at >= 0; at = lines[line].indexOf("$old", at + 1)) {
                edits.add(new TextEdit(new Range(new Position(line, at), new Position(line, at + 4)), params.getNewName()));
            }
        }
        return CompletableFuture.completedFuture(new WorkspaceEdit(Map.of(uri, edits)));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return trimmed(texts.get(params.getTextDocument().getUri()), 0, Integer.MAX_VALUE);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        return trimmed(texts.get(params.getTextDocument().getUri()), params.getRange().getStart().getLine(), params.getRange().getEnd().getLine());
    }

    /** Formatting means here: no blanks at the ends of lines. */
    private static CompletableFuture<List<? extends TextEdit>> trimmed(String text, int first, int last) {
        List<TextEdit> edits = new CopyOnWriteArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int line = first; line < lines.length && line <= last; line++) {
            int end = lines[line].stripTrailing().length();
            if (end < lines[line].length()) {
                edits.add(new TextEdit(new Range(new Position(line, end), new Position(line, lines[line].length())), ""));
            }
        }
        return CompletableFuture.completedFuture(edits);
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return CompletableFuture.completedFuture(lenses.stream().map(command -> new CodeLens(new Range(new Position(0, 0), new Position(0, 1)), command, null)).toList());
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        configurations.add(params.getSettings());
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        params.getChanges().forEach(file -> said.add(file.getType() + " " + file.getUri().substring(file.getUri().lastIndexOf('/') + 1)));
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        params.getEvent().getAdded().forEach(folder -> said.add("added " + folder.getName()));
        params.getEvent().getRemoved().forEach(folder -> said.add("removed " + folder.getName()));
    }

    /** Asks the client to watch files; returns when it does. */
    public void watch(String glob) {
        client.registerCapability(new RegistrationParams(List.of(new Registration("files", "workspace/didChangeWatchedFiles",
            new DidChangeWatchedFilesRegistrationOptions(List.of(new FileSystemWatcher(Either.forLeft(glob)))))))).join();
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        said.add("exit");
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return this;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return this;
    }
}
