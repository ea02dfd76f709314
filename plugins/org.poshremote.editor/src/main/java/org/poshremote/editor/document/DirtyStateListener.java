package org.poshremote.editor.document;

import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.runtime.IPath;

/** For those who only want to know when a file begins to be edited, and when it is saved. */
public abstract class DirtyStateListener implements IFileBufferListener {
    @Override
    public final void bufferCreated(IFileBuffer buffer) {
        // of no interest here
    }

    @Override
    public final void bufferDisposed(IFileBuffer buffer) {
        // of no interest here
    }

    @Override
    public final void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
        // of no interest here
    }

    @Override
    public final void bufferContentReplaced(IFileBuffer buffer) {
        // of no interest here
    }

    @Override
    public final void stateChanging(IFileBuffer buffer) {
        // of no interest here
    }

    @Override
    public final void stateValidationChanged(IFileBuffer buffer, boolean validated) {
        // of no interest here
    }

    @Override
    public final void underlyingFileMoved(IFileBuffer buffer, IPath path) {
        // of no interest here
    }

    @Override
    public final void underlyingFileDeleted(IFileBuffer buffer) {
        // of no interest here
    }

    @Override
    public final void stateChangeFailed(IFileBuffer buffer) {
        // of no interest here
    }
}
