package org.poshremote.ui.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.osgi.util.NLS;
import org.poshremote.ui.common.PoshRemotePlugin;

/** Launches a script without a visit to the dialog: finds the configuration that there is, or makes one. In the UI thread. */
public final class ScriptLaunch {
    private ScriptLaunch() {
    }

    /** Runs the file on the target by the configuration of both, which is made where there is none. */
    public static void run(IFile script, String target) {
        try {
            List<ILaunchConfiguration> there = configurationsOf(script, Optional.of(target));
            DebugUITools.launch(there.isEmpty() ? make(script, target) : there.getFirst(), ILaunchManager.RUN_MODE);
        } catch (CoreException e) {
            PoshRemotePlugin.show(e.getStatus().getMessage(), e);
        }
    }

    /** Runs a part of a script, without keeping a configuration of it. */
    public static void runText(String title, String text, Optional<IFile> origin, String target) {
        runText(title, text, origin, false, target);
    }

    /** Runs what came of a script, on its lines, in place of it; without keeping a configuration. */
    static void runInstead(String title, String text, IFile script, String target) {
        runText(title, text, Optional.of(script), true, target);
    }

    private static void runText(String title, String text, Optional<IFile> origin, boolean linesOfScript, String target) {
        try {
            ILaunchConfigurationWorkingCopy copy = type().newInstance(null, manager().generateLaunchConfigurationName(title));
            copy.setAttribute(LaunchAttributes.SCRIPT_TEXT, text);
            copy.setAttribute(LaunchAttributes.LINES_OF_SCRIPT, linesOfScript);
            origin.ifPresent(file -> copy.setAttribute(LaunchAttributes.SCRIPT, LaunchFiles.nameOf(file)));
            copy.setAttribute(LaunchAttributes.TARGET, target);
            DebugUITools.launch(copy, ILaunchManager.RUN_MODE);
        } catch (CoreException e) {
            PoshRemotePlugin.show(e.getStatus().getMessage(), e);
        }
    }

    /** Saved configurations that run the file; on the target, where one is given. */
    static List<ILaunchConfiguration> configurationsOf(IFile script, Optional<String> target) throws CoreException {
        ILaunchConfiguration[] all = manager().getLaunchConfigurations(type());
        return Arrays.stream(all).filter(configuration -> attribute(configuration, LaunchAttributes.SCRIPT).equals(LaunchFiles.nameOf(script)))
                .filter(configuration -> target.isEmpty() || target.get().equalsIgnoreCase(attribute(configuration, LaunchAttributes.TARGET))).toList();
    }

    static ILaunchConfiguration make(IFile script, String target) throws CoreException {
        ILaunchConfigurationWorkingCopy copy = type().newInstance(null,
                manager().generateLaunchConfigurationName(NLS.bind(Messages.Runs_label, script.getName(), target)));
        LaunchDefaults.script(copy, script);
        copy.setAttribute(LaunchAttributes.TARGET, target);
        return copy.doSave();
    }

    static String attribute(ILaunchConfiguration configuration, String name) {
        try {
            return configuration.getAttribute(name, "");
        } catch (CoreException e) { // a configuration that cannot be read is none of ours
            return "";
        }
    }

    static ILaunchConfigurationType type() {
        return manager().getLaunchConfigurationType(LaunchAttributes.TYPE);
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }
}
