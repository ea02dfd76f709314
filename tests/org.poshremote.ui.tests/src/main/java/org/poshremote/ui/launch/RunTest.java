package org.poshremote.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.ide.IDE;
import org.poshremote.ui.console.RunErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.secret.SecretStoreException;
import org.poshremote.core.run.OutputRecording;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.ui.console.ConsoleFixture;
import org.poshremote.ui.console.RunColors;
import org.poshremote.ui.secrets.ForgetPasswords;
import org.poshremote.ui.secrets.PasswordDialog;
import org.poshremote.ui.secrets.SecureStorageSecrets;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.targets.Contact;
import org.poshremote.ui.targets.Targets;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestNode;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;
import org.poshremote.wsman.Secret;

/** Runs from the launch configuration to the console and back, on a node on loopback. */
class RunTest {
    private TestNode node;

    @BeforeEach
    void prepare() throws TargetFileException {
        ErrorLog.clear();
        Workbench.page();
        TestTargets.clear();
        node = new TestNode();
        TestTargets.add(node.target("node"));
        LaunchFixture.answerPassword(node.password());
    }

    @AfterEach
    void clear() throws CoreException {
        LaunchFixture.clear();
        RunConsent.askByDialog();
        node.close();
        TestTargets.deleteProject("scripts");
        TestTargets.clear();
        ErrorLog.assertClean();
    }

    private ILaunch launch(String script) throws CoreException {
        return configuration(script).launch(ILaunchManager.RUN_MODE, null);
    }

    private static ILaunchConfiguration configuration(String script) throws CoreException {
        return ScriptLaunch.make(Workbench.file("scripts", "script.ps1", script), "node");
    }

    private static RemoteProcess process(ILaunch launch) {
        return (RemoteProcess) launch.getProcesses()[0];
    }

    private static TextConsole console(ILaunch launch) {
        return LaunchFixture.console(launch);
    }

    private static String text(ILaunch launch) {
        return LaunchFixture.text(launch);
    }

    @Test
    void showsHeaderOutputAndFooterInOrder() throws CoreException {
        ILaunch launch = launch("say Hello\nwarn careful\nsay äöü €\n");
        String text = text(launch);
        assertTrue(text.startsWith("# node, http://127.0.0.1:" + node.node().port() + "/wsman"), text);
        assertTrue(text.contains("as " + node.node().user() + ", Basic"), text);
        assertTrue(text.contains("65001"), text);
        assertTrue(text.contains("PowerShell 5.1.20348.1 (Desktop)"), text);
        assertTrue(text.contains("Hello") && text.contains("äöü €") && text.contains("WARNING: careful"), text);
        assertTrue(text.indexOf("Hello") < text.indexOf("# Exit code 0"), text);
        assertEquals(0, process(launch).getExitValue());
    }

    @Test
    void errorsAreProblemsOfTheScriptUntilItIsEditedOrRunAgain() throws CoreException, BadLocationException {
        ILaunch launch = launch("say 1\n  fail Copy-Item : There is no file C:\\x_x000D__x000A_At line:2 char:3_x000D__x000A_+   Copy-Item\nsay 3\n");
        text(launch);
        IFile script = ResourcesPlugin.getWorkspace().getRoot().getProject("scripts").getFile("script.ps1");
        Workbench.until("the error is in the script", () -> errors(script).size() == 1);
        IMarker error = errors(script).getFirst();
        assertEquals("node: Copy-Item : There is no file C:\\x", error.getAttribute(IMarker.MESSAGE, ""));
        assertEquals(2, error.getAttribute(IMarker.LINE_NUMBER, -1));
        assertEquals(8, error.getAttribute(IMarker.CHAR_START, -1));
        text(launch("say fine\n"));
        Workbench.until("it is forgotten with the next run", () -> errors(script).isEmpty());
        text(launch("fail Copy-Item : no_x000D__x000A_At line:1 char:1_x000D__x000A_+ Copy-Item\n"));
        Workbench.until("the error is in the script", () -> errors(script).size() == 1);
        ITextEditor editor = (ITextEditor) IDE.openEditor(Workbench.page(), script);
        editor.getDocumentProvider().getDocument(editor.getEditorInput()).replace(0, 0, "# ");
        Workbench.until("it is forgotten with the first change", () -> errors(script).isEmpty());
        editor.close(false);
    }

