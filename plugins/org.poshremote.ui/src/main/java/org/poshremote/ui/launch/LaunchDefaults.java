package org.poshremote.ui.launch;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.poshremote.ui.targets.RecentTargets;
import org.poshremote.ui.targets.Targets;

/** A new configuration runs the script in front on the target that was used last. */
final class LaunchDefaults {
    private LaunchDefaults() {
    }

    static void apply(ILaunchConfigurationWorkingCopy configuration) {
        ScriptInFront.find().ifPresent(file -> {
            script(configuration, file);
            configuration.rename(DebugPlugin.getDefault().getLaunchManager().generateLaunchConfigurationName(file.getName()));
        });
        List<String> recent = RecentTargets.get().names();
        String target = !recent.isEmpty() ? recent.getFirst()
                : Targets.get().stored().stream().findFirst().map(stored -> stored.definition().name()).orElse("");
        MainTab.set(configuration, LaunchAttributes.TARGET, target);
    }

    static void script(ILaunchConfigurationWorkingCopy configuration, IFile file) {
        configuration.setAttribute(LaunchAttributes.SCRIPT, LaunchFiles.nameOf(file));
        configuration.setMappedResources(new IFile[] {file});
    }
}
