package org.poshremote.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

/** What the tabs show, store, and hand to a run. */
class TabsTest {
    private static final Target TARGET = Target.at("web01.example").name("web01").user("deploy").build();
    private IFile script;
    private Shell shell;

    @BeforeEach
    void prepare() throws TargetFileException {
        Workbench.page();
        TestTargets.clear();
        TestTargets.add(TARGET);
        script = Workbench.file("scripts", "script.ps1", "'text'");
        shell = new Shell(Workbench.window().getShell(), SWT.SHELL_TRIM);
    }

    @AfterEach
    void clear() throws CoreException {
        shell.dispose();
        LaunchFixture.clear();
        TestTargets.deleteProject("scripts");
        TestTargets.clear();
    }

    private ILaunchConfigurationWorkingCopy configuration() throws CoreException {
        return ScriptLaunch.make(script, "web01").getWorkingCopy();
    }

    private Map<String, Object> throughTabs(ILaunchConfigurationWorkingCopy configuration) throws CoreException {
        for (AbstractLaunchConfigurationTab tab : List.of(new MainTab(), new RemoteTab())) {
            tab.createControl(shell);
            tab.initializeFrom(configuration);
            assertTrue(tab.isValid(configuration), tab.getErrorMessage());
            tab.performApply(configuration);
            tab.getControl().dispose();
        }
        return configuration.getAttributes();
    }

    @Test
    void storeNothingThatIsTheDefault() throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = configuration();
        Map<String, Object> before = new HashMap<>(configuration.getAttributes());
        assertEquals(before, throughTabs(configuration));
    }

    @Test
    void keepEveryAttribute() throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = configuration();
        everything(configuration);
        Map<String, Object> before = new HashMap<>(configuration.getAttributes());
        assertEquals(before, throughTabs(configuration));
    }

    private static void everything(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.ARGUMENTS, "-Name \"two words\" -Verbose");
        configuration.setAttribute(LaunchAttributes.WORKING_FOLDER, "C:\\work");
        configuration.setAttribute(LaunchAttributes.STDIN_KIND, "TEXT");
        configuration.setAttribute(LaunchAttributes.STDIN_TEXT, "typed");
        configuration.setAttribute(LaunchAttributes.AUTHENTICATION, "ntlm");
        configuration.setAttribute(LaunchAttributes.CODE_PAGE, "850");
        configuration.setAttribute(LaunchAttributes.SHELL, "pwsh");
        configuration.setAttribute(LaunchAttributes.CLR, "4");
        configuration.setAttribute(LaunchAttributes.CLR_FORCED, true);
        configuration.setAttribute(LaunchAttributes.PROFILE_SCRIPTS, true);
        configuration.setAttribute(LaunchAttributes.SILENCE_TIMEOUT, 30);
        configuration.setAttribute(LaunchAttributes.TOTAL_TIMEOUT, 600);
        configuration.setAttribute(LaunchAttributes.ACCEPTED_EXIT_CODES, "3010, 0x80070BC2");
        configuration.setAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, Map.of("STAGE", "test"));
    }

    @Test
    void becomeARequest() throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = configuration();
        everything(configuration);
        RunRequest request = new RequestReader(configuration).read(TARGET).build();
        assertEquals("'text'", request.script().text());
        assertEquals(List.of("-Name", "two words", "-Verbose"), request.arguments());
        assertEquals(Optional.of("C:\\work"), request.workingFolder());
        assertEquals("typed", new String(((StandardInput.Bytes) request.stdin()).bytes()));
        assertEquals(AuthenticationChoice.NTLM, request.target().authentication());
        assertEquals(CodePageChoice.of(850), request.codePage());
        assertEquals(PowerShellHost.PWSH, request.shell());
        assertEquals(ClrHost.CLR4, request.clr());
        assertTrue(request.clrForced() && request.profileScripts());
        assertEquals(Optional.of(Duration.ofSeconds(30)), request.timeouts().silence());
        assertEquals(Optional.of(Duration.ofMinutes(10)), request.timeouts().total());
        assertEquals(Set.of(3010L, 0x80070BC2L), request.acceptedExitCodes());
        assertEquals(Map.of("STAGE", "test"), request.environment());
        assertFalse(request.confirmed(), "only the person can say so");
    }

    @Test
    void sayWhatIsWrong() throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = configuration();
        configuration.setAttribute(LaunchAttributes.TARGET, "elsewhere");
        MainTab main = new MainTab();
        main.createControl(shell);
        main.initializeFrom(configuration);
        assertFalse(main.isValid(configuration));
        assertTrue(main.getErrorMessage().contains("elsewhere"));
        configuration.setAttribute(LaunchAttributes.ACCEPTED_EXIT_CODES, "many");
        RemoteTab remote = new RemoteTab();
        remote.createControl(shell);
        remote.initializeFrom(configuration);
        assertFalse(remote.isValid(configuration));
        assertTrue(remote.getErrorMessage().contains("many"));
    }

    @Test
    void readExitCodes() {
        assertEquals(Optional.of(Set.of()), RequestReader.acceptedExitCodes(" "));
        assertEquals(Optional.of(Set.of(4294967295L, 5L)), RequestReader.acceptedExitCodes("-1; 5"));
        assertEquals(Optional.empty(), RequestReader.acceptedExitCodes("4294967296"));
    }

    @Test
    void findTheScriptByWorkspacePath() throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = configuration();
        assertEquals("/scripts/script.ps1", configuration.getAttribute(LaunchAttributes.SCRIPT, ""));
        assertEquals(script, configuration.getMappedResources()[0]);
    }
}
