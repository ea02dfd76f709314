package org.poshremote.languageserver;

import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/**
 * What the client said it can do, as far as answers depend on it.
 *
 * @param watches      watches files when it is asked to
 * @param progress     shows work that takes a while
 * @param versioned    takes edits for a certain version of a document
 * @param annotated    shows what an edit is for, and asks about it
 * @param links        takes links with the range they come from
 * @param refreshLenses asks for code lenses again when it is told to
 */
record ClientSupport(boolean watches, boolean progress, boolean versioned, boolean annotated, boolean links, boolean refreshLenses) {
    static final ClientSupport NONE = new ClientSupport(false, false, false, false, false, false);

    static ClientSupport of(ClientCapabilities capabilities) {
        Optional<WorkspaceClientCapabilities> workspace = Optional.ofNullable(capabilities).map(ClientCapabilities::getWorkspace);
        Optional<WorkspaceEditCapabilities> edits = workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit);
        boolean versioned = edits.map(WorkspaceEditCapabilities::getDocumentChanges).orElse(false);
        return new ClientSupport(workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles).map(DidChangeWatchedFilesCapabilities::getDynamicRegistration).orElse(false),
            Optional.ofNullable(capabilities).map(ClientCapabilities::getWindow).map(WindowClientCapabilities::getWorkDoneProgress).orElse(false), versioned,
            versioned && edits.map(WorkspaceEditCapabilities::getChangeAnnotationSupport).isPresent(),
            Optional.ofNullable(capabilities).map(ClientCapabilities::getTextDocument).map(TextDocumentClientCapabilities::getDefinition).map(DefinitionCapabilities::getLinkSupport)
                .orElse(false),
            workspace.map(WorkspaceClientCapabilities::getCodeLens).map(CodeLensWorkspaceCapabilities::getRefreshSupport).orElse(false));
    }
}
