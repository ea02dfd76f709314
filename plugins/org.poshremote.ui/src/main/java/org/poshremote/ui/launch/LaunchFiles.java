package org.poshremote.ui.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.variables.VariablesPlugin;

/** How a launch configuration names files: those of the workspace by workspace path, so that a team can share it. */
final class LaunchFiles {
    private LaunchFiles() {
    }

    static String expand(String text) throws CoreException {
        return VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(text);
    }

    /** The workspace file of this name, whether or not it exists there. */
    static Optional<IFile> inWorkspace(String name) {
        IPath path = IPath.fromPortableString(name);
        if (!path.isAbsolute() || path.segmentCount() < 2) {
            return Optional.empty();
        }
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(path);
        return file.getProject().isAccessible() ? Optional.of(file) : Optional.empty();
    }

    /** Where the file lies in the file system; empty for a name that leads nowhere. */
    static Optional<Path> location(String name) {
        Optional<IFile> file = inWorkspace(name);
        if (file.isPresent()) {
            return file.map(IResource::getLocation).map(IPath::toPath);
        }
        try {
            Path path = Path.of(name);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    static String nameOf(IFile file) {
        return file.getFullPath().toPortableString();
    }
}
