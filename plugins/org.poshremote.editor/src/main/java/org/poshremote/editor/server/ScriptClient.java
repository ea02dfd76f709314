package org.poshremote.editor.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.document.WorkspaceEdits;

/** What the server may say and ask. Called on the thread that reads from it. */
final class ScriptClient implements LanguageClient {
    private final WorkspaceWatch watch;

    ScriptClient(WorkspaceWatch watch) {
        this.watch = watch;
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams problems) {
        Ui.later(() -> OpenScripts.withUri(problems.getUri()).ifPresent(script -> script.problems(problems)));
    }

    @Override
    public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
        CompletableFuture<ApplyWorkspaceEditResponse> done = new CompletableFuture<>();
        Ui.later(() -> done.complete(new ApplyWorkspaceEditResponse(WorkspaceEdits.apply(params.getEdit()))));
        return done;
    }

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
        return CompletableFuture.completedFuture(params.getItems().stream().map(item -> ServerSettings.at(item.getSection()).orElse(null)).toList());
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        Ui.later(() -> OpenScripts.all().forEach(script -> script.refresh()));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshSemanticTokens() {
        return refreshCodeLenses();
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        params.getRegistrations().forEach(watch::register);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
        params.getUnregisterations().forEach(watch::unregister);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object object) {
        // nobody is told
    }

    @Override
    public void showMessage(MessageParams message) {
        ServerLog.line(message.getMessage());
        Ui.later(() -> Ui.status(message.getMessage()));
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        showMessage(request);
        return CompletableFuture.completedFuture(null);
    }

    /** PowerShellEditorServices says so all the time. */
    @JsonNotification("powerShell/executionBusyStatus")
    public void busy(Object busy) {
        // nothing here waits for it
    }

    @Override
    public void logMessage(MessageParams message) {
        ServerLog.line(message.getMessage());
    }
}
