package org.poshremote.ui.ide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.ui.certificate.CertificateFixture;
import org.poshremote.ui.diagnosis.DiagnosisFixture;
import org.poshremote.ui.launch.LaunchFixture;
import org.poshremote.ui.secrets.PasswordDialog;
import org.poshremote.ui.targets.TargetFixture;
import org.poshremote.ui.targets.TargetsView;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.Picture;
import org.poshremote.ui.testing.Scripts;
import org.poshremote.ui.testing.TestNode;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

/** Every view, dialog and tab in both themes, for the documentation; shows too that all of them open. */
class PicturesTest {
    private TestNode node;

    @BeforeEach
    void prepare() throws TargetFileException {
        ErrorLog.clear();
        TestTargets.clear();
        node = new TestNode();
        TestTargets.add(node.target("demo"));
        LaunchFixture.answerPassword(node.password());
        TestTargets.add(Target.at("web01.lab.example").name("web01").group("lab").user("LAB\\deploy").https(true).build());
        TestTargets.add(Target.at("web02.lab.example").name("web02").group("lab").user("LAB\\deploy").https(true).build());
        TestTargets.add(Target.at("lab07.example").name("lab07").group("lab").user(".\\demo").https(true).trust(TrustChoice.UNVERIFIED).build());
        TestTargets.add(Target.at("db.example").name("production db").group("production").protectedTarget(true).build());
        TargetFixture.states();
    }

    @AfterEach
    void restore() throws CoreException {
        LaunchFixture.clear();
        Picture.theme(false);
        TestTargets.deleteProject("scripts");
        TestTargets.clear();
        node.close();
        ErrorLog.assertClean();
    }

    @Test
    void light() throws CoreException {
        all("light", false);
    }

    @Test
    void dark() throws CoreException {
        all("dark", true);
    }

    private static void all(String suffix, boolean dark) throws CoreException {
        Picture.theme(dark);
        workbench(suffix);
        wizard(suffix);
        password(suffix);
        launchDialog(suffix);
        preferences(suffix);
        diagnosis(suffix);
        CertificateFixture.picture(Workbench.window().getShell(), "certificate-" + suffix);
        emptyView(suffix);
    }

    private static void workbench(String suffix) throws CoreException {
        IWorkbenchPage page = Workbench.page();
        IFile script = Workbench.file("scripts", "prepare-web.ps1", Scripts.HELLO);
        IDE.openEditor(page, script);
        TargetsView view = (TargetsView) page.showView(TargetsView.ID);
        view.reveal("web01");
        ILaunch launch = LaunchFixture.launch(script, "demo");
        Workbench.until("the run ends", launch::isTerminated);
        Workbench.settle();
        Shell shell = page.getWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1400, 950);
        Picture.of(shell, "workbench-" + suffix);
    }

    private static void wizard(String suffix) {
        WizardDialog dialog = TargetFixture.wizard(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
        dialog.setBlockOnOpen(false);
        dialog.open();
        Picture.of(dialog.getShell(), "new-target-where-" + suffix);
        dialog.showPage(dialog.getCurrentPage().getNextPage());
        Picture.of(dialog.getShell(), "new-target-how-" + suffix);
        dialog.showPage(dialog.getCurrentPage().getNextPage());
        Picture.of(dialog.getShell(), "new-target-path-" + suffix);
        dialog.close();
    }

    private static void password(String suffix) {
        PasswordDialog dialog = new PasswordDialog(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), "web01",
                "https://web01.lab.example:5986/wsman", "LAB\\deploy", "");
        dialog.setBlockOnOpen(false);
        dialog.open();
        Picture.of(dialog.getShell(), "password-" + suffix);
        dialog.close();
    }

    private static void launchDialog(String suffix) throws CoreException {
        IFile script = Workbench.file("scripts", "prepare-web.ps1", Scripts.HELLO);
        ILaunchConfiguration configuration = LaunchFixture.configuration(script, "demo");
        Display display = Display.getCurrent();
        Shell main = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        boolean[] seen = {false};
        whenOpened(display, main, shell -> {
            Optional<CTabFolder> tabs = find(shell, CTabFolder.class);
            assertTrue(tabs.isPresent(), "the dialog has tabs");
            for (int i = 0; i < 3; i++) {
                tabs.get().setSelection(i);
                Event selected = new Event();
                selected.item = tabs.get().getItem(i);
                tabs.get().notifyListeners(SWT.Selection, selected);
                Picture.of(shell, "launch-" + new String[] {"main", "remote", "environment"}[i] + "-" + suffix);
            }
            seen[0] = true;
            shell.close();
        });
        DebugUITools.openLaunchConfigurationDialogOnGroup(main, new StructuredSelection(configuration), "org.eclipse.debug.ui.launchGroup.run");
        assertTrue(seen[0]);
    }

    private static void preferences(String suffix) {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Workbench.window().getShell(), "org.poshremote.ui.runPreferences", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        dialog.getShell().setBounds(0, 0, 900, 640);
        Picture.of(dialog.getShell(), "preferences-" + suffix);
        dialog.close();
    }

    private static void diagnosis(String suffix) throws CoreException {
        DiagnosisFixture.picture(() -> Picture.of(Workbench.window().getShell(), "diagnosis-" + suffix));
    }

    private static void emptyView(String suffix) throws CoreException {
        TestTargets.clear();
        Workbench.page().showView(TargetsView.ID);
        Picture.of(Workbench.window().getShell(), "no-targets-" + suffix);
    }

    /** The dialog runs its own loop, in which this looks for it. */
    private static void whenOpened(Display display, Shell main, Consumer<Shell> action) {
        display.timerExec(300, () -> {
            Shell active = display.getActiveShell();
            if (active == null || active == main || find(active, CTabFolder.class).isEmpty()) {
                whenOpened(display, main, action);
            } else {
                try {
                    action.accept(active);
                } finally {
                    if (!active.isDisposed()) {
                        active.close();
                    }
                }
            }
        });
    }

    private static <T extends Control> Optional<T> find(Composite in, Class<T> type) {
        for (Control child : in.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                return Optional.of(type.cast(child));
            }
            if (child instanceof Composite composite) {
                Optional<T> found = find(composite, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
