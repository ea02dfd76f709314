package org.poshremote.editor.content;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.ScriptStatus;
import org.poshremote.editor.common.Ui;

/** In the status line: encoding, byte order mark and line ends of the script in front. */
public final class FileFormatControl extends ScriptStatus {
    private final IResourceChangeListener files = this::changed;

    public FileFormatControl() {
        super(22, Messages.FileFormatControl_tip);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(files, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    protected void disposed() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(files);
    }

    private void changed(IResourceChangeEvent event) {
        Optional<IFile> file = script();
        IResourceDelta delta = file.isEmpty() || event.getDelta() == null ? null : event.getDelta().findMember(file.get().getFullPath());
        if (delta != null && (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.ENCODING)) != 0) {
            Ui.later(this::show);
        }
    }

    private Optional<IDocument> document() {
        return editor().map(editor -> editor.getDocumentProvider().getDocument(editor.getEditorInput()));
    }

    @Override
    protected void tell(IFile file) {
        document().ifPresent(document -> Job.createSystem(Messages.FileFormatControl_tip, (ICoreRunnable) monitor -> {
            Optional<FileFormat> format = format(file, document);
            Ui.later(() -> {
                if (script().filter(file::equals).isPresent()) {
                    text(format.map(FileFormatControl::words).orElse(""));
                }
            });
        }).schedule());
    }

    private static Optional<FileFormat> format(IFile file, IDocument document) {
        try {
            return Optional.of(FileFormat.of(file, document));
        } catch (CoreException e) { // it was deleted meanwhile
            return Optional.empty();
        }
    }

    static String words(FileFormat format) {
        String encoding = format.mark() ? NLS.bind(Messages.FileFormatControl_withMark, format.charset()) : format.charset();
        String ends = format.lineEnds() == FileFormat.LineEnds.MIXED ? Messages.FileFormatControl_mixed : format.lineEnds().name();
        return NLS.bind(Messages.FileFormatControl_lineEnds, encoding, ends);
    }

    @Override
    protected void fill(IMenuManager menu, IFile file, Runnable open) {
        document().ifPresent(document -> Job.createSystem(Messages.FileFormatControl_tip, (ICoreRunnable) monitor -> {
            Optional<FileFormat> format = format(file, document);
            Ui.later(() -> format.ifPresent(now -> {
                fill(menu, file, document, now);
                open.run();
            }));
        }).schedule());
    }

    private void fill(IMenuManager menu, IFile file, IDocument document, FileFormat now) {
        encoding(menu, Messages.FileFormatControl_utf8Mark, file, StandardCharsets.UTF_8, true, now);
        encoding(menu, Messages.FileFormatControl_utf8, file, StandardCharsets.UTF_8, false, now);
        encoding(menu, Messages.FileFormatControl_utf16, file, StandardCharsets.UTF_16LE, true, now);
        menu.add(new Separator());
        ends(menu, Messages.FileFormatControl_toCrlf, document, FileFormat.LineEnds.CRLF, now);
        ends(menu, Messages.FileFormatControl_toLf, document, FileFormat.LineEnds.LF, now);
    }

    private void encoding(IMenuManager menu, String text, IFile file, Charset charset, boolean mark, FileFormat now) {
        boolean same = now.mark() == mark && now.charset().replace("UTF-16", "UTF-16LE").startsWith(charset.name());
        menu.add(choice(text, same, () -> editor().ifPresent(editor -> write(editor, file, charset, mark))));
    }

    private static void write(ITextEditor editor, IFile file, Charset charset, boolean mark) {
        if (editor.isDirty() && !editor.getSite().getPage().saveEditor(editor, true) || editor.isDirty()) {
            Ui.status(Messages.FileFormatControl_saveFirst);
            return;
        }
        FileFormat.rewrite(file, charset, mark).schedule();
    }

    private void ends(IMenuManager menu, String text, IDocument document, FileFormat.LineEnds ends, FileFormat now) {
        menu.add(choice(text, now.lineEnds() == ends, () -> {
            ends.apply(document);
            show();
        }));
    }

    private static IAction choice(String text, boolean chosen, Runnable action) {
        Action choice = new Action(text, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (!chosen) {
                    action.run();
                }
            }
        };
        choice.setChecked(chosen);
        return choice;
    }
}
