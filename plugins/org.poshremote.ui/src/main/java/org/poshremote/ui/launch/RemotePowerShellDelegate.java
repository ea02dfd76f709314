package org.poshremote.ui.launch;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.targets.Targets;

/** Runs a launch configuration of type <em>Remote PowerShell</em>. */
public final class RemotePowerShellDelegate extends LaunchConfigurationDelegate {
    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor) throws CoreException {
        RequestReader reader = new RequestReader(configuration);
        String name = reader.targetName();
        StoredTarget stored = Targets.get().find(name)
                .orElseThrow(() -> RequestReader.refused(NLS.bind(Messages.Delegate_targetGone, configuration.getName(), name)));
        // whatever is wrong with the configuration is said before the person is asked for anything
        String script = reader.read(stored.definition()).build().script().name();
        Optional<Target> target = RunConsent.confirmed(stored).filter(usable -> RunConsent.given(usable, script))
                .flatMap(Passwords.get()::withAccount);
        if (target.isEmpty()) {
            monitor.setCanceled(true);
            return;
        }
        Runs.get().start(launch, reader.read(target.get()).confirmed(true).build());
    }

    /** The script's project, so that the platform's preference on dirty editors has something to go by. */
    @Override
    protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
        return LaunchFiles.inWorkspace(LaunchFiles.expand(configuration.getAttribute(LaunchAttributes.SCRIPT, "")))
                .map(IFile::getProject).map(project -> new IProject[] {project}).orElse(null);
    }

    /** A script needs no build. */
    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }
}
