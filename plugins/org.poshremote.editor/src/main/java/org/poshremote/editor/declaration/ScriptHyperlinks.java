package org.poshremote.editor.declaration;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.document.WorkspaceEdits;
import org.poshremote.editor.server.ScriptServer;

/**
 * Open Declaration, with F3 or by a click. The platform wants the link at once in the UI thread, so each name is one; where it
 * leads is asked when it is followed.
 */
public final class ScriptHyperlinks extends AbstractHyperlinkDetector {
    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        Optional<OpenScript> script = OpenScripts.of(viewer.getDocument());
        boolean can = ScriptServer.get().capabilities().map(capabilities -> capabilities.getDefinitionProvider() != null).orElse(false);
        return !can ? null : script.flatMap(open -> Positions.name(open.document(), region.getOffset()).map(name -> new IHyperlink[] {new Link(open, name)})).orElse(null);
    }

    private record Link(OpenScript script, IRegion name) implements IHyperlink {
        @Override
        public IRegion getHyperlinkRegion() {
            return name;
        }

        @Override
        public String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            return Messages.ScriptHyperlinks_open;
        }

        @Override
        public void open() {
            try {
                DefinitionParams params = new DefinitionParams(script.id(), Positions.of(script.document(), name.getOffset()));
                script.whenAnswered(ScriptServer.get().ask(server -> server.getTextDocumentService().definition(params)), found -> first(found)
                    .ifPresentOrElse(place -> show(place.getUri(), place.getRange().getStart()), () -> Ui.status(NLS.bind(Messages.ScriptHyperlinks_unknown, text()))));
            } catch (BadLocationException e) { // the document shrank meanwhile
                Ui.status(NLS.bind(Messages.ScriptHyperlinks_unknown, ""));
            }
        }

        private String text() {
            try {
                return script.document().get(name.getOffset(), name.getLength());
            } catch (BadLocationException e) {
                return "";
            }
        }
    }

    private static Optional<Location> first(Either<List<? extends Location>, List<? extends LocationLink>> found) {
        return found.isLeft() ? found.getLeft().stream().findFirst().map(Location.class::cast)
            : found.getRight().stream().findFirst().map(link -> new Location(link.getTargetUri(), link.getTargetSelectionRange()));
    }

    private static void show(String uri, Position position) {
        Ui.page().ifPresent(page -> {
            try {
                Optional<IFile> file = WorkspaceEdits.file(uri);
                IEditorPart part = file.isPresent() ? IDE.openEditor(page, file.get()) : IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(URI.create(uri)));
                if (part instanceof ITextEditor editor) {
                    editor.selectAndReveal(Positions.offset(editor.getDocumentProvider().getDocument(editor.getEditorInput()), position), 0);
                }
            } catch (PartInitException e) {
                EditorPlugin.log(uri, e);
            }
        });
    }
}
