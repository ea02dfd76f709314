package org.poshremote.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as a client sees it, over streams. */
@Timeout(30)
class LanguageServerTest {
    private static final String URI = "file:///scripts/a.ps1";
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private ServerOnStreams running;
    private LanguageServer server;

    @BeforeEach
    void start() {
        running = new ServerOnStreams(new Client(), new InitializeParams());
        server = running.server;
        assertEquals(true, running.initialized.getCapabilities().getDocumentSymbolProvider().getLeft());
    }

    @AfterEach
    void stop() throws Exception {
        running.end();
    }

    private final class Client implements LanguageClient {
        @Override
        public void telemetryEvent(Object object) {
            throw new AssertionError("no telemetry");
        }

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            published.add(diagnostics);
        }

        @Override
        public void showMessage(MessageParams message) {
            throw new AssertionError(message.getMessage());
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            throw new AssertionError(request.getMessage());
        }

        @Override
        public void logMessage(MessageParams message) {
            // nobody reads it here
        }
    }

    private void open(String text) {
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "powershell", 1, text)));
    }

    private static TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(URI);
    }

    /** Those of the given version; older ones may come first. */
    private List<Diagnostic> problems(int version) throws InterruptedException {
        PublishDiagnosticsParams params = published.take();
        while (params.getVersion() == null || params.getVersion() < version) {
            params = published.take();
        }
        return params.getDiagnostics();
    }

    @Test
    void mistakesAreToldAndGoWhenTheyAreMended() throws Exception {
        open("'a'\nif ($x {\n}\n");
        List<Diagnostic> mistakes = problems(1);
        assertEquals(List.of("UnexpectedToken", "MissingEndParenthesisAfterStatement"), mistakes.stream().map(found -> found.getCode().getLeft()).toList());
        Diagnostic mistake = mistakes.get(1);
        assertEquals(new Position(1, 7), mistake.getRange().getStart());
        assertTrue(mistake.getMessage().getLeft().contains("Write \")\""), mistake.toString());
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(URI, 2),
            List.of(new TextDocumentContentChangeEvent(new Range(new Position(1, 6), new Position(1, 6)), ")"))));
        assertEquals(List.of(), problems(2));
    }

    @Test
    void changesCountOneAfterTheOther() throws Exception {
        open("'ü\uD834\uDD1E'\r\n$a\r\n");
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(URI, 2), List.of(
            new TextDocumentContentChangeEvent(new Range(new Position(0, 4), new Position(0, 5)), ""),
            new TextDocumentContentChangeEvent(new Range(new Position(1, 2), new Position(99, 0)), " + 1"),
            new TextDocumentContentChangeEvent(new Range(new Position(0, 4), new Position(0, 4)), "'"))));
        assertEquals(List.of(), problems(2));
    }

    @Test
    void whatIsDoubtfulIsToldWithWhatCanBeDone() throws Exception {
        open("if ($x -eq $null) { }\nif ($y -eq $null) { }\n");
        List<Diagnostic> doubtful = problems(1);
        assertEquals(List.of("PSPossibleIncorrectComparisonWithNull", "PSPossibleIncorrectComparisonWithNull"), doubtful.stream().map(problem -> problem.getCode().getLeft()).toList());
        assertEquals(DiagnosticSeverity.Warning, doubtful.get(0).getSeverity());
        var actions = server.getTextDocumentService().codeAction(new CodeActionParams(document(), doubtful.get(1).getRange(), new CodeActionContext(doubtful))).get();
        assertEquals(List.of("quickfix", "source.fixAll", "quickfix"), actions.stream().map(action -> action.getRight().getKind()).toList());
        TextEdit edit = actions.get(0).getRight().getEdit().getChanges().get(URI).get(0);
        assertEquals(new Range(new Position(1, 4), new Position(1, 16)), edit.getRange());
        assertEquals("$null -eq $y", edit.getNewText());
        assertEquals(2, actions.get(1).getRight().getEdit().getChanges().get(URI).size());
        CodeActionContext only = new CodeActionContext(doubtful, List.of("source"));
        assertEquals(1, server.getTextDocumentService().codeAction(new CodeActionParams(document(), doubtful.get(1).getRange(), only)).get().size());
    }

    @Test
    void theTargetAndTheRulesAreTheClients() throws Exception {
        open("Invoke-Expression ($a ?? 1)\n");
        assertEquals(List.of("PSAvoidUsingInvokeExpression"), codes());
        configure("{\"poshremote\": {\"target\": \"windows-server-2022\"}}");
        assertEquals(List.of("PSAvoidUsingInvokeExpression", "PoshRemoteTargetSyntax"), codes());
        configure("{\"poshremote\": {\"target\": {\"powerShell\": \"7.4\"}, \"rules\": {\"ExcludeRules\": [\"PSAvoid*\"]}}}");
        assertEquals(List.of(), codes());
        configure("{\"poshremote\": {\"rules\": \"none\"}}");
        assertEquals(List.of(), codes());
        configure("[1, null]");
        assertEquals(List.of("PSAvoidUsingInvokeExpression"), codes());
    }

    private void configure(String json) {
        server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString(json)));
    }

    private List<String> codes() throws InterruptedException {
        return published.take().getDiagnostics().stream().map(problem -> problem.getCode().getLeft()).toList();
    }

    @Test
    void aFileWithoutAMarkIsSavedWithOne(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ü.ps1"), "\"a – b\"");
        String uri = file.toUri().toString();
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "powershell", 1, "\"a – b\"")));
        assertEquals(List.of("PSUseBOMForUnicodeEncodedFile", "PoshRemoteEncodingBreaksScript"), codes());
        Object saved = server.getWorkspaceService().executeCommand(new ExecuteCommandParams("poshremote.saveWithByteOrderMark", List.of(uri))).get();
        assertEquals("true", String.valueOf(saved));
        assertEquals(List.of(), codes());
        assertEquals("\uFEFF\"a – b\"", Files.readString(file));
        Files.writeString(file, "somebody else's");
        assertEquals("false", String.valueOf(server.getWorkspaceService().executeCommand(new ExecuteCommandParams("poshremote.saveWithByteOrderMark", List.of(uri))).get()));
        assertEquals("somebody else's", Files.readString(file));
    }

    @Test
    void theOutlineTheFoldsAndTheColorsAreThere() throws Exception {
        open("function Get-A {\n  param($b)\n  \"x $b\"\n}\nGet-A 5\n");
        var symbols = server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(document())).get();
        assertEquals("Get-A [$b]", symbols.stream().map(s -> s.getRight().getName() + " " + s.getRight().getChildren().stream().map(c -> c.getName()).toList())
            .collect(Collectors.joining()));
        var folds = server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(document())).get();
        assertEquals(0, folds.get(0).getStartLine());
        assertEquals(3, folds.get(0).getEndLine());
        List<Integer> tokens = server.getTextDocumentService().semanticTokensFull(new SemanticTokensParams(document())).get().getData();
        assertEquals(0, tokens.size() % 5);
        assertEquals(List.of(0, 9, 5), tokens.subList(0, 3));
    }

    @Test
    void aFunctionIsFoundFromItsCall() throws Exception {
        open("function Get-A { 1 }\nGet-A\nget-a\n");
        var definition = server.getTextDocumentService().definition(new DefinitionParams(document(), new Position(2, 1))).get().getLeft();
        assertEquals(new Range(new Position(0, 9), new Position(0, 14)), definition.get(0).getRange());
        var calls = server.getTextDocumentService().references(new ReferenceParams(document(), new Position(0, 10), new ReferenceContext(false))).get();
        assertEquals(2, calls.size());
    }

    @Test
    void aSelectionGrows() throws Exception {
        open("if ($a) { $b }\n");
        SelectionRange range = server.getTextDocumentService().selectionRange(new SelectionRangeParams(document(), List.of(new Position(0, 11)))).get().get(0);
        assertEquals(new Range(new Position(0, 10), new Position(0, 12)), range.getRange());
        assertTrue(range.getParent() != null);
    }

    @Test
    void whatIsNotOpenHasAnEmptyAnswer() throws Exception {
        assertEquals(List.of(), server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier("file:///nope"))).get());
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier("file:///nope", 2), List.of()));
        open("'fine'");
        assertEquals(List.of(), problems(1));
    }

    @Test
    void aFileThatIsTooLongIsToldOnceAndLeftAlone() throws Exception {
        open("$a = 1\n".repeat(OpenDocument.LONGEST / 7 + 10));
        assertEquals("TooLong", problems(1).get(0).getCode().getLeft());
        assertEquals(List.of(), server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(document())).get());
    }

    @Test
    void closingTakesTheProblemsAway() throws Exception {
        open("if (");
        assertTrue(!problems(1).isEmpty());
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document()));
        assertEquals(List.of(), published.take().getDiagnostics());
    }

    @Test
    void nonsenseFromAClientDoesNotEndTheServer() throws Exception {
        String junk = "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"no/such\",\"params\":[1,{}]}";
        running.raw(junk);
        open("'still there'");
        assertEquals(List.of(), problems(1));
    }
}
