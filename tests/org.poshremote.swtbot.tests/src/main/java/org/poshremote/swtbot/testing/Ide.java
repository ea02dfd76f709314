package org.poshremote.swtbot.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swtbot.eclipse.finder.SWTWorkbenchBot;
import org.eclipse.swtbot.eclipse.finder.widgets.SWTBotEclipseEditor;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.results.Result;
import org.eclipse.swtbot.swt.finder.results.VoidResult;
import org.eclipse.swtbot.swt.finder.utils.SWTBotPreferences;
import org.eclipse.swtbot.swt.finder.waits.Conditions;
import org.eclipse.swtbot.swt.finder.waits.DefaultCondition;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotShell;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.dialogs.PreferencesUtil;

/** The workbench as a person at its screen sees it. Not to be used in the UI thread. */
public final class Ide {
    private static final int PATIENCE_MS = 30_000;
    private static final String PROJECT = "journey";

    public final SWTWorkbenchBot bot = new SWTWorkbenchBot();

    /** Without Welcome, in our perspective, with a project of nothing. */
    public Ide() {
        SWTBotPreferences.TIMEOUT = PATIENCE_MS;
        inUi(() -> {
            PlatformUI.getWorkbench().getIntroManager().closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro());
            PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().setBounds(0, 0, 1400, 950);
        });
        bot.perspectiveById("org.poshremote.ui.perspective").activate();
    }

    /** A script in the project, as if somebody had just copied it there. */
    public IFile script(String name, String... lines) {
        try {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
            if (!project.exists()) {
                project.create(null);
            }
            project.open(null);
            IFile file = project.getFile(name);
            file.create(new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)), true, null);
            return file;
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    /** In the Project Explorer. */
    public SWTBotTreeItem select(IFile file) {
        bot.viewByTitle("Project Explorer").setFocus();
        return bot.viewByTitle("Project Explorer").bot().tree().expandNode(PROJECT).getNode(file.getName()).select();
    }

    /** By a double click in the Project Explorer. */
    public SWTBotEclipseEditor open(IFile file) {
        select(file).doubleClick();
        return bot.editorByTitle(file.getName()).toTextEditor();
    }

    /** Opens the properties of a file at one page. */
    public SWTBotShell properties(IFile file, String page) {
        UIThreadRunnable.asyncExec(() -> PreferencesUtil.createPropertyDialogOn(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), file, page, null, null).open());
        return bot.shell("Properties for " + file.getName()).activate();
    }

    /** Says on the property page which target a script is meant for. */
    public void setTarget(IFile script, String target) {
        SWTBotShell dialog = properties(script, "org.poshremote.editor.targetProperty");
        until("the targets are offered", () -> List.of(dialog.bot().comboBoxWithLabel("Default target:").items()).contains(target));
        dialog.bot().comboBoxWithLabel("Default target:").setText(target);
        dialog.bot().button("Apply and Close").click();
        bot.waitUntil(Conditions.shellCloses(dialog));
    }

    /** Closes what a journey left open and takes the project away. */
    public void tidy() {
        for (SWTBotShell shell : bot.shells()) {
            if (shell.isOpen() && !shell.getText().isEmpty() && !shell.getText().equals(mainTitle())) {
                shell.close();
            }
        }
        bot.closeAllEditors();
        Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunches()).forEach(launch -> end(launch));
        try {
            ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT).delete(true, true, null);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    private static void end(ILaunch launch) {
        try {
            launch.terminate();
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
        DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
    }

    private String mainTitle() {
        return inUi(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().getText());
    }

    /** Of the process that was started last. */
    public String console() {
        return inUi(() -> textConsole().map(console -> console.getDocument().get()).orElse(""));
    }

    /** In the UI thread. */
    static Optional<TextConsole> textConsole() {
        IProcess[] all = DebugPlugin.getDefault().getLaunchManager().getProcesses();
        return all.length > 0 && DebugUITools.getConsole(all[all.length - 1]) instanceof TextConsole console ? Optional.of(console) : Optional.empty();
    }

    public List<IMarker> problems(IFile file) {
        try {
            return List.of(file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO));
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    public void until(String what, BooleanSupplier condition) {
        bot.waitUntil(new DefaultCondition() {
            @Override
            public boolean test() {
                return condition.getAsBoolean();
            }

            @Override
            public String getFailureMessage() {
                return "waited for ever: " + what + "; console: " + console();
            }
        }, PATIENCE_MS, 100);
    }

    public void inUi(Runnable action) {
        UIThreadRunnable.syncExec((VoidResult) action::run);
    }

    public <T> T inUi(Supplier<T> question) {
        return UIThreadRunnable.syncExec((Result<T>) question::get);
    }

    public void picture(String name) {
        bot.captureScreenshot(Path.of(System.getProperty("poshremote.images")).resolve(name + ".png").toString());
    }

    /** The platform's log file: it also holds what was logged while the workbench started. */
    public static void assertLogClean() {
        Path file = Platform.getLogFileLocation().toPath();
        try {
            List<String> entries = Files.exists(file) ? Arrays.stream(Files.readString(file).split("(?m)^!ENTRY "))
                .filter(entry -> entry.matches("(?s)\\S+ [248] .*"))
                // LSP4E gives an answer some hundred milliseconds, which says something of the machine
                .filter(entry -> !entry.matches("(?s)org\\.eclipse\\.lsp4e 2 .* due to timeout after .*"))
                // LSP4E 0.19.15 stops and starts a server anew that it asks in the moment before it listens to it, and logs that
                .filter(entry -> !entry.matches("(?s)org\\.eclipse\\.lsp4e 4 .*Caused by: \\S*CancellationException.*LanguageServerWrapper\\.stop\\(.*LanguageServerWrapper\\.start\\(.*"))
                // a popup of proposals that is asked for its size while its list becomes another (Platform 4.39) logs that, and shows the new list
                .filter(entry -> !entry.matches("(?s)org\\.eclipse\\.jface\\.text 4 .*CompletionProposalPopup\\.handleSetData.*CompletionProposalPopup\\.getMinimalHeight.*"))
                .map(String::strip).toList() : List.of();
            assertEquals(List.of(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
