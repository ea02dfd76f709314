package org.poshremote.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Formatting as a client asks for it. */
@Timeout(30)
class FormattingTest {
    private static final String URI = "file:///scripts/a.ps1";
    private final PowerShellLanguageServer server = new PowerShellLanguageServer();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    @TempDir
    private Path folder;

    private final class Client implements LanguageClient {
        @Override
        public void telemetryEvent(Object object) {
            throw new AssertionError("no telemetry");
        }

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            // of other tests
        }

        @Override
        public void showMessage(MessageParams message) {
            messages.add(message.getMessage());
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

    @BeforeEach
    void start() {
        server.connect(new Client());
    }

    private ServerCapabilities initialize(String format) throws Exception {
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "w")));
        params.setInitializationOptions(JsonParser.parseString("{\"poshremote\": {\"format\": " + format + "}}"));
        return server.initialize(params).get(10, TimeUnit.SECONDS).getCapabilities();
    }

    private String formatted(String text, FormattingOptions options) throws Exception {
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "powershell", 1, text)));
        return applied(text, server.getTextDocumentService().formatting(new DocumentFormattingParams(new TextDocumentIdentifier(URI), options)).get(10, TimeUnit.SECONDS));
    }

    private static String applied(String text, List<? extends TextEdit> edits) {
        OpenDocument document = new OpenDocument(URI, 1, text);
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt((TextEdit edit) -> document.offset(edit.getRange().getStart())).reversed());
        String changed = text;
        for (TextEdit edit : sorted) {
            changed = changed.substring(0, document.offset(edit.getRange().getStart())) + edit.getNewText() + changed.substring(document.offset(edit.getRange().getEnd()));
        }
        return changed;
    }

    private static FormattingOptions spaces(int size) {
        return new FormattingOptions(size, true);
    }

    @Test
    void theRequestSaysHowFarLinesAreMovedIn() throws Exception {
        ServerCapabilities capabilities = initialize("{}");
        assertEquals(true, capabilities.getDocumentFormattingProvider().getLeft());
        assertEquals(true, capabilities.getDocumentRangeFormattingProvider().getLeft());
        assertEquals("}", capabilities.getDocumentOnTypeFormattingProvider().getFirstTriggerCharacter());
        assertEquals("if (1) {\n  2\n}\n", formatted("if(1)\n{\n2\n}", spaces(2)));
        assertEquals("if (1) {\n\t2\n}\n", formatted("if(1)\n{\n2\n}", new FormattingOptions(4, false)));
    }

    @Test
    void theRequestSaysHowLinesAndTheTextEnd() throws Exception {
        initialize("{}");
        FormattingOptions options = spaces(4);
        options.put("insertFinalNewline", Either3.forThird(false));
        options.put("trimTrailingWhitespace", Either3.forThird(false));
        assertEquals("1  \n2", formatted("1  \n2", options));
        options.put("trimTrailingWhitespace", Either3.forThird(true));
        assertEquals("1\n2", formatted("1  \n2", options));
    }

    @Test
    void theClientsConfigurationCountsMoreThanTheRequest() throws Exception {
        initialize("{\"preset\": \"Allman\", \"indentationSize\": 3}");
        assertEquals("if (1)\n{\n   2\n}\n", formatted("if(1){\n2\n}\n", spaces(4)));
        server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString("{\"poshremote\": {\"format\": {\"preset\": \"otbs\"}}}")));
        assertEquals("if (1) {\n    2\n} else {\n    3\n}\n", formatted("if(1){\n2\n}\nelse{\n3\n}\n", spaces(4)));
    }

    @Test
    void theWorkspacesSettingsFileCountsMost() throws Exception {
        Files.writeString(folder.resolve("PSScriptAnalyzerSettings.psd1"),
            "@{ Rules = @{ PSPlaceOpenBrace = @{ Enable = $true; OnSameLine = $false }; PSUseConsistentIndentation = @{ Enable = $true; IndentationSize = 8 } } }");
        initialize("{\"indentationSize\": 3, \"openBraceOnSameLine\": true}");
        assertEquals("if (1)\n{\n        2\n}\n", formatted("if(1){\n2\n}\n", spaces(4)));
    }

    @Test
    void aBrokenScriptIsLeftAloneAndThatIsSaidOnce() throws Exception {
        initialize("{}");
        assertEquals("if (1) {\n2\n", formatted("if (1) {\n2\n", spaces(4)));
        assertEquals("if (1) {\n2\n", formatted("if (1) {\n2\n", spaces(4)));
        String message = messages.poll(5, TimeUnit.SECONDS);
        assertTrue(message.startsWith("Line 1 has a mistake of syntax (MissingEndCurlyBrace)"), message);
        assertEquals(0, messages.size());
    }

    @Test
    void aRangeChangesNothingElse() throws Exception {
        initialize("{}");
        String text = "if(1){\n2\n}\nif(3){\n4\n}\n";
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "powershell", 1, text)));
        List<? extends TextEdit> edits = server.getTextDocumentService()
            .rangeFormatting(new DocumentRangeFormattingParams(new TextDocumentIdentifier(URI), spaces(4), new Range(new Position(3, 0), new Position(6, 0)))).get(10, TimeUnit.SECONDS);
        assertEquals("if(1){\n2\n}\nif (3) {\n    4\n}\n", applied(text, edits));
        assertEquals(3, edits.size());
    }

    @Test
    void aBraceMovesWhatItCloses() throws Exception {
        initialize("{}");
        String text = "  if(1) {\n2\n  }\nif(3){\n4\n";
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "powershell", 1, text)));
        List<? extends TextEdit> edits = server.getTextDocumentService()
            .onTypeFormatting(new DocumentOnTypeFormattingParams(new TextDocumentIdentifier(URI), spaces(4), new Position(2, 3), "}")).get(10, TimeUnit.SECONDS);
        assertEquals("  if(1) {\n      2\n  }\nif(3){\n4\n", applied(text, edits));
    }

    @Test
    void aDocumentThatIsNotOpenHasNoEdits() throws Exception {
        initialize("{}");
        assertEquals(List.of(), server.getTextDocumentService().formatting(new DocumentFormattingParams(new TextDocumentIdentifier("file:///none.ps1"), spaces(4))).get(10, TimeUnit.SECONDS));
    }
}
