package org.poshremote.editor.preferences;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.WorkspaceEdits;
import org.poshremote.editor.server.ScriptServer;

/** Formats a sample by an embedded server of its own. Its text is sent once; each choice is a question about it. */
final class FormatPreview implements AutoCloseable {
    static final String SAMPLE = """
        function Get-Site{
            param([string]$Name,[int]$Port=80)
            if($Port -gt 1024){ "user" }
            else {
              WRITE-host   "system";
            }
            try { gci $Name } catch { throw }
            $settings = @{
                Name=$Name
                Enabled = !$false
                Root   =  "C:\\inetpub"
            }
            Get-ChildItem $settings.Root|
            Where-Object { $_.Length -GT 10kb } |
            Sort-Object Name


        }

        """;

    private static final TextDocumentIdentifier SAMPLE_ID = new TextDocumentIdentifier("untitled:sample.ps1");

    private final ScriptServer server = ScriptServer.ofItsOwn();

    FormatPreview() {
        TextDocumentItem item = new TextDocumentItem(SAMPLE_ID.getUri(), "powershell", 1, SAMPLE);
        server.tell(asked -> asked.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(item)));
    }

    /** Later, in the UI thread; not at all where the server cannot. */
    void format(FormatChoices choices, Consumer<String> then) {
        JsonObject own = new JsonObject();
        own.add("format", choices.json());
        JsonObject settings = new JsonObject();
        settings.add("poshremote", own);
        server.tell(asked -> asked.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(settings)));
        CompletableFuture<Optional<List<? extends TextEdit>>> answer = server.askIf(can -> can.getDocumentFormattingProvider() != null,
            asked -> asked.getTextDocumentService().formatting(new DocumentFormattingParams(SAMPLE_ID, new FormattingOptions(4, true))).thenApply(edits -> edits));
        answer.whenComplete((edits, problem) -> {
            if (problem != null) {
                EditorPlugin.log(String.valueOf(problem.getMessage()), problem);
            } else {
                edits.ifPresent(found -> Ui.later(() -> then.accept(applied(found))));
            }
        });
    }

    private static String applied(List<? extends TextEdit> edits) {
        Document document = new Document(SAMPLE);
        try {
            WorkspaceEdits.multi(document, edits).apply(document);
        } catch (BadLocationException e) {
            EditorPlugin.log(String.valueOf(e.getMessage()), e);
        }
        return document.get();
    }

    @Override
    public void close() {
        server.stop();
    }
}
