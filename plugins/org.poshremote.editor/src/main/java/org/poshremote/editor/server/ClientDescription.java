package org.poshremote.editor.server;

import java.util.List;
import org.eclipse.lsp4j.*;

/** What this client can, as the server is told at the start. */
final class ClientDescription {
    private ClientDescription() {
    }

    static InitializeParams parameters(List<WorkspaceFolder> folders, Object options) {
        InitializeParams parameters = new InitializeParams();
        parameters.setProcessId((int) ProcessHandle.current().pid());
        parameters.setClientInfo(new ClientInfo("PoshRemote in Eclipse"));
        parameters.setCapabilities(new ClientCapabilities(workspace(), textDocument(), null));
        parameters.setWorkspaceFolders(folders);
        parameters.setInitializationOptions(options);
        return parameters;
    }

    private static WorkspaceClientCapabilities workspace() {
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setApplyEdit(true);
        workspace.setConfiguration(true);
        workspace.setWorkspaceFolders(true);
        DidChangeWatchedFilesCapabilities files = new DidChangeWatchedFilesCapabilities(true);
        files.setRelativePatternSupport(true);
        workspace.setDidChangeWatchedFiles(files);
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        workspace.setWorkspaceEdit(edits);
        workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
        workspace.setSemanticTokens(new SemanticTokensWorkspaceCapabilities(true));
        return workspace;
    }

    private static TextDocumentClientCapabilities textDocument() {
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        text.setSynchronization(new SynchronizationCapabilities(false, false, true));
        PublishDiagnosticsCapabilities problems = new PublishDiagnosticsCapabilities(true);
        problems.setVersionSupport(true);
        text.setPublishDiagnostics(problems);
        CompletionItemCapabilities item = new CompletionItemCapabilities(true);
        item.setDocumentationFormat(List.of(MarkupKind.MARKDOWN, MarkupKind.PLAINTEXT));
        item.setResolveSupport(new CompletionItemResolveSupportCapabilities(List.of("documentation", "detail")));
        CompletionCapabilities completion = new CompletionCapabilities(item);
        completion.setContextSupport(true);
        text.setCompletion(completion);
        text.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN, MarkupKind.PLAINTEXT), false));
        DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
        symbols.setHierarchicalDocumentSymbolSupport(true);
        text.setDocumentSymbol(symbols);
        FoldingRangeCapabilities folding = new FoldingRangeCapabilities();
        folding.setLineFoldingOnly(true);
        text.setFoldingRange(folding);
        text.setCodeAction(new CodeActionCapabilities(new CodeActionLiteralSupportCapabilities(
            new CodeActionKindCapabilities(List.of(CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.Source))), false));
        text.setRename(new RenameCapabilities(true, false));
        text.setDefinition(new DefinitionCapabilities(false, true));
        text.setFormatting(new FormattingCapabilities());
        text.setRangeFormatting(new RangeFormattingCapabilities());
        text.setCodeLens(new CodeLensCapabilities());
        return text;
    }
}
