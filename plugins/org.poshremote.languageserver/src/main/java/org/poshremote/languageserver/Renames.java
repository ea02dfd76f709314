package org.poshremote.languageserver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.ChangeAnnotation;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.poshremote.language.navigation.Mention;
import org.poshremote.language.rename.Rename;
import org.poshremote.language.rename.RenameEdit;

/** Another name for something, in every file that mentions it. */
final class Renames {
    private final ScriptWorkspace workspace;

    Renames(ScriptWorkspace workspace) {
        this.workspace = workspace;
    }

    CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepare(PrepareRenameParams params) {
        return workspace.ask(params.getTextDocument().getUri(), null, moment -> {
            Mention mention = new Rename(moment.navigation()).prepare(moment.view(), moment.offset(params.getPosition()));
            return Either3.forSecond(new PrepareRenameResult(moment.document().range(mention.start(), mention.end()), mention.written()));
        });
    }

    CompletableFuture<WorkspaceEdit> rename(RenameParams params, ClientSupport client) {
        return workspace.ask(params.getTextDocument().getUri(), null, moment -> {
            List<RenameEdit> edits = new Rename(moment.navigation()).to(moment.view(), moment.offset(params.getPosition()), params.getNewName(), client.annotated());
            return client.versioned() ? versioned(edits, client.annotated()) : plain(edits);
        });
    }

    private WorkspaceEdit plain(List<RenameEdit> edits) {
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        edits.forEach(edit -> changes.computeIfAbsent(workspace.uri(edit.file()), file -> new ArrayList<>()).add(new TextEdit(ScriptWorkspace.range(edit.range()), edit.newText())));
        return new WorkspaceEdit(changes);
    }

    /** For the versions that were read, so that a client notices when a document has changed since. */
    private WorkspaceEdit versioned(List<RenameEdit> edits, boolean annotated) {
        Map<java.net.URI, List<Either<TextEdit, SnippetTextEdit>>> byFile = new LinkedHashMap<>();
        edits.forEach(edit -> byFile.computeIfAbsent(edit.file(), file -> new ArrayList<>()).add(Either.forLeft(annotated
            ? new AnnotatedTextEdit(ScriptWorkspace.range(edit.range()), edit.newText(), edit.kind().name()) : new TextEdit(ScriptWorkspace.range(edit.range()), edit.newText()))));
        List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
        byFile.forEach((file, list) -> changes.add(Either.forLeft(new TextDocumentEdit(new VersionedTextDocumentIdentifier(workspace.uri(file),
            workspace.document(file).map(OpenDocument::version).orElse(null)), list))));
        WorkspaceEdit edit = new WorkspaceEdit(changes);
        if (annotated) {
            Map<String, ChangeAnnotation> annotations = new LinkedHashMap<>();
            edits.stream().map(RenameEdit::kind).distinct().sorted().forEach(kind -> annotations.put(kind.name(), annotation(kind)));
            edit.setChangeAnnotations(annotations);
        }
        return edit;
    }

    private static ChangeAnnotation annotation(RenameEdit.Kind kind) {
        ChangeAnnotation annotation = new ChangeAnnotation(switch (kind) {
            case CODE -> "Scripts";
            case COMMENT -> "Help and examples";
            case DOUBTFUL -> "May mean something else";
        });
        annotation.setNeedsConfirmation(kind == RenameEdit.Kind.DOUBTFUL);
        if (kind == RenameEdit.Kind.DOUBTFUL) {
            annotation.setDescription("The text does not tell whether this one is meant.");
        }
        return annotation;
    }
}
