package org.poshremote.ui.launch;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.ui.console.TextConsole;
import org.poshremote.core.target.Target;
import org.poshremote.ui.secrets.PasswordDialog;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.testing.Workbench;
import org.poshremote.wsman.Secret;

/** Launches for tests of other packages. */
public final class LaunchFixture {
    private LaunchFixture() {
    }

    public static void answerPassword(String password) {
        Passwords.get().askBy((target, reason) -> answer(target, password));
    }

    public static Optional<PasswordDialog.Answer> answer(Target target, String password) {
        return Optional.of(new PasswordDialog.Answer(target.user(), Secret.of(password.toCharArray()), false));
    }

    /** @param then what the group does after each: WAIT_FOR_TERMINATION or NONE */
    static ILaunchConfiguration group(String then, ILaunchConfiguration... members) throws CoreException {
        ILaunchConfigurationWorkingCopy copy = DebugPlugin.getDefault().getLaunchManager()
                .getLaunchConfigurationType("org.eclipse.debug.core.groups.GroupLaunchConfigurationType").newInstance(null, "group");
        for (int i = 0; i < members.length; i++) {
            String prefix = "org.eclipse.debug.core.launchGroup." + i + ".";
            copy.setAttribute(prefix + "name", members[i].getName());
            copy.setAttribute(prefix + "action", then);
            copy.setAttribute(prefix + "adoptIfRunning", false);
            copy.setAttribute(prefix + "enabled", true);
            copy.setAttribute(prefix + "mode", ILaunchManager.RUN_MODE);
        }
        return copy.doSave();
    }

    public static ILaunchConfiguration configuration(IFile script, String target) throws CoreException {
        return ScriptLaunch.make(script, target);
    }

    public static ILaunch launch(IFile script, String target) throws CoreException {
        return configuration(script, target).launch(ILaunchManager.RUN_MODE, null);
    }

    static TextConsole console(ILaunch launch) {
        return (TextConsole) DebugUITools.getConsole(launch.getProcesses()[0]);
    }

    /** The console once it shows the end of the run. */
    public static String text(ILaunch launch) {
        Workbench.until("the run ends", launch::isTerminated);
        Workbench.until("the footer shows", () -> console(launch).getDocument().get().matches("(?s).*# (Exit code|Ended)[^\n]*\n"));
        return console(launch).getDocument().get();
    }

    /** Ends and forgets all launches and deletes all configurations. */
    public static void clear() throws CoreException {
        Passwords.get().askByDialog();
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        Passwords.get().forgetTyped();
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            Workbench.until("the launch ends", launch::isTerminated);
        }
        manager.removeLaunches(manager.getLaunches());
        for (ILaunchConfiguration configuration : manager.getLaunchConfigurations()) {
            configuration.delete();
        }
    }
}
