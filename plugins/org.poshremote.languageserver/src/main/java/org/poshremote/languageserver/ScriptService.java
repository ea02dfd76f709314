package org.poshremote.languageserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.poshremote.language.features.Coloring;
import org.poshremote.language.features.Folding;
import org.poshremote.language.features.Outline;
import org.poshremote.language.features.SelectionRanges;
import org.poshremote.language.features.Span;
import org.poshremote.language.features.Symbol;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.syntax.SyntaxError;
import org.poshremote.language.syntax.SyntaxMessages;

/**
 * What is asked about open scripts. Changes are taken in the order of their coming; questions are answered on other threads,
 * about the version that was the newest when they came. A question about a document that is not open has an empty answer.
 */
final class ScriptService implements TextDocumentService {
    private static final int MOST_PROBLEMS = 500;
    private static final String SOURCE = "PoshRemote";

    private final Map<String, OpenDocument> documents = new ConcurrentHashMap<>();
    private final Inspector inspector = new Inspector();
    private final Formatting formatting = new Formatting();
    /** One after the other, so that what was found later is told later. */
    private final Executor publishing = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Complaints complaints = new Complaints();
    private final WorkspaceFolders folders = new WorkspaceFolders(complaints);
    /** Not the common pool: that is a single thread on a small machine, and everybody's. */
    private final Executor answering = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("PowerShell question ", 0).factory());
    private final Lookups lookups = new Lookups(folders.workspace());
    private final Renames renames = new Renames(folders.workspace());
    private final Calls calls = new Calls(folders.workspace());
    private final CodeLenses lenses = new CodeLenses(folders.workspace());
    private final Typing typing = new Typing(documents::get, folders.workspace().workspace());
    private volatile Optional<LanguageClient> client = Optional.empty();

    void connect(LanguageClient connected) {
        client = Optional.of(connected);
        complaints.connect(connected);
        folders.connect(connected);
    }

    WorkspaceFolders folders() {
        return folders;
    }

    Lookups lookups() {
        return lookups;
    }

    void refreshLenses() {
        if (folders.support().refreshLenses()) {
            client.ifPresent(LanguageClient::refreshCodeLenses);
        }
    }

    CodeLenses lenses() {
        return lenses;
    }

    Typing typing() {
        return typing;
    }

    // ---- documents

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        inspector.file(item.getUri());
        take(new OpenDocument(item.getUri(), item.getVersion(), item.getText()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        OpenDocument before = documents.get(uri);
        if (before == null) {
            complaints.once("The client changes " + uri + ", which it has not opened; the changes are left out.");
            return;
        }
        int version = Optional.ofNullable(params.getTextDocument().getVersion()).orElse(before.version() + 1);
        if (version <= before.version()) {
            complaints.once("The client numbers the versions of " + uri + " out of order; the changes are taken in the order of their coming.");
        }
        take(before.changed(version, params.getContentChanges()));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        documents.remove(params.getTextDocument().getUri());
        folders.workspace().closed(params.getTextDocument().getUri());
        inspector.forget(params.getTextDocument().getUri());
        formatting.forget(params.getTextDocument().getUri());
        client.ifPresent(c -> c.publishDiagnostics(new PublishDiagnosticsParams(params.getTextDocument().getUri(), List.of())));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // its encoding may be another one now, and it may be the settings file
        inspector.file(params.getTextDocument().getUri());
        inspector.settingsChanged();
        publishAll();
    }

    private void take(OpenDocument document) {
        documents.put(document.uri(), document);
        folders.workspace().opened(document);
        publishing.execute(() -> publish(document));
    }

    /** What the rules depend on is another now. */
    void workspace(Optional<String> uri) {
        inspector.workspace(uri);
    }

    void configure(Configuration configuration) {
        inspector.configure(configuration);
        publishAll();
    }

    void settingsChanged() {
        inspector.settingsChanged();
        publishAll();
    }

    /** @return whether the file has the mark now */
    boolean saveWithMark(String uri) {
        OpenDocument document = documents.get(uri);
        boolean saved = document != null && inspector.saveWithMark(document);
        publishAll();
        return saved;
    }

    private void publishAll() {
        documents.values().forEach(document -> publishing.execute(() -> publish(document)));
    }

    /** Pushed, since not every client asks; those of a version that is old by now are of no interest any more. */
    private void publish(OpenDocument document) {
        if (documents.get(document.uri()) != document) {
            return;
        }
        List<Diagnostic> problems = document.tooLong() ? List.of(tooLong()) : Stream.concat(
            document.script().errors().stream().map(error -> diagnostic(document, error)),
            inspector.problems(document).stream().map(problem -> diagnostic(document, problem))).limit(MOST_PROBLEMS).toList();
        if (documents.get(document.uri()) == document) {
            client.ifPresent(c -> c.publishDiagnostics(new PublishDiagnosticsParams(document.uri(), problems, document.version())));
        }
    }

    private static Diagnostic tooLong() {
        return new Diagnostic(new Range(new Position(0, 0), new Position(0, 0)), "This file is longer than " + OpenDocument.LONGEST / 1024 / 1024
            + " million characters, so it is not analysed.", DiagnosticSeverity.Information, SOURCE, "TooLong");
    }

    private static Diagnostic diagnostic(OpenDocument document, SyntaxError error) {
        return new Diagnostic(document.range(error.start(), error.end()), SyntaxMessages.of(error), DiagnosticSeverity.Error, SOURCE, error.id());
    }

    private static Diagnostic diagnostic(OpenDocument document, Problem problem) {
        DiagnosticSeverity severity = switch (problem.severity()) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFORMATION -> DiagnosticSeverity.Information;
        };
        return new Diagnostic(document.range(problem.range()), problem.message(), severity, SOURCE, problem.rule());
    }

    /** Of the newest version, on another thread. */
    private <T> CompletableFuture<List<T>> answer(TextDocumentIdentifier identifier, Function<OpenDocument, List<T>> work) {
        OpenDocument document = documents.get(identifier.getUri());
        return document == null ? CompletableFuture.completedFuture(List.of()) : CompletableFutures.computeAsync(answering, cancel -> {
            cancel.checkCanceled();
            return work.apply(document);
        });
    }

    // ---- questions

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams params) {
        return answer(params.getTextDocument(), document -> Outline.of(document.script()).stream()
            .map(symbol -> Either.<SymbolInformation, DocumentSymbol>forRight(symbol(document, symbol))).toList());
    }

    private static DocumentSymbol symbol(OpenDocument document, Symbol symbol) {
        return new DocumentSymbol(symbol.name(), Lookups.kind(symbol.kind()), document.range(symbol.whole()), document.range(symbol.named()), null,
            symbol.children().stream().map(child -> symbol(document, child)).toList());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return answer(params.getTextDocument(), document -> Folding.of(document.script()).stream().map(ScriptService::folding).toList());
    }

    private static FoldingRange folding(Folding.Fold fold) {
        FoldingRange range = new FoldingRange(fold.firstLine() - 1, fold.lastLine() - 1);
        switch (fold.kind()) {
            case COMMENT -> range.setKind(FoldingRangeKind.Comment);
            case REGION -> range.setKind(FoldingRangeKind.Region);
            case CODE -> { }
        }
        return range;
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(DefinitionParams params) {
        return lookups.definition(params, folders.support().links());
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return lookups.references(params);
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return lookups.highlights(params);
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return lookups.links(params);
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(PrepareRenameParams params) {
        return renames.prepare(params);
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return renames.rename(params, folders.support());
    }

    @Override
    public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(CallHierarchyPrepareParams params) {
        return calls.prepare(params);
    }

    @Override
    public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(CallHierarchyIncomingCallsParams params) {
        return calls.incoming(params.getItem());
    }

    @Override
    public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(CallHierarchyOutgoingCallsParams params) {
        return calls.outgoing(params.getItem());
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return lenses.of(params.getTextDocument().getUri());
    }

    @Override
    public CompletableFuture<CodeLens> resolveCodeLens(CodeLens lens) {
        return lenses.resolve(lens);
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return answer(params.getTextDocument(), document -> params.getPositions().stream().map(position -> selection(document, document.offset(position))).toList());
    }

    private static SelectionRange selection(OpenDocument document, int offset) {
        SelectionRange range = null;
        for (Span span : SelectionRanges.at(document.script(), offset)) {
            range = new SelectionRange(document.range(span), range);
        }
        return range;
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return answer(params.getTextDocument(), document -> Actions.at(document, inspector.problems(document), folders.workspace().workspace().index(),
            new Span(document.offset(params.getRange().getStart()), document.offset(params.getRange().getEnd())), params.getContext()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return this.<TextEdit>answer(params.getTextDocument(),
            document -> formatting.document(document, params.getOptions(), inspector.format(), inspector.rules(), this::tell)).thenApply(edits -> edits);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        return this.<TextEdit>answer(params.getTextDocument(),
            document -> formatting.range(document, params.getRange(), params.getOptions(), inspector.format(), inspector.rules(), this::tell)).thenApply(edits -> edits);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> onTypeFormatting(DocumentOnTypeFormattingParams params) {
        return this.<TextEdit>answer(params.getTextDocument(),
            document -> formatting.typed(document, params.getPosition(), params.getCh(), params.getOptions(), inspector.format(), inspector.rules())).thenApply(edits -> edits);
    }

    private void tell(String message) {
        client.ifPresent(c -> c.showMessage(new MessageParams(MessageType.Info, message)));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return typing.completion(params);
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return typing.resolved(item);
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return typing.hover(params);
    }

    @Override
    public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return typing.signature(params);
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return typing.hints(params);
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return answer(params.getTextDocument(), document -> encoded(document, Coloring.of(document.script()))).thenApply(SemanticTokens::new);
    }

    /** Relative to the one before, and one for each line, since clients need not know tokens of several lines (LSP 3.18). */
    private static List<Integer> encoded(OpenDocument document, List<Coloring.Token> tokens) {
        List<Integer> data = new ArrayList<>(tokens.size() * 5);
        Position before = new Position(0, 0);
        for (Coloring.Token token : tokens) {
            int start = token.start();
            while (start < token.end()) {
                int newline = start;
                while (newline < token.end() && document.text().charAt(newline) != '\n' && document.text().charAt(newline) != '\r') {
                    newline++;
                }
                if (newline > start) {
                    Position at = document.position(start);
                    int lines = at.getLine() - before.getLine();
                    data.addAll(List.of(lines, lines == 0 ? at.getCharacter() - before.getCharacter() : at.getCharacter(), newline - start, token.kind().ordinal(), 0));
                    before = at;
                }
                start = newline + 1;
            }
        }
        return data;
    }
}
