package org.poshremote.editor.document;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.format.FormatOnSave;
import org.poshremote.editor.problems.ProblemMarkers;
import org.poshremote.editor.server.LanguageClients;

/** The scripts that are open in editors. Connecting and closing in the UI thread, finding from any. */
public final class OpenScripts {
    private static final Map<IDocument, OpenScript> OPEN = new ConcurrentHashMap<>();
    private static final Map<IDocument, Integer> EDITORS = new HashMap<>();
    private static boolean listening;

    private OpenScripts() {
    }

    /** For one more editor; empty where the document is no file's, or somebody else serves the editors. */
    public static Optional<OpenScript> connect(IDocument document) {
        if (!LanguageClients.own()) {
            return Optional.empty();
        }
        OpenScript there = OPEN.get(document);
        if (there == null) {
            ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
            if (buffer == null || buffer.getFileStore() == null) {
                return Optional.empty();
            }
            listen();
            Optional<IFile> file = file(buffer.getLocation());
            URI uri = file.map(IFile::getLocationURI).orElseGet(() -> buffer.getFileStore().toURI());
            there = new OpenScript(document, uri, file);
            OPEN.put(document, there);
            there.addListener(new ProblemMarkers(there));
            there.addListener(new FormatOnSave(there));
            there.open();
        }
        EDITORS.merge(document, 1, Integer::sum);
        return Optional.of(there);
    }

    /** For one editor less. */
    public static void disconnect(IDocument document) {
        if (EDITORS.computeIfPresent(document, (key, count) -> count == 1 ? null : count - 1) == null) {
            Optional.ofNullable(OPEN.remove(document)).ifPresent(OpenScript::close);
        }
    }

    public static List<OpenScript> all() {
        return List.copyOf(OPEN.values());
    }

    public static Optional<OpenScript> of(IDocument document) {
        return document == null ? Optional.empty() : Optional.ofNullable(OPEN.get(document));
    }

    /** In the UI thread: what an editor shows. */
    public static Optional<OpenScript> in(ITextEditor editor) {
        return editor.getDocumentProvider() == null ? Optional.empty() : of(editor.getDocumentProvider().getDocument(editor.getEditorInput()));
    }

    public static Optional<OpenScript> withUri(String uri) {
        return OPEN.values().stream().filter(script -> script.uri().equals(uri)).findFirst();
    }

    /** The file behind an editor, where it is one of the workspace. */
    public static Optional<IFile> file(IEditorInput input) {
        return input instanceof IFileEditorInput file ? Optional.of(file.getFile()) : Optional.ofNullable(input.getAdapter(IFile.class));
    }

    private static Optional<IFile> file(IPath location) {
        return location == null || location.segmentCount() < 2 ? Optional.empty()
            : Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(location)).filter(IFile::exists);
    }

    private static void listen() {
        if (listening) {
            return;
        }
        listening = true;
        FileBuffers.getTextFileBufferManager().addFileBufferListener(new SaveListener());
    }

    private static final class SaveListener extends DirtyStateListener {
        @Override
        public void dirtyStateChanged(IFileBuffer buffer, boolean dirty) {
            if (!dirty && buffer instanceof ITextFileBuffer text) {
                Ui.later(() -> of(text.getDocument()).ifPresent(OpenScript::saved));
            }
        }
    }

}
