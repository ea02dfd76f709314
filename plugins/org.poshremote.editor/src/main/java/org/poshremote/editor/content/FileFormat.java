package org.poshremote.editor.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.jobs.MultiRule;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.poshremote.editor.common.EditorPlugin;

/**
 * How a file is written beyond its text.
 *
 * @param charset as in the workspace
 */
public record FileFormat(String charset, boolean mark, LineEnds lineEnds) {
    /** How lines end. */
    public enum LineEnds {
        CRLF("\r\n"), LF("\n"), MIXED("");

        private final String characters;

        LineEnds(String characters) {
            this.characters = characters;
        }

        /** Of the whole text; a text of one line has those of this machine. */
        static LineEnds of(IDocument document) {
            boolean windows = false;
            boolean unix = false;
            try {
                for (int line = 0; line < document.getNumberOfLines() - 1; line++) {
                    boolean two = "\r\n".equals(document.getLineDelimiter(line));
                    windows |= two;
                    unix |= !two;
                }
            } catch (BadLocationException e) { // it changes right now, and is looked at again
                return MIXED;
            }
            return windows && unix ? MIXED : windows || !unix && System.lineSeparator().equals("\r\n") ? CRLF : LF;
        }

        /** Makes all lines end so: one change that can be undone. In the UI thread. */
        public void apply(IDocument document) {
            MultiTextEdit edits = new MultiTextEdit();
            try {
                for (int line = 0; line < document.getNumberOfLines() - 1; line++) {
                    String delimiter = document.getLineDelimiter(line);
                    if (delimiter != null && !delimiter.equals(characters)) {
                        edits.addChild(new ReplaceEdit(document.getLineOffset(line) + document.getLineLength(line) - delimiter.length(), delimiter.length(), characters));
                    }
                }
                if (edits.hasChildren()) {
                    edits.apply(document);
                }
            } catch (BadLocationException e) {
                EditorPlugin.log(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Reads the beginning of the file where it is not known yet, hence not in the UI thread. */
    public static FileFormat of(IFile file, IDocument document) throws CoreException {
        IContentDescription description = file.getContentDescription();
        boolean marked = description != null && description.getProperty(IContentDescription.BYTE_ORDER_MARK) != null;
        return new FileFormat(file.getCharset(), marked, LineEnds.of(document));
    }

    /** Writes the saved text of a file in another encoding, in the background; its editor shows it after that. */
    public static WorkspaceJob rewrite(IFile file, Charset charset, boolean mark) {
        WorkspaceJob job = new WorkspaceJob(NLS.bind(Messages.FileFormat_rewrite, file.getName())) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                try (InputStream in = file.getContents(true)) {
                    ByteArrayInputStream converted = new ByteArrayInputStream(converted(in.readAllBytes(), Charset.forName(file.getCharset()), charset, mark));
                    file.setContents(converted, IFile.KEEP_HISTORY, monitor);
                    if (file.getCharset(false) != null) { // it would win over the mark
                        file.setCharset(null, monitor);
                    }
                    return Status.OK_STATUS;
                } catch (IOException e) {
                    return new Status(IStatus.ERROR, EditorPlugin.ID, NLS.bind(Messages.FileFormat_failed, file.getName(), e.getMessage()), e);
                }
            }
        };
        job.setRule(MultiRule.combine(file.getWorkspace().getRuleFactory().modifyRule(file), file.getWorkspace().getRuleFactory().charsetRule(file)));
        job.setUser(true);
        return job;
    }

    static byte[] converted(byte[] bytes, Charset from, Charset to, boolean mark) {
        String text = new String(bytes, from);
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        return ((mark ? "\ufeff" : "") + bare).getBytes(to);
    }
}
