package org.poshremote.editor.target;

import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;
import org.poshremote.core.target.DefaultTarget;
import org.poshremote.editor.common.EditorPlugin;

/** The target that a script is meant for, kept with its project in {@code .settings/org.poshremote.prefs}. The run commands read the same file. */
public final class ScriptTarget {
    private ScriptTarget() {
    }

    /** What counts for a file, folder or project. From any thread. */
    public static Optional<String> of(IResource resource) {
        IProject project = resource.getProject();
        return project == null || !project.isAccessible() ? Optional.empty()
            : DefaultTarget.of(path(resource), key -> Optional.ofNullable(node(project).get(key, null)));
    }

    /** What is set for exactly this. */
    public static Optional<String> own(IResource resource) {
        return resource.getProject() == null || !resource.getProject().isAccessible() ? Optional.empty()
            : Optional.ofNullable(node(resource.getProject()).get(DefaultTarget.key(path(resource)), null)).filter(name -> !name.isBlank());
    }

    /** Empty: none of its own. In the UI thread. */
    public static void set(IResource resource, Optional<String> target) {
        IEclipsePreferences node = node(resource.getProject());
        String key = DefaultTarget.key(path(resource));
        target.ifPresentOrElse(name -> node.put(key, name), () -> node.remove(key));
        try {
            node.flush();
        } catch (BackingStoreException e) {
            EditorPlugin.log(Messages.ScriptTarget_notKept, e);
        }
        TargetFacts.targetChanged();
    }

    private static IEclipsePreferences node(IProject project) {
        return new ProjectScope(project).getNode(DefaultTarget.NODE);
    }

    private static String path(IResource resource) {
        return resource.getProjectRelativePath().toPortableString();
    }
}
