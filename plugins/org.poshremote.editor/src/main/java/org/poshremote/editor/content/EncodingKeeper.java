package org.poshremote.editor.content;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.content.IContentDescription;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.PowerShellFiles;

/**
 * Keeps an encoding that was found out without a byte order mark: the platform would save such a file in the encoding of its
 * folder, and only a mark or an encoding set for the file stops it.
 */
public final class EncodingKeeper implements IFileBufferListener {
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

    @Override
    public void bufferDisposed(IFileBuffer buffer) {
        // nothing is kept beyond it
    }

    @Override
    public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
        // it will be as the file again
    }

    @Override
    public void bufferContentReplaced(IFileBuffer buffer) {
        // it is as the file again
    }

    @Override
    public void stateChanging(IFileBuffer buffer) {
        // says nothing of the encoding
    }

    @Override
    public void bufferCreated(IFileBuffer buffer) {
        // not changed yet
    }

    @Override
    public void stateValidationChanged(IFileBuffer buffer, boolean validated) {
        // says nothing of the encoding
    }

    @Override
    public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
        // a new buffer is created
    }

    @Override
    public void underlyingFileDeleted(IFileBuffer buffer) {
        // nothing to keep
    }

    @Override
    public void stateChangeFailed(IFileBuffer buffer) {
        // nothing was done
    }
}
