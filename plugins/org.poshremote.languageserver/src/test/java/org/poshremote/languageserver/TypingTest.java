package org.poshremote.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.CompletionItemTagSupportCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ParameterInformationCapabilities;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Completion, hover, signatures and names of arguments as a client sees them, over streams. */
@Timeout(30)
class TypingTest {
    private ServerOnStreams started;
    private String uri = "file:///scripts/a.ps1";

    private static final class Client implements LanguageClient {
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
            throw new AssertionError(message);
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            throw new AssertionError(request);
        }

        @Override
        public void logMessage(MessageParams message) {
            // nobody reads it
        }
    }

    @AfterEach
    void end() throws Exception {
        started.end();
    }

    private void start(ClientCapabilities capabilities, WorkspaceFolder... folders) {
        InitializeParams params = new InitializeParams();
        params.setCapabilities(capabilities);
        params.setWorkspaceFolders(List.of(folders));
        started = new ServerOnStreams(new Client(), params);
    }

    private static ClientCapabilities able() {
        CompletionItemCapabilities item = new CompletionItemCapabilities(true);
        item.setDocumentationFormat(List.of(MarkupKind.MARKDOWN));
        item.setCommitCharactersSupport(true);
        item.setTagSupport(new CompletionItemTagSupportCapabilities(List.of(CompletionItemTag.Deprecated)));
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        text.setCompletion(new CompletionCapabilities(item));
        text.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN), false));
        SignatureInformationCapabilities signature = new SignatureInformationCapabilities();
        signature.setParameterInformation(new ParameterInformationCapabilities(true));
        text.setSignatureHelp(new SignatureHelpCapabilities(signature, false));
        return new ClientCapabilities(null, text, null);
    }

    /** Opens the text without its mark. */
    private Position open(String marked) {
        int offset = marked.indexOf('‸');
        String before = marked.substring(0, offset);
        started.server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "powershell", 1, before + marked.substring(offset + 1))));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - before.lastIndexOf('\n') - 1);
    }

    private TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(uri);
    }

    private CompletionList complete(String marked) throws Exception {
        Position at = open(marked);
        return started.server.getTextDocumentService().completion(new CompletionParams(document(), at)).get(10, TimeUnit.SECONDS).getRight();
    }

    private static CompletionItem item(CompletionList list, String label) {
        return list.getItems().stream().filter(item -> item.getLabel().equals(label)).findFirst().orElseThrow(() -> new AssertionError(label + " not in "
            + list.getItems().stream().map(CompletionItem::getLabel).toList()));
    }

    private CompletionItem resolve(CompletionItem item) throws Exception {
        return started.server.getTextDocumentService().resolveCompletionItem(item).get(10, TimeUnit.SECONDS);
    }

    @Test
    void itIsAnnounced() {
        start(able());
        var capabilities = started.initialized.getCapabilities();
        assertTrue(capabilities.getCompletionProvider().getResolveProvider());
        assertTrue(capabilities.getCompletionProvider().getTriggerCharacters().containsAll(List.of("-", "$", ".", ":", "[")));
        assertTrue(capabilities.getHoverProvider().getLeft());
        assertEquals(List.of(" ", "(", ",", "-"), capabilities.getSignatureHelpProvider().getTriggerCharacters());
        assertTrue(capabilities.getInlayHintProvider().getLeft());
    }

    @Test
    void itemsHaveEditsOrderAndLaterDocumentation() throws Exception {
        start(able());
        CompletionList list = complete("$x = 1\nGet-Ch‸ -Path x\n");
        CompletionItem item = item(list, "Get-ChildItem");
        assertEquals(new TextEdit(new Range(new Position(1, 0), new Position(1, 6)), "Get-ChildItem"), item.getTextEdit().getLeft());
        assertEquals("0000", item.getSortText());
        assertNull(item.getDocumentation());
        assertTrue(item.getCommitCharacters().contains(" "));
        List<String> order = list.getItems().stream().map(CompletionItem::getSortText).toList();
        List<String> sorted = new ArrayList<>(order);
        sorted.sort(null);
        assertEquals(sorted, order);
        String documentation = resolve(item).getDocumentation().getRight().getValue();
        assertTrue(documentation.contains("Get-ChildItem [[-Path] <string[]>]") && documentation.contains("Microsoft.PowerShell.Management"), documentation);
    }

    @Test
    void snippetsGoToThoseWhoWantThem() throws Exception {
        start(able());
        CompletionItem item = item(complete("$s = 'x'; $s.Sub‸"), "Substring");
        assertEquals(InsertTextFormat.Snippet, item.getInsertTextFormat());
        assertEquals("Substring($1)$0", item.getTextEdit().getLeft().getNewText());
    }

    @Test
    void othersGetPlainTextAndPlainWords() throws Exception {
        start(new ClientCapabilities());
        CompletionList list = complete("func‸");
        assertTrue(list.getItems().stream().allMatch(item -> item.getInsertTextFormat() == InsertTextFormat.PlainText && item.getTextEdit().getLeft().getNewText().indexOf("${1") < 0));
        CompletionItem resolved = resolve(item(complete("Get-ChildI‸"), "Get-ChildItem"));
        assertEquals(MarkupKind.PLAINTEXT, resolved.getDocumentation().getRight().getKind());
        assertFalse(resolved.getDocumentation().getRight().getValue().contains("```"));
    }

    @Test
    void whatTheTargetLacksIsStruckThroughAndLast() throws Exception {
        start(able());
        started.server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString("""
            {"poshremote": {"target": {"name": "web01", "powerShell": "5.1", "commands": {"Get-ChildItem": ["Path"], "Get-Chosen": ["Alpha", "Beta"]}}}}""")));
        CompletionList list = complete("Get-Ch‸");
        assertEquals("Get-ChildItem", list.getItems().get(0).getLabel());
        item(list, "Get-Chosen");
        CompletionItem missing = item(complete("Get-Cont‸"), "Get-Content");
        assertEquals(List.of(CompletionItemTag.Deprecated), missing.getTags());
        CompletionList parameters = complete("Get-Chosen -‸");
        assertEquals(List.of("-alpha", "-beta"), parameters.getItems().stream().map(item -> item.getLabel().toLowerCase(java.util.Locale.ROOT)).toList());
    }

    @Test
    void functionsOfTheWorkspaceAreOffered(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("tools.ps1"), "<#\n.SYNOPSIS\nMakes things.\n.PARAMETER Size\nHow *big*.\n#>\nfunction New-Thing { param([int] $Size, [ValidateSet('Red', 'Green')] $Color) }\nclass Tool { [string] $Handle }\n");
        uri = folder.resolve("main.ps1").toUri().toString();
        start(able(), new WorkspaceFolder(folder.toUri().toString(), "scripts"));
        CompletionList list = complete(". .\\tools.ps1\nNew-Th‸");
        for (int i = 0; i < 100 && list.getItems().stream().noneMatch(item -> item.getLabel().equals("New-Thing")); i++) {
            Thread.sleep(50); // the folder is indexed in the background
            list = complete(". .\\tools.ps1\nNew-Th‸");
        }
        assertEquals("tools.ps1", item(list, "New-Thing").getDetail());
        assertEquals("New-Thing", list.getItems().get(0).getLabel());
        item(complete(". .\\tools.ps1\nNew-Thing -S‸"), "-Size");
        item(complete(". .\\tools.ps1\nNew-Thing -Color ‸"), "Green");
        item(complete(". .\\tools.ps1\n$t = [Tool]::new(); $t.‸"), "Handle");
        Hover hover = hover("New-Th‸ing 5");
        assertTrue(hover.getContents().getRight().getValue().contains("Makes things.") && hover.getContents().getRight().getValue().contains("How \\*big\\*."), hover.toString());
    }

    private Hover hover(String marked) throws Exception {
        Position at = open(marked);
        return started.server.getTextDocumentService().hover(new HoverParams(document(), at)).get(10, TimeUnit.SECONDS);
    }

    @Test
    void hoverTellsOfTheWord() throws Exception {
        start(able());
        Hover hover = hover("Get-Child‸Item x");
        assertEquals(new Range(new Position(0, 0), new Position(0, 13)), hover.getRange());
        assertEquals(MarkupKind.MARKDOWN, hover.getContents().getRight().getKind());
        assertNull(hover("   ‸   "));
    }

    @Test
    void signaturesHaveTheirParameters() throws Exception {
        start(able());
        Position at = open("function F { param([int] $Alpha, $Beta) }\nF 1 ‸");
        SignatureHelp help = started.server.getTextDocumentService().signatureHelp(new SignatureHelpParams(document(), at)).get(10, TimeUnit.SECONDS);
        SignatureInformation signature = help.getSignatures().get(help.getActiveSignature());
        assertEquals("F [[-Alpha] <int>] [[-Beta] <object>]", signature.getLabel());
        assertEquals(1, help.getActiveParameter());
        var span = signature.getParameters().get(1).getLabel().getRight();
        assertEquals("[[-Beta] <object>]", signature.getLabel().substring(span.getFirst(), span.getSecond()));
    }

    @Test
    void argumentsGetTheirNames() throws Exception {
        start(able());
        open("‸Copy-Item a.txt b.txt\nCopy-Item $x $y\n");
        assertEquals(List.of("Path:", "Destination:"), hints());
        started.server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString("{\"poshremote\": {\"inlayHints\": \"all\"}}")));
        assertEquals(List.of("Path:", "Destination:", "Path:", "Destination:"), hints());
        started.server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString("{\"poshremote\": {\"inlayHints\": false}}")));
        assertEquals(List.of(), hints());
    }

    private List<String> hints() throws Exception {
        List<InlayHint> hints = started.server.getTextDocumentService().inlayHint(new InlayHintParams(document(), new Range(new Position(0, 0), new Position(9, 0)))).get(10, TimeUnit.SECONDS);
        return hints.stream().map(hint -> hint.getLabel().getLeft()).toList();
    }

    @Test
    void unknownDocumentsAndItemsAreAnswered() throws Exception {
        start(able());
        uri = "file:///scripts/never-opened.ps1";
        assertEquals(List.of(), started.server.getTextDocumentService().completion(new CompletionParams(document(), new Position(0, 0))).get(10, TimeUnit.SECONDS).getRight().getItems());
        assertNull(started.server.getTextDocumentService().hover(new HoverParams(document(), new Position(5, 5))).get(10, TimeUnit.SECONDS));
        assertNull(started.server.getTextDocumentService().signatureHelp(new SignatureHelpParams(document(), new Position(5, 5))).get(10, TimeUnit.SECONDS));
        CompletionItem strange = new CompletionItem("x");
        strange.setData(JsonParser.parseString("{\"list\": 12345, \"item\": -1}"));
        assertEquals("x", resolve(strange).getLabel());
    }
}
