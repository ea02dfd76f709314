package org.poshremote.editor.document;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.poshremote.editor.common.EditorPlugin;

/** Edits of the server in documents: one undo each. In the UI thread. */
public final class WorkspaceEdits {
    private WorkspaceEdits() {
    }

    /** Text edits by URI, whichever way they are told; creating and deleting files is not among what this client can. */
    public static Map<String, List<TextEdit>> byUri(WorkspaceEdit edit) {
        Map<String, List<TextEdit>> all = new HashMap<>();
        if (edit.getDocumentChanges() != null) {
            edit.getDocumentChanges().stream().filter(change -> change.isLeft()).map(change -> change.getLeft()).forEach(change -> all
                .computeIfAbsent(change.getTextDocument().getUri(), key -> new ArrayList<>()).addAll(textEdits(change)));
        } else if (edit.getChanges() != null) {
            edit.getChanges().forEach((uri, edits) -> all.computeIfAbsent(uri, key -> new ArrayList<>()).addAll(edits));
        }
        return all;
    }

    private static List<TextEdit> textEdits(TextDocumentEdit change) {
        return change.getEdits().stream().filter(either -> either.isLeft()).map(either -> either.getLeft()).toList();
    }

    /** @return whether all of them could be applied */
    public static boolean apply(WorkspaceEdit edit) {
        boolean all = true;
        for (Map.Entry<String, List<TextEdit>> entry : byUri(edit).entrySet()) {
            Optional<IDocument> open = OpenScripts.withUri(entry.getKey()).map(OpenScript::document);
            all &= open.isPresent() ? apply(open.get(), entry.getValue()) : inFile(entry.getKey(), entry.getValue());
        }
        return all;
    }

    /** All at once, as ranges of the present text. */
    public static boolean apply(IDocument document, List<? extends TextEdit> edits) {
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        try {
            MultiTextEdit all = multi(document, edits);
            if (undo != null) {
                undo.beginCompoundChange();
            }
            all.apply(document);
            return true;
        } catch (BadLocationException | MalformedTreeException e) {
            EditorPlugin.log(Messages.WorkspaceEdits_failed, e);
            return false;
        } finally {
            if (undo != null) {
                undo.endCompoundChange();
            }
        }
    }

    public static MultiTextEdit multi(IDocument document, List<? extends TextEdit> edits) throws MalformedTreeException {
        MultiTextEdit all = new MultiTextEdit();
        for (TextEdit edit : edits) {
            IRegion region = Positions.region(document, edit.getRange());
            all.addChild(new ReplaceEdit(region.getOffset(), region.getLength(), edit.getNewText()));
        }
        return all;
    }

    /** The file of the workspace with that URI. */
    public static Optional<IFile> file(String uri) {
        IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(URI.create(uri));
        return files.length == 0 ? Optional.empty() : Optional.of(files[0]);
    }

    private static boolean inFile(String uri, List<TextEdit> edits) {
        Optional<IFile> file = file(uri);
        if (file.isEmpty()) {
            return false;
        }
        try {
            FileBuffers.getTextFileBufferManager().connect(file.get().getFullPath(), LocationKind.IFILE, null);
            try {
                ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.get().getFullPath(), LocationKind.IFILE);
                boolean applied = apply(buffer.getDocument(), edits);
                buffer.commit(null, true);
                return applied;
            } finally {
                FileBuffers.getTextFileBufferManager().disconnect(file.get().getFullPath(), LocationKind.IFILE, null);
            }
        } catch (CoreException e) {
            EditorPlugin.log(Messages.WorkspaceEdits_failed, e);
            return false;
        }
    }
}
