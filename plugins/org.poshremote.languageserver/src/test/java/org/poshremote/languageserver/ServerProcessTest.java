package org.poshremote.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server in a process of its own with little memory, and a client that is not always kind to it. */
@Timeout(120)
class ServerProcessTest {
    private static final String URI = "file:///scripts/a.ps1";
    private final RecordingClient client = new RecordingClient();
    @TempDir
    Path folder;
    private Process process;
    private LanguageServer server;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("lib.ps1"), "function Get-Thing { param($Name) }\n");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", path, StandardStreams.class.getName())
            .redirectError(folder.resolve("stderr").toFile()).start();
        var launcher = LSPLauncher.createClientLauncher(client, process.getInputStream(), process.getOutputStream());
        launcher.startListening();
        server = launcher.getRemoteProxy();
        InitializeParams params = new InitializeParams();
        params.setCapabilities(new ClientCapabilities());
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "scripts")));
        server.initialize(params).get();
        server.initialized(new InitializedParams());
    }

    @AfterEach
    void stop() throws Exception {
        try {
            if (process.isAlive()) {
                assertEquals(1, definition("Get-Thing -Name 1").size(), "it still answers");
                server.shutdown().get();
                server.exit();
                assertTrue(process.waitFor(30, TimeUnit.SECONDS));
                assertEquals(0, process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private void open(String uri, String text) {
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "powershell", 1, text)));
    }

    private List<?> definition(String text) throws ExecutionException, InterruptedException {
        String uri = "file:///scripts/last.ps1";
        open(uri, text);
        return server.getTextDocumentService().definition(new DefinitionParams(new TextDocumentIdentifier(uri), new Position(0, 2))).get().getLeft();
    }

    private PublishDiagnosticsParams published(String uri) throws InterruptedException {
        PublishDiagnosticsParams params = client.published.take();
        while (!params.getUri().equals(uri)) {
            params = client.published.take();
        }
        return params;
    }

    /** Everything that can be asked about a document, at a position; what is refused in words is an answer too. */
    private int askEverything(String uri, Position position) throws InterruptedException {
        TextDocumentIdentifier document = new TextDocumentIdentifier(uri);
        TextDocumentService scripts = server.getTextDocumentService();
        List<CompletableFuture<?>> answers = List.of(scripts.documentSymbol(new DocumentSymbolParams(document)), scripts.foldingRange(new FoldingRangeRequestParams(document)),
            scripts.semanticTokensFull(new SemanticTokensParams(document)), scripts.definition(new DefinitionParams(document, position)),
            scripts.references(new ReferenceParams(document, position, new ReferenceContext(true))), scripts.documentHighlight(new DocumentHighlightParams(document, position)),
            scripts.rename(new RenameParams(document, position, "Other-Name")), scripts.documentLink(new DocumentLinkParams(document)), scripts.codeLens(new CodeLensParams(document)),
            scripts.prepareCallHierarchy(new CallHierarchyPrepareParams(document, position)), scripts.selectionRange(new SelectionRangeParams(document, List.of(position))),
            scripts.codeAction(new CodeActionParams(document, new Range(position, position), new CodeActionContext(List.of()))));
        int given = 0;
        for (CompletableFuture<?> answer : answers) {
            try {
                answer.get();
                given++;
            } catch (ExecutionException e) {
                ResponseErrorException refused = (ResponseErrorException) e.getCause();
                assertEquals(-32803, refused.getResponseError().getCode(), refused.getResponseError().toString());
            }
        }
        return given;
    }

    @Test
    void aFileOfThirtyMegabytesIsToldOnceAndLeftAlone() throws Exception {
        Files.write(folder.resolve("huge.ps1"), "Get-Thing\n".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII));
        open(URI, "$a = 1\n".repeat((30 << 20) / 7));
        assertEquals("TooLong", published(URI).getDiagnostics().get(0).getCode().getLeft());
        assertTrue(askEverything(URI, new Position(5, 1)) > 0);
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(URI)));
        assertEquals(List.of(), published(URI).getDiagnostics());
    }

    @Test
    void junkHasAnswersToo() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 5; i++) {
            byte[] bytes = new byte[20_000];
            random.nextBytes(bytes);
            String uri = URI + i;
            open(uri, new String(bytes, StandardCharsets.ISO_8859_1));
            assertTrue(published(uri).getDiagnostics().size() > 0);
            for (Position position : List.of(new Position(0, 0), new Position(3, 10), new Position(-1, -1), new Position(Integer.MAX_VALUE, Integer.MAX_VALUE))) {
                assertTrue(askEverything(uri, position) > 0);
            }
        }
    }

    @Test
    void nonsenseIsAnsweredAndForgotten() throws Exception {
        OutputStream raw = process.getOutputStream();
        for (String body : List.of("{\"jsonrpc\":\"2.0\",\"id\":\"n1\",\"method\":\"no/such\",\"params\":[1,{}]}", "{\"jsonrpc\":\"2.0\",\"method\":\"no/such\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"$/unknown\",\"params\":{}}", "{\"jsonrpc\":\"2.0\",\"id\":\"n2\",\"method\":\"textDocument/definition\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"n3\",\"method\":\"textDocument/definition\",\"params\":{\"textDocument\":5,\"position\":\"x\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"n4\",\"method\":\"workspace/executeCommand\",\"params\":{\"command\":\"poshremote.showReferences\",\"arguments\":[{},null,[]]}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"n5\",\"method\":\"callHierarchy/incomingCalls\",\"params\":{\"item\":{\"uri\":\"no uri\"}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"n6\",\"method\":\"codeLens/resolve\",\"params\":{\"range\":null,\"data\":[1]}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeWatchedFiles\",\"params\":{\"changes\":[{\"uri\":\"::::\",\"type\":9}]}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"file:///scripts/nope.ps1\",\"version\":1},\"contentChanges\":[]}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":null}", "{\"jsonrpc\":\"2.0\",\"id\":\"n7\"}", "[]", "{", "")) {
            synchronized (raw) {
                raw.write(("Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
                raw.flush();
            }
        }
        open(URI, "'still there'");
        assertEquals(List.of(), published(URI).getDiagnostics());
    }

    @Test
    void filesMayChangeAndGoWhileTheyAreAskedAbout() throws Exception {
        open(URI, "Get-Thing -Name 1\n");
        TextDocumentIdentifier document = new TextDocumentIdentifier(URI);
        for (int i = 0; i < 40; i++) {
            Path file = folder.resolve("other" + i % 5 + ".ps1");
            if (i % 3 == 2) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, "Get-Thing\n".repeat(i));
            }
            var references = server.getTextDocumentService().references(new ReferenceParams(document, new Position(0, 2), new ReferenceContext(true)));
            server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(URI, i + 2),
                List.of(new TextDocumentContentChangeEvent(new Range(new Position(1, 0), new Position(1, 0)), "Get-Thing\n"))));
            assertTrue(references.get().size() >= 2);
        }
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsGivenUp() throws Exception {
        open(URI, "function f { param($Name) }\n" + "f -Name 1\n".repeat(20_000));
        TextDocumentIdentifier document = new TextDocumentIdentifier(URI);
        for (int i = 0; i < 30; i++) {
            server.getTextDocumentService().references(new ReferenceParams(document, new Position(0, 9), new ReferenceContext(true))).cancel(true);
        }
        assertEquals(20_001, server.getTextDocumentService().references(new ReferenceParams(document, new Position(0, 9), new ReferenceContext(true))).get().size());
    }

    @Test
    void theEndOfTheStreamIsTheEndOfTheServer() throws Exception {
        process.getOutputStream().close();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
    }

    @Test
    void whatIsWrittenIsOnlyTheProtocol() throws Exception {
        open(URI, "Get-Thing");
        assertEquals(1, server.getWorkspaceService().symbol(new WorkspaceSymbolParams("thing")).get().getRight().size());
        assertThrows(ExecutionException.class, () -> server.getTextDocumentService().rename(new RenameParams(new TextDocumentIdentifier(URI), new Position(0, 1), "1")).get());
        assertEquals(List.of(), client.log);
    }

    @AfterEach
    void errors() throws IOException {
        List<String> internal = Files.readAllLines(folder.resolve("stderr")).stream().filter(line -> line.contains("at org.poshremote") && !line.contains("PowerShellLanguageServer.lambda$checked"))
            .toList();
        assertEquals(List.of(), internal, "no exception of ours but the refusal of a message");
    }
}