    private static List<IMarker> errors(IFile script) {
        try {
            return List.of(script.findMarkers(RunErrors.TYPE, true, IResource.DEPTH_ZERO));
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void signsInByNtlmWherePlainHttpAllowsNothingReadable() throws CoreException, TargetFileException {
        TestTargets.clear();
        TestTargets.add(node.target("node").toBuilder().authentication(AuthenticationChoice.AUTOMATIC).allowUnencrypted(false).build());
        String text = text(launch("say sealed\n"));
        assertTrue(text.contains("as " + node.node().user() + ", NTLM, encrypted"), text);
        assertTrue(text.contains("sealed\r") || text.contains("sealed\n"), text);
        assertEquals("Authenticate", node.node().requestLog().operations().getFirst());
    }

    @Test
    void givesStreamsTheirColours() throws CoreException {
        ILaunch launch = launch("warn careful\n");
        text(launch);
        var warning = new RunColors().getColor(RunStreams.Kind.WARNING.id());
        assertFalse(warning.equals(DebugUITools.getPreferenceColor(IDebugUIConstants.ID_STANDARD_OUTPUT_STREAM)));
    }

    @Test
    void reportsExitCodesAndWhatTheyMean() throws CoreException {
        ILaunch launch = launch("exit 3010\n");
        assertTrue(text(launch).contains("Exit code 3010"), text(launch));
        assertEquals(3010, process(launch).getExitValue());
    }

    @Test
    void keepsUnsignedExitCodesBitForBit() throws CoreException {
        ILaunch launch = launch("exit 3221225477\n");
        assertTrue(text(launch).contains("0xC0000005"), text(launch));
        assertEquals((int) 3221225477L, process(launch).getExitValue());
    }

    @Test
    void terminatesAndLeavesNoShell() throws CoreException {
        ILaunch launch = launch("say before\nwait\nsay after\n");
        Workbench.until("the script waits", () -> node.isWaiting() && console(launch).getDocument().get().contains("before"));
        assertThrows(DebugException.class, () -> process(launch).getExitValue());
        assertTrue(launch.canTerminate());
        launch.terminate();
        String text = text(launch);
        assertFalse(text.contains("after\r"), text);
        assertFalse(process(launch).canTerminate());
        Workbench.until("the shell is gone", () -> node.node().openShells() == 0);
    }

    @Test
    void terminatedBeforeItBeganDoesNotRun() throws CoreException {
        Passwords.get().askBy((target, reason) -> Optional.empty());
        ILaunch launch = launch("say never\n");
        assertFalse(text(launch).contains("never"));
        assertEquals(RemoteProcess.NO_EXIT_CODE, process(launch).getExitValue());
    }

    @Test
    void doesNotBlameTheNodeOrThePasswordWhenThePersonGivesUp() throws CoreException {
        Passwords.get().askBy((target, reason) -> Optional.empty());
        text(launch("say never\n"));
        assertEquals(new Contact.Never(), Targets.get().contact(node.target("node")));
        String[] reason = {"not asked"};
        Passwords.get().askBy((target, why) -> {
            reason[0] = why;
            return LaunchFixture.answer(target, node.password());
        });
        assertTrue(text(launch("say now\n")).contains("now"));
        assertEquals("", reason[0]);
    }

    @Test
    void saysWhatIsKnownWhenTheNodeDies() throws CoreException {
        ILaunch launch = launch("say before\nwait\n");
        Workbench.until("the script waits", () -> node.isWaiting() && console(launch).getDocument().get().contains("before"));
        node.close();
        String text = text(launch);
        assertTrue(text.contains("Whether the script goes on running"), text);
        assertEquals(RemoteProcess.NO_EXIT_CODE, process(launch).getExitValue());
        assertTrue(Targets.get().contact(node.target("node")) instanceof Contact.Failed);
    }

    @Test
    void asksAgainAfterARefusedPassword() throws CoreException {
        LaunchFixture.answerPassword("wrong");
        ILaunch first = launch("say never\n");
        assertFalse(text(first).contains("never\r"));
        String[] reason = {""};
        Passwords.get().askBy((target, why) -> {
            reason[0] = why;
            return LaunchFixture.answer(target, node.password());
        });
        ILaunch second = launch("say now\n");
        assertTrue(text(second).contains("now"));
        assertFalse(reason[0].isEmpty(), "the dialog says that the last password was refused");
    }

    @Test
    void showsProgressInTheProgressView() throws CoreException {
        ILaunch launch = launch("progress 40 Copying\nwait\n");
        Workbench.until("a job shows the progress", () -> Job.getJobManager().find(RunProgress.class).length == 1);
        Job.getJobManager().cancel(RunProgress.class);
        assertTrue(text(launch).contains("Ended without exit code"), "cancelling it there ends the run");
        Workbench.until("the job is gone", () -> Job.getJobManager().find(RunProgress.class).length == 0);
    }

    @Test
    void linksPositionsToTheScript() throws CoreException {
        ILaunch launch = launch("fail At line:2 char:3\nsay second line\n");
        String text = text(launch);
        int at = text.indexOf("line:2 char:3");
        Workbench.until("the link shows", () -> console(launch).getHyperlink(at) != null);
        console(launch).getHyperlink(at).linkActivated();
        Workbench.settle();
        var editor = (ITextEditor) Workbench.window().getActivePage().getActiveEditor();
        var selection = (ITextSelection) editor.getSelectionProvider().getSelection();
        assertEquals(1, selection.getStartLine());
        assertEquals("y second line", selection.getText());
    }

    @Test
    void writesOutputToAFileByteForByte() throws CoreException, IOException {
        Path file = Files.createTempFile("poshremote", ".out");
        ILaunchConfigurationWorkingCopy copy = configuration("bytes 82\nbytes e2\nbytes 82ac0d0a\n").getWorkingCopy();
        copy.setAttribute(IDebugUIConstants.ATTR_CAPTURE_IN_FILE, file.toString());
        ILaunch launch = copy.launch(ILaunchManager.RUN_MODE, null);
        text(launch);
        Workbench.until("the file is written", () -> contains(file, new byte[] {(byte) 0x82, (byte) 0xe2, (byte) 0x82, (byte) 0xac, 13, 10}));
        Files.delete(file);
    }

    private static boolean contains(Path file, byte[] expected) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(new String(expected, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showsTheBytesInAnotherCodePage() throws CoreException {
        ILaunch launch = launch("bytes 8194840d0a\n"); // "üöä" in code page 850
        text(launch);
        ConsoleFixture.recode(process(launch), 850);
        Workbench.until("the output shows in code page 850", () -> Stream.of(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
                .filter(console -> console.getName().contains("850")).map(TextConsole.class::cast)
                .anyMatch(console -> console.getDocument().get().contains("üöä")));
        IConsole[] all = ConsolePlugin.getDefault().getConsoleManager().getConsoles();
        ConsolePlugin.getDefault().getConsoleManager().removeConsoles(Stream.of(all).filter(console -> console.getName().contains("850")).toArray(IConsole[]::new));
    }

    /** How long that takes and how the workbench feels meanwhile is measured by ConsoleTimes. */
    @Test
    void keepsTheEndOfAMillionLinesInTheConsoleAndAllOfThemOnDisk() throws CoreException {
        ILaunch launch = launch("lines 1000000\nsay the end\n");
        Workbench.until(Duration.ofMinutes(5), "the run ends", launch::isTerminated);
        String text = text(launch);
        assertTrue(text.length() < 1_000_000, "characters kept: " + text.length());
        assertTrue(text.contains("the end"), text.substring(text.length() - 500));
        OutputRecording recording = process(launch).run().orElseThrow().recording();
        assertTrue(recording.complete());
        assertTrue(recording.size() > 70_000_000, "bytes kept: " + recording.size());
    }

    @Test
    void relaunches() throws CoreException {
        ILaunch launch = launch("say once\n");
        text(launch);
        ILaunch again = launch.getLaunchConfiguration().launch(ILaunchManager.RUN_MODE, null);
        assertTrue(text(again).contains("once"));
    }

    @Test
    void asksBeforeAProtectedTarget() throws CoreException, TargetFileException {
        Targets.get().replace(Targets.get().find("node").orElseThrow(), node.target("node").toBuilder().protectedTarget(true).build());
        String[] asked = {""};
        RunConsent.askBy((parent, title, text, yes) -> {
            asked[0] = text;
            return false;
        });
        ILaunch launch = launch("say never\n");
        assertTrue(asked[0].contains("node") && asked[0].contains("script.ps1"), asked[0]);
        assertEquals(0, launch.getProcesses().length);
        RunConsent.askBy((parent, title, text, yes) -> true);
        assertTrue(text(launch("say agreed\n")).contains("agreed"));
    }

    @Test
    void saysWhichTargetIsGone() throws CoreException {
        ILaunchConfiguration configuration = configuration("say never\n");
        TestTargets.clear();
        CoreException refused = assertThrows(CoreException.class, () -> configuration.launch(ILaunchManager.RUN_MODE, null));
        assertTrue(refused.getMessage().contains("\"node\""), refused.getMessage());
    }

    @Test
    void saysWhichScriptIsMissing() throws CoreException {
        IFile file = Workbench.file("scripts", "gone.ps1", "");
        ILaunchConfiguration configuration = ScriptLaunch.make(file, "node");
        file.delete(true, null);
        CoreException refused = assertThrows(CoreException.class, () -> configuration.launch(ILaunchManager.RUN_MODE, null));
        assertTrue(refused.getMessage().contains("gone.ps1"), refused.getMessage());
    }

    @Test
    void endsRunsAtQuitAndLeavesNoShell() throws CoreException {
        ILaunch launch = launch("say before\nwait\n");
        Workbench.until("the script waits", () -> node.isWaiting());
        assertEquals(1, Runs.get().inProgress().size());
        RunsAtQuit.end(Runs.get());
        assertEquals(0, node.node().openShells());
        assertEquals(List.of(), Runs.get().inProgress());
        text(launch);
    }

    @Test
    void writesThePasswordNowhere() throws CoreException, IOException {
        Passwords.get().askBy((target, reason) -> Optional.of(
                new PasswordDialog.Answer(target.user(), Secret.of(node.password().toCharArray()), true)));
        ILaunch launch = launch("say Hello\n");
        String text = text(launch);
        assertFalse(text.contains(node.password()), text);
        ResourcesPlugin.getWorkspace().save(true, null);
        for (Path folder : List.of(ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath(), Path.of(System.getenv("POSHREMOTE_CONFIG")),
                Path.of(System.getProperty("poshremote.keyring")).getParent())) {
            assertEquals(List.of(), filesWith(folder, node.password()));
        }
        Workbench.until("the password is kept", () -> kept());
        ForgetPasswords.of(node.target("node"));
        Workbench.until("the password is forgotten", () -> !kept());
    }

    private boolean kept() {
        try {
            return new SecureStorageSecrets(SecurePreferencesFactory::getDefault).find(node.target("node").secretKey()).isPresent();
        } catch (SecretStoreException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> filesWith(Path folder, String text) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> contains(file, text.getBytes(StandardCharsets.US_ASCII))).toList();
        }
    }
}
