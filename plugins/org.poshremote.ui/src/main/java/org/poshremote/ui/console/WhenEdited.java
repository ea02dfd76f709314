package org.poshremote.ui.console;

import java.util.function.Consumer;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;

/** Tells of a file of the workspace with the first change in an editor. */
record WhenEdited(Consumer<IFile> told) implements IFileBufferListener {
    @Override
    public void dirtyStateChanged(IFileBuffer buffer, boolean dirty) {
        IPath location = buffer.getLocation();
        if (dirty && location != null && location.segmentCount() > 1) {
            told.accept(ResourcesPlugin.getWorkspace().getRoot().getFile(location));
        }
    }

    @Override
    public void bufferCreated(IFileBuffer buffer) {
        // opened, not edited
    }

    @Override
    public void bufferDisposed(IFileBuffer buffer) {
        // closed, not edited
    }

    @Override
    public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
        // the file changed, which the workspace tells
    }

    @Override
    public void bufferContentReplaced(IFileBuffer buffer) {
        // the file changed, which the workspace tells
    }

    @Override
    public void stateChanging(IFileBuffer buffer) {
        // nothing has changed yet
    }

    @Override
    public void stateValidationChanged(IFileBuffer buffer, boolean validated) {
        // not edited
    }

    @Override
    public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
        // not edited
    }

    @Override
    public void underlyingFileDeleted(IFileBuffer buffer) {
        // its markers go with it
    }

    @Override
    public void stateChangeFailed(IFileBuffer buffer) {
        // not edited
    }
}
