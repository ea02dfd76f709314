package org.poshremote.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.DefaultTarget;
import org.poshremote.ui.targets.RecentTargets;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestNode;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

/** The short ways from a script to its run. */
class ShortcutsTest {
    private TestNode node;
    private IFile script;
    private IWorkbenchPage page;

    @BeforeEach
    void prepare() throws TargetFileException, CoreException {
        ErrorLog.clear();
        page = Workbench.page();
        TestTargets.clear();
        node = new TestNode();
        TestTargets.add(node.target("node"));
        LaunchFixture.answerPassword(node.password());
        script = Workbench.file("scripts", "script.ps1", "say whole\nsay part\n");
        IDE.openEditor(page, script);
    }

    @AfterEach
    void clear() throws CoreException {
        page.closeAllEditors(false);
        LaunchFixture.clear();
        node.close();
        TestTargets.deleteProject("scripts");
        TestTargets.clear();
        ErrorLog.assertClean();
    }

    private static String output() {
        Workbench.until("a run ends", () -> Arrays.stream(launches()).anyMatch(launch -> launch.getProcesses().length > 0 && launch.isTerminated()));
        RemoteProcess process = (RemoteProcess) launches()[0].getProcesses()[0];
        var console = (TextConsole) DebugUITools.getConsole((IProcess) process);
        Workbench.until("the footer shows", () -> console.getDocument().get().contains("# Exit code 0"));
        return console.getDocument().get();
    }

    private static ILaunch[] launches() {
        return DebugPlugin.getDefault().getLaunchManager().getLaunches();
    }

    private static List<ILaunchConfiguration> configurations() throws CoreException {
        return List.of(DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations());
    }

    private static void execute(String id, Map<String, String> parameters) throws CommandException {
        Command command = Workbench.window().getService(ICommandService.class).getCommand(id);
        Workbench.window().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
    }

    @Test
    void runAsMakesAConfigurationOnce() throws CoreException {
        new ScriptShortcut().launch(new StructuredSelection(script), "run");
        assertTrue(output().contains("whole"));
        assertEquals(1, configurations().size());
        DebugPlugin.getDefault().getLaunchManager().removeLaunches(launches());
        new ScriptShortcut().launch(page.getActiveEditor(), "run");
        output();
        assertEquals(1, configurations().size(), "the second time the configuration is there");
    }

    @Test
    void theCommandRunsTheScriptInFrontOnTheGivenTarget() throws CommandException {
        execute(RunScriptHandler.COMMAND, Map.of(RunScriptHandler.TARGET, "node"));
        assertTrue(output().contains("whole"));
        assertEquals("node", RecentTargets.get().names().getFirst());
    }

    @Test
    void aScriptRunsOnTheTargetThatItIsMeantFor() throws CommandException, TargetFileException {
        TestTargets.add(node.target("other"));
        RecentTargets.get().used("other");
        IEclipsePreferences settings = new ProjectScope(script.getProject()).getNode(DefaultTarget.NODE);
        settings.put(DefaultTarget.key(""), "other");
        settings.put(DefaultTarget.key(script.getName()), "node");
        execute(RunScriptHandler.COMMAND, Map.of());
        output();
        assertTrue(launches()[0].getProcesses()[0].getLabel().contains("node"), launches()[0].getProcesses()[0].getLabel());
    }

    @Test
    void theSelectionRunsAloneAndIsNotKept() throws CommandException, CoreException {
        ITextEditor editor = (ITextEditor) page.getActiveEditor();
        editor.selectAndReveal("say whole\n".length(), "say part".length());
        execute("org.poshremote.ui.runSelection", Map.of());
        String text = output();
        assertTrue(text.contains("part") && !text.contains("whole"), text);
        assertEquals(List.of(), configurations());
    }

    @Test
    void recentTargetsComeFirstAndDoNotRepeat() {
        for (int i = 0; i < 12; i++) {
            RecentTargets.get().used("t" + i);
        }
        RecentTargets.get().used("T5");
        assertEquals("T5", RecentTargets.get().names().getFirst());
        assertEquals(8, RecentTargets.get().names().size());
    }

    @Test
    void theSearchOffersTargets() {
        QuickAccessElement[] found = new RunOnTargetQuickAccess().computeElements();
        assertEquals(Optional.of("Run on node"), Arrays.stream(found).map(QuickAccessElement::getLabel).findFirst());
        found[0].execute();
        assertTrue(output().contains("whole"));
    }
}
