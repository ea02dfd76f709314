package org.poshremote.ui.ide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.demo.DemoTarget;

/**
 * A project with the examples, and the demo node.
 *
 * @param script the example that greets
 */
record SampleWorkspace(IFile script, Target target) {
    private static final String PROJECT = "examples";
    private static final String FIRST = "hello-node.ps1";

    /** What is there of the project stays as the person left it. Not in the UI thread. */
    static SampleWorkspace make(Path examples) throws CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
        if (!project.exists()) {
            project.create(null);
        }
        project.open(null);
        try {
            for (Path example : scripts(examples)) {
                copy(example, project.getFile(example.getFileName().toString()));
            }
            return new SampleWorkspace(project.getFile(FIRST), DemoTarget.start());
        } catch (IOException | TargetFileException e) {
            throw new CoreException(PoshRemotePlugin.error(NLS.bind(Messages.SampleWorkspace_failed, e.getMessage()), e));
        }
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".ps1")).sorted().toList();
        }
    }

    private static void copy(Path from, IFile to) throws IOException, CoreException {
        if (!to.exists()) {
            try (InputStream content = Files.newInputStream(from)) {
                to.create(content, true, null);
            }
        }
    }
}
