package org.poshremote.editor.content;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.content.IContentDescription;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.PowerShellFiles;
import org.poshremote.editor.document.DirtyStateListener;

/**
 * Keeps an encoding that was found out without a byte order mark: the platform would save such a file in the encoding of its
 * folder, and only a mark or an encoding set for the file stops it.
 */
public final class EncodingKeeper extends DirtyStateListener {
    private EncodingKeeper() {
    }

    public static void install() {
        FileBuffers.getTextFileBufferManager().addFileBufferListener(new EncodingKeeper());
    }

    /** With the first change: who only looks at a file gets no settings for it. */
    @Override
    public void dirtyStateChanged(IFileBuffer buffer, boolean dirty) {
        IPath location = buffer.getLocation();
        if (dirty && buffer instanceof ITextFileBuffer text && location != null && location.segmentCount() > 1 && PowerShellFiles.is(location.lastSegment())) {
            IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(location);
            try {
                keep(text, file);
            } catch (CoreException e) {
                EditorPlugin.log(file.getName(), e);
            }
        }
    }

    private static void keep(ITextFileBuffer buffer, IFile file) throws CoreException {
        IContentDescription description = file.exists() ? file.getContentDescription() : null;
        if (description != null && file.getCharset(false) == null && description.getProperty(IContentDescription.BYTE_ORDER_MARK) == null
            && description.getProperty(IContentDescription.CHARSET) instanceof String charset && !charset.equals(file.getParent().getDefaultCharset())) {
            buffer.setEncoding(charset);
        }
    }
}
