package org.poshremote.editor.rename;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.DocumentChange;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.TextChange;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.osgi.util.NLS;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.document.WorkspaceEdits;
import org.poshremote.editor.server.ScriptServer;

/** The server's rename as a refactoring of the platform, which checks it on a thread of its own and shows it before it is done. */
final class RenameScriptName extends Refactoring {
    private static final long PATIENCE_SECONDS = 30;

    private final OpenScript script;
    private final Position position;
    private final String oldName;
    private String newName;
    private Optional<WorkspaceEdit> edit = Optional.empty();

    RenameScriptName(OpenScript script, int offset, String oldName) throws BadLocationException {
        this.script = script;
        this.position = Positions.of(script.document(), offset);
        this.oldName = oldName;
        this.newName = oldName;
    }

    String oldName() {
        return oldName;
    }

    void newName(String name) {
        newName = name;
    }

    @Override
    public String getName() {
        return Messages.RenameHandler_title;
    }

    @Override
    public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
        return new RefactoringStatus();
    }

    /** The platform calls it in the thread of its progress dialog. */
    @Override
    public RefactoringStatus checkFinalConditions(IProgressMonitor monitor) {
        try {
            RenameParams params = new RenameParams(script.id(), position, newName);
            edit = ScriptServer.get().ask(server -> server.getTextDocumentService().rename(params)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return edit.isPresent() && !WorkspaceEdits.byUri(edit.get()).isEmpty() ? new RefactoringStatus() : RefactoringStatus.createFatalErrorStatus(Messages.RenameHandler_nothing);
        } catch (ExecutionException e) {
            return RefactoringStatus.createFatalErrorStatus(NLS.bind(Messages.RenameScriptName_refused, e.getCause().getMessage()));
        } catch (TimeoutException e) {
            return RefactoringStatus.createFatalErrorStatus(NLS.bind(Messages.RenameScriptName_late, PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RefactoringStatus.createFatalErrorStatus(Messages.RenameHandler_nothing);
        }
    }

    @Override
    public Change createChange(IProgressMonitor monitor) throws CoreException {
        CompositeChange all = new CompositeChange(NLS.bind(Messages.RenameScriptName_change, oldName, newName));
        for (Map.Entry<String, List<TextEdit>> entry : edit.map(WorkspaceEdits::byUri).orElse(Map.of()).entrySet()) {
            Optional<OpenScript> open = OpenScripts.withUri(entry.getKey());
            Optional<IFile> file = open.isPresent() ? open.get().file() : WorkspaceEdits.file(entry.getKey());
            if (file.isPresent()) {
                TextFileChange change = new TextFileChange(file.get().getName(), file.get());
                IDocument document = change.getCurrentDocument(monitor);
                change.setEdit(WorkspaceEdits.multi(document, entry.getValue()));
                change.setSaveMode(open.isPresent() ? TextFileChange.LEAVE_DIRTY : TextFileChange.FORCE_SAVE);
                all.add(typed(change));
            } else if (open.isPresent()) {
                DocumentChange change = new DocumentChange(entry.getKey(), open.get().document());
                change.setEdit(WorkspaceEdits.multi(open.get().document(), entry.getValue()));
                all.add(typed(change));
            }
        }
        return all;
    }

    private static TextChange typed(TextChange change) {
        change.setTextType("ps1");
        return change;
    }
}
