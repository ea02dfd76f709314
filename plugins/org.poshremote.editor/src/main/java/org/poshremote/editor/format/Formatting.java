package org.poshremote.editor.format;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.WorkspaceEdits;
import org.poshremote.editor.input.Indentation;
import org.poshremote.editor.server.ScriptServer;

/** Formats a script or a part of it, as the server does. In the UI thread; done later. */
final class Formatting {
    private Formatting() {
    }

    /** @param range the part; empty for the whole. @param then told whether something changed */
    static void format(OpenScript script, Optional<Range> range, Consumer<Boolean> then) {
        CompletableFuture<Optional<List<? extends TextEdit>>> answer = range.isPresent()
            ? ScriptServer.get().askIf(capabilities -> capabilities.getDocumentRangeFormattingProvider() != null,
                server -> server.getTextDocumentService().rangeFormatting(new DocumentRangeFormattingParams(script.id(), options(script), range.get())).thenApply(edits -> edits))
            : ScriptServer.get().askIf(capabilities -> capabilities.getDocumentFormattingProvider() != null,
                server -> server.getTextDocumentService().formatting(new DocumentFormattingParams(script.id(), options(script))).thenApply(edits -> edits));
        script.whenAnswered(answer, edits -> then.accept(!edits.isEmpty() && WorkspaceEdits.apply(script.document(), edits)));
    }

    private static FormattingOptions options(OpenScript script) {
        Indentation indentation = Indentation.of(script.document());
        return new FormattingOptions(indentation.size(), indentation.spaces());
    }
}
