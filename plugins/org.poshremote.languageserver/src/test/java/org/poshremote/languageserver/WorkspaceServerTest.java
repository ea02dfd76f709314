package org.poshremote.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.WorkspaceEditChangeAnnotationSupportCapabilities;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressKind;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions over the files of a folder, as a client asks them. */
@Timeout(60)
class WorkspaceServerTest {
    private final RecordingClient client = new RecordingClient();
    @TempDir
    Path folder;
    private ServerOnStreams running;
    private LanguageServer server;

    @BeforeEach
    void files() throws IOException {
        write("lib.ps1", "function Get-Thing {\n    param($Name)\n    $Name\n}\nclass Box { [int] $Size }\n");
        write("caller.ps1", "function Use-Thing { Get-Thing -Name 1 }\nUse-Thing\n");
    }

    @AfterEach
    void stop() throws Exception {
        running.end();
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toUri().toString();
    }

    private void start(ClientCapabilities capabilities) {
        InitializeParams params = new InitializeParams();
        params.setCapabilities(capabilities);
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "scripts")));
        running = new ServerOnStreams(client, params);
        server = running.server;
    }

    private static ClientCapabilities everything() {
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        edits.setChangeAnnotationSupport(new WorkspaceEditChangeAnnotationSupportCapabilities());
        workspace.setWorkspaceEdit(edits);
        workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        text.setDefinition(new DefinitionCapabilities(false, true));
        WindowClientCapabilities window = new WindowClientCapabilities();
        window.setWorkDoneProgress(true);
        return new ClientCapabilities(workspace, text, window, null);
    }

    private TextDocumentService open(String uri, String text) {
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "powershell", 1, text)));
        return server.getTextDocumentService();
    }

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    private String caller() throws IOException {
        String uri = uri("caller.ps1");
        open(uri, Files.readString(folder.resolve("caller.ps1")));
        return uri;
    }

    private static Range range(int line, int from, int to) {
        return new Range(new Position(line, from), new Position(line, to));
    }

    @Test
    void theFoldersAreReadWithProgressAndWatched() throws Exception {
        start(everything());
        assertEquals(WorkDoneProgressKind.begin, client.progress.take().getKind());
        while (client.progress.take().getKind() != WorkDoneProgressKind.end) {
            // reports, if there is time for any
            continue;
        }
        var registration = client.registered.take().getRegistrations().get(0);
        assertEquals("workspace/didChangeWatchedFiles", registration.getMethod());
        assertTrue(registration.getRegisterOptions().toString().contains("**/*.{ps1,psm1,psd1}") || registration.getRegisterOptions() instanceof DidChangeWatchedFilesRegistrationOptions);
    }

    @Test
    void aClientWithoutProgressAndWatchingGetsNeither() throws Exception {
        start(new ClientCapabilities());
        assertEquals(1, server.getWorkspaceService().symbol(new WorkspaceSymbolParams("gething")).get().getRight().size());
        assertTrue(client.progress.isEmpty() && client.registered.isEmpty());
    }

    @Test
    void aDefinitionIsInTheFileThatHasIt() throws Exception {
        start(new ClientCapabilities());
        TextDocumentIdentifier document = new TextDocumentIdentifier(caller());
        var found = server.getTextDocumentService().definition(new DefinitionParams(document, new Position(0, 24))).get().getLeft();
        assertEquals(List.of(new Location(uri("lib.ps1"), range(0, 9, 18))), found);
        var parameter = server.getTextDocumentService().definition(new DefinitionParams(document, new Position(0, 34))).get().getLeft();
        assertEquals(List.of(new Location(uri("lib.ps1"), range(1, 11, 15))), parameter);
        var references = server.getTextDocumentService().references(new ReferenceParams(document, new Position(0, 24), new ReferenceContext(false))).get();
        assertEquals(List.of(new Location(uri("caller.ps1"), range(0, 21, 30))), references);
    }

    @Test
    void aClientThatWantsLinksGetsThem() throws Exception {
        start(everything());
        var links = server.getTextDocumentService().definition(new DefinitionParams(new TextDocumentIdentifier(caller()), new Position(0, 24))).get().getRight();
        assertEquals(range(0, 21, 30), links.get(0).getOriginSelectionRange());
        assertEquals(range(0, 9, 18), links.get(0).getTargetSelectionRange());
        assertEquals(new Range(new Position(0, 0), new Position(3, 1)), links.get(0).getTargetRange());
    }

    @Test
    void highlightsTellReadsFromWrites() throws Exception {
        start(new ClientCapabilities());
        String uri = uri("open.ps1");
        var highlights = open(uri, "$a = 1; $a").documentHighlight(new DocumentHighlightParams(new TextDocumentIdentifier(uri), new Position(0, 1))).get();
        assertEquals("[Write, Read]", highlights.stream().map(highlight -> highlight.getKind().name()).toList().toString());
    }

    @Test
    void aRenameGoesThroughAllFilesWithVersionsAndAnnotations() throws Exception {
        start(everything());
        String uri = caller();
        TextDocumentIdentifier document = new TextDocumentIdentifier(uri);
        assertEquals("Get-Thing", server.getTextDocumentService().prepareRename(new PrepareRenameParams(document, new Position(0, 24))).get().getSecond().getPlaceholder());
        WorkspaceEdit edit = server.getTextDocumentService().rename(new RenameParams(document, new Position(0, 24), "Find-Thing")).get();
        List<TextDocumentEdit> changes = edit.getDocumentChanges().stream().map(change -> change.getLeft()).toList();
        assertEquals(List.of(uri, uri("lib.ps1")), changes.stream().map(change -> change.getTextDocument().getUri()).toList());
        assertEquals(1, changes.get(0).getTextDocument().getVersion());
        assertNull(changes.get(1).getTextDocument().getVersion());
        AnnotatedTextEdit first = (AnnotatedTextEdit) changes.get(0).getEdits().get(0).getLeft();
        assertEquals("Find-Thing", first.getNewText());
        assertEquals(false, edit.getChangeAnnotations().get(first.getAnnotationId()).getNeedsConfirmation());
    }

    @Test
    void aRenameForAnOldClientIsAMap() throws Exception {
        start(new ClientCapabilities());
        WorkspaceEdit edit = server.getTextDocumentService().rename(new RenameParams(new TextDocumentIdentifier(caller()), new Position(0, 34), "Title")).get();
        assertEquals(List.of(range(1, 11, 15), range(2, 5, 9)), edit.getChanges().get(uri("lib.ps1")).stream().map(TextEdit::getRange).toList());
    }

    @Test
    void whatCannotBeRenamedIsRefusedInWords() throws Exception {
        start(new ClientCapabilities());
        TextDocumentIdentifier document = new TextDocumentIdentifier(caller());
        ExecutionException refused = assertThrows(ExecutionException.class,
            () -> server.getTextDocumentService().rename(new RenameParams(document, new Position(0, 24), "Use-Thing")).get());
        assertEquals("There is a function Use-Thing already, in caller.ps1, line 1.", ((ResponseErrorException) refused.getCause()).getResponseError().getMessage());
        assertThrows(ExecutionException.class, () -> server.getTextDocumentService().prepareRename(new PrepareRenameParams(document, new Position(0, 0))).get());
    }

    @Test
    void unsavedTextAndFilesOfOthersCount() throws Exception {
        start(everything());
        String uri = caller();
        String library = uri("lib.ps1");
        open(library, Files.readString(folder.resolve("lib.ps1")));
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(library, 2),
            List.of(new TextDocumentContentChangeEvent(new Range(new Position(0, 0), new Position(0, 0)), "\n"))));
        var found = server.getTextDocumentService().definition(new DefinitionParams(new TextDocumentIdentifier(uri), new Position(0, 24))).get().getRight();
        assertEquals(1, found.get(0).getTargetSelectionRange().getStart().getLine());
        String made = write("new.ps1", "function New-Thing { }\n");
        server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(made, FileChangeType.Created))));
        assertEquals(1, server.getWorkspaceService().symbol(new WorkspaceSymbolParams("New-Thing")).get().getRight().size());
        Files.delete(folder.resolve("new.ps1"));
        server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(made, FileChangeType.Deleted))));
        assertEquals(0, server.getWorkspaceService().symbol(new WorkspaceSymbolParams("New-Thing")).get().getRight().size());
    }

    @Test
    void foldersComeAndGo() throws Exception {
        Path other = Files.createTempDirectory("other");
        Files.writeString(other.resolve("o.ps1"), "function Other-Thing { }");
        start(new ClientCapabilities());
        WorkspaceFolder added = new WorkspaceFolder(other.toUri().toString(), "other");
        server.getWorkspaceService().didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(List.of(added), List.of())));
        assertEquals(1, server.getWorkspaceService().symbol(new WorkspaceSymbolParams("other")).get().getRight().size());
        server.getWorkspaceService().didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(List.of(), List.of(added))));
        assertEquals(0, server.getWorkspaceService().symbol(new WorkspaceSymbolParams("other")).get().getRight().size());
        Files.delete(other.resolve("o.ps1"));
        Files.delete(other);
    }

    @Test
    void symbolsAreFoundByAFewLetters() throws Exception {
        start(new ClientCapabilities());
        var found = server.getWorkspaceService().symbol(new WorkspaceSymbolParams("thing")).get().getRight();
        assertEquals("Get-Thing, Use-Thing", found.stream().map(symbol -> symbol.getName()).sorted().collect(Collectors.joining(", ")));
        var box = server.getWorkspaceService().symbol(new WorkspaceSymbolParams("siz")).get().getRight().get(0);
        assertEquals("Size Property Box", box.getName() + " " + box.getKind() + " " + box.getContainerName());
    }

    @Test
    void callersAndCalleesAreTold() throws Exception {
        start(new ClientCapabilities());
        TextDocumentService scripts = server.getTextDocumentService();
        CallHierarchyItem thing = scripts.prepareCallHierarchy(new CallHierarchyPrepareParams(new TextDocumentIdentifier(caller()), new Position(0, 24))).get().get(0);
        assertEquals("Get-Thing", thing.getName());
        var incoming = scripts.callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(thing)).get();
        assertEquals("Use-Thing", incoming.get(0).getFrom().getName());
        assertEquals(List.of(range(0, 21, 30)), incoming.get(0).getFromRanges());
        var above = scripts.callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(incoming.get(0).getFrom())).get();
        assertEquals("caller.ps1 File", above.get(0).getFrom().getName() + " " + above.get(0).getFrom().getKind());
        assertEquals(List.of(), scripts.callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(above.get(0).getFrom())).get());
        var outgoing = scripts.callHierarchyOutgoingCalls(new CallHierarchyOutgoingCallsParams(above.get(0).getFrom())).get();
        assertEquals("Use-Thing", outgoing.get(0).getTo().getName());
        assertEquals("Get-Thing", scripts.callHierarchyOutgoingCalls(new CallHierarchyOutgoingCallsParams(outgoing.get(0).getTo())).get().get(0).getTo().getName());
        assertEquals(SymbolKind.Function, thing.getKind());
    }

    @Test
    void filesAndAddressesAreLinks() throws Exception {
        start(new ClientCapabilities());
        assertEquals(1, server.getWorkspaceService().symbol(new WorkspaceSymbolParams("box")).get().getRight().size(), "the folder is read");
        String uri = uri("links.ps1");
        var links = open(uri, ". ./lib.ps1\n# see https://example.org/a?b=1.\n\"https://example.org/no\"\n").documentLink(new DocumentLinkParams(new TextDocumentIdentifier(uri))).get();
        assertEquals(List.of(uri("lib.ps1"), "https://example.org/a?b=1"), links.stream().map(link -> link.getTarget()).toList());
        assertEquals(range(0, 2, 11), links.get(0).getRange());
    }

    @Test
    void lensesNameTheTarget() throws Exception {
        ClientCapabilities capabilities = everything();
        capabilities.getWorkspace().setCodeLens(new CodeLensWorkspaceCapabilities(true));
        start(capabilities);
        String uri = uri("lib.ps1");
        TextDocumentService documents = open(uri, "function Get-Thing { }\n");
        assertEquals("Run on target", documents.codeLens(new CodeLensParams(new TextDocumentIdentifier(uri))).get().getFirst().getCommand().getTitle());
        server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString("{\"poshremote\": {\"target\": {\"name\": \"lab\"}}}")));
        assertEquals("lenses", client.refreshed.poll(30, TimeUnit.SECONDS), "the client is to ask again");
        assertEquals("Run on lab", documents.codeLens(new CodeLensParams(new TextDocumentIdentifier(uri))).get().getFirst().getCommand().getTitle());
    }

    @Test
    void aFunctionIsCalledWithoutTheRestOfItsScript() throws Exception {
        start(new ClientCapabilities());
        ExecuteCommandParams call = new ExecuteCommandParams("poshremote.functionCall", List.of("Remove-Item x\nfunction Get-Thing([Parameter(Mandatory)] $Name) { }\n", "Get-Thing"));
        assertEquals(JsonParser.parseString("{\"script\": \"             \\nfunction Get-Thing([Parameter(Mandatory)] $Name) { }\\n\\n& 'Get-Thing'\\n\", \"mandatory\": [\"Name\"]}"),
            new Gson().toJsonTree(server.getWorkspaceService().executeCommand(call).get()));
        call.setArguments(List.of("", "Get-Thing"));
        assertNull(server.getWorkspaceService().executeCommand(call).get());
    }

    @Test
    void lensesRunAndCount() throws Exception {
        start(new ClientCapabilities());
        String uri = uri("lib.ps1");
        List<? extends CodeLens> lenses = open(uri, "#Requires -Version 5.1\nfunction Get-Thing { param($Name) }\nclass Box { }\nDescribe 'it' { [Box]::new() }\n")
            .codeLens(new CodeLensParams(new TextDocumentIdentifier(uri))).get();
        assertEquals("0 poshremote.run, 1 poshremote.runFunction, 1 ?, 2 ?, 3 poshremote.runTests", lenses.stream().map(lens -> lens.getRange().getStart().getLine() + " "
            + (lens.getCommand() == null ? "?" : lens.getCommand().getCommand())).collect(Collectors.joining(", ")));
        CodeLens count = server.getTextDocumentService().resolveCodeLens(lenses.get(2)).get();
        assertEquals("1 reference", count.getCommand().getTitle());
        assertEquals("1 reference", server.getTextDocumentService().resolveCodeLens(lenses.get(3)).get().getCommand().getTitle());
        Object places = server.getWorkspaceService().executeCommand(new ExecuteCommandParams(count.getCommand().getCommand(), count.getCommand().getArguments())).get();
        assertTrue(places.toString().contains("caller.ps1"), places.toString());
    }

    @Test
    void whatStandsThereCanBeWrittenInAnotherWay() throws Exception {
        start(new ClientCapabilities());
        String uri = uri("open.ps1");
        var actions = open(uri, "gwmi -Class Win32_BIOS -ComputerName n\n").codeAction(new CodeActionParams(new TextDocumentIdentifier(uri), range(0, 2, 2), new CodeActionContext(List.of()))).get();
        List<String> titles = actions.stream().map(action -> action.getRight().getKind() + " " + action.getRight().getTitle()).toList();
        assertTrue(titles.contains("quickfix Use Get-CimInstance instead of gwmi"), titles.toString());
        assertTrue(titles.contains("refactor.rewrite Put the parameters of gwmi into a table"), titles.toString());
        // what the rule's fix does is not there a second time
        assertEquals(1, actions.stream().filter(action -> action.getRight().getEdit() != null && action.getRight().getEdit().getChanges().get(uri).equals(
            List.of(new TextEdit(range(0, 0, 4), "Get-WmiObject")))).count(), titles.toString());
    }

    @Test
    void aClientThatMixesUpItsDocumentsIsToldOnce() throws Exception {
        start(new ClientCapabilities());
        for (int i = 0; i < 3; i++) {
            server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier("file:///nope.ps1", 2), List.of()));
        }
        String uri = caller();
        for (int version : List.of(5, 4, 3)) {
            server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(new Range(new Position(-3, 900), new Position(99_999, 7)), "$x = " + version))));
        }
        var highlights = server.getTextDocumentService().documentHighlight(new DocumentHighlightParams(new TextDocumentIdentifier(uri), new Position(Integer.MAX_VALUE, -1))).get();
        assertEquals(0, highlights.size());
        assertEquals(2, client.log.size(), client.log.toString());
    }
}
