package org.poshremote.editor.target;

import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;
import org.poshremote.editor.common.EditorPlugin;

/**
 * The target that a script is meant for: its own, else that of the nearest folder, else the project's. Kept with the project, in
 * {@code .settings/org.poshremote.prefs}: {@code target} for the project, {@code target/path} for what is in it. The run
 * commands read the same file.
 */
public final class ScriptTarget {
    /** Name of the preference node. */
    public static final String NODE = "org.poshremote";
    private static final String KEY = "target";

    private ScriptTarget() {
    }

    /** What counts for a file, folder or project. */
    public static Optional<String> of(IResource resource) {
        IResource at = resource;
        while (at != null && at.getType() != IResource.ROOT) {
            Optional<String> own = own(at);
            if (own.isPresent()) {
                return own;
            }
            IContainer parent = at.getParent();
            at = parent;
        }
        return Optional.empty();
    }

    /** What is set for exactly this. */
    public static Optional<String> own(IResource resource) {
        return resource.getProject() == null || !resource.getProject().isAccessible() ? Optional.empty()
            : Optional.ofNullable(node(resource).get(key(resource), null)).filter(name -> !name.isBlank());
    }

    /** Empty: none of its own. */
    public static void set(IResource resource, Optional<String> target) {
        IEclipsePreferences node = node(resource);
        target.ifPresentOrElse(name -> node.put(key(resource), name), () -> node.remove(key(resource)));
        try {
            node.flush();
        } catch (BackingStoreException e) {
            EditorPlugin.log(Messages.ScriptTarget_notKept, e);
        }
        TargetFacts.targetChanged();
    }

    private static IEclipsePreferences node(IResource resource) {
        return new ProjectScope(resource.getProject()).getNode(NODE);
    }

    private static String key(IResource resource) {
        return resource.getType() == IResource.PROJECT ? KEY : KEY + '/' + resource.getProjectRelativePath().toPortableString();
    }
}
