package org.poshremote.ui.launch;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.poshremote.core.target.DefaultTarget;
import org.poshremote.ui.targets.Targets;

/** The target that a script is meant for, as its project's settings say. */
final class ScriptTargets {
    private ScriptTargets() {
    }

    /** Empty where nothing is set, or where there is no such target. */
    static Optional<String> of(IFile script) {
        IEclipsePreferences settings = new ProjectScope(script.getProject()).getNode(DefaultTarget.NODE);
        return DefaultTarget.of(script.getProjectRelativePath().toPortableString(), key -> Optional.ofNullable(settings.get(key, null)))
                .filter(name -> Targets.get().find(name).isPresent());
    }
}
