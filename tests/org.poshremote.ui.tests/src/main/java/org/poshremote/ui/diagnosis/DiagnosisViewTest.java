package org.poshremote.ui.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.Diagnosis.Outcome;
import org.poshremote.core.diagnose.Remedy;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.InjectedFault;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.launch.LaunchFixture;
import org.poshremote.ui.targets.TargetFixture;
import org.poshremote.ui.targets.Targets;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

class DiagnosisViewTest {
    @BeforeEach
    void prepare() {
        ErrorLog.clear();
        TestTargets.clear();
        Workbench.page();
    }

    @AfterEach
    void clear() throws CoreException {
        LaunchFixture.clear();
        TestTargets.clear();
        ErrorLog.assertClean();
    }

    @Test
    void showsStepsWithIconAndWordAndTheCauseOnTop() throws TargetFileException, PartInitException {
        DemoNode node = DiagnosisFixture.node("max-shells");
        try {
            Diagnoses.get().open(DiagnosisFixture.target(node, "full"));
            Diagnosis diagnosis = DiagnosisFixture.awaitEnd("full");
            DiagnosisView view = DiagnosisFixture.view();
            assertEquals(Outcome.FAILED, diagnosis.outcome());
            assertTrue(view.headlineText().contains("as many shells open"), view.headlineText());
            TreeItem first = view.tree().getTree().getItem(0);
            assertEquals("Cause: PR-MAX-SHELLS", first.getText(0));
            TreeItem shell = named("Shell", view.tree().getTree().getItems());
            assertEquals("FAILED", shell.getText(1));
            assertEquals(Icons.STEP_FAILED.image(), named("Shell", shell.getItems()).getImage(0));
            assertEquals("not reached", named("Command", shell.getItems()).getText(1));
            String details = view.details().text();
            assertTrue(details.contains("2150859173") && details.contains("Remove-WSManInstance"), details);
            assertTrue(details.contains("[Copy]") && details.contains("[Open as Script]") && details.contains("[&Run on...]"), details);
        } finally {
            DiagnosisFixture.close(node);
        }
    }

    private static TreeItem named(String title, TreeItem... items) {
        return Arrays.stream(items).filter(item -> item.getText(0).equals(title)).findFirst().orElseThrow();
    }

    @Test
    void aStepShowsItsEvidence() throws TargetFileException, PartInitException {
        DemoNode node = DiagnosisFixture.node();
        try {
            Diagnoses.get().open(DiagnosisFixture.target(node, "sound"));
            Diagnosis diagnosis = DiagnosisFixture.awaitEnd("sound");
            assertEquals(Outcome.HEALTHY, diagnosis.outcome(), diagnosis.steps().toString());
            DiagnosisView view = DiagnosisFixture.view();
            StepResult port = diagnosis.steps().stream().filter(step -> step.code().equals("PR-STEP-TCP")).findFirst().orElseThrow();
            view.tree().setSelection(new StructuredSelection(port));
            Workbench.until("the evidence shows", () -> view.details().text().contains("path.tcp = open"));
        } finally {
            DiagnosisFixture.close(node);
        }
    }

    @Test
    void comparesWithTheLastGoodOne() throws TargetFileException, PartInitException {
        DemoNode node = DiagnosisFixture.node();
        try {
            Target target = DiagnosisFixture.target(node, "changing");
            Diagnoses.get().open(target);
            DiagnosisFixture.awaitEnd("changing");
            node.inject(FaultPlan.every("Create", 1, new InjectedFault.Soap(2150859180L)));
            Diagnoses.get().open(target);
            Workbench.until("the second one fails", () -> Diagnoses.get().shown().flatMap(Diagnoses.Shown::end)
                .filter(end -> end.outcome() == Outcome.FAILED).isPresent());
            Workbench.until("it can be compared", () -> comparable());
            DiagnosisView view = DiagnosisFixture.view();
            view.comparison().run();
            String text = view.details().text();
            assertTrue(text.contains("Shell: ok, now FAILED") && text.contains("code = 2150859180"), text);
        } finally {
            DiagnosisFixture.close(node);
        }
    }

    private static boolean comparable() {
        try {
            return DiagnosisFixture.view().comparison().isEnabled();
        } catch (PartInitException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void opensByItselfOnceWhenATestFails() throws TargetFileException, PartInitException {
        DemoNode node = DiagnosisFixture.node("shells-forbidden");
        try {
            DiagnosisFixture.target(node, "closed");
            Workbench.window().getActivePage().hideView(DiagnosisFixture.view());
            TargetFixture.test("closed");
            Workbench.until("the view opens", () -> Workbench.window().getActivePage().findView(DiagnosisView.ID) != null);
            assertEquals("PR-SHELLS-FORBIDDEN", DiagnosisFixture.awaitEnd("closed").best().orElseThrow().code());
            Workbench.window().getActivePage().hideView(DiagnosisFixture.view());
            var before = Targets.get().contact(Targets.get().find("closed").orElseThrow().definition());
            TargetFixture.test("closed");
            Workbench.until("the second test fails", () -> !Targets.get().contact(Targets.get().find("closed").orElseThrow().definition()).equals(before)
                && TargetFixture.failed("closed"));
            Workbench.settle();
            assertNull(Workbench.window().getActivePage().findView(DiagnosisView.ID));
        } finally {
            DiagnosisFixture.close(node);
        }
    }

    @Test
    void aRefusedPasswordIsNotSentAgain() throws TargetFileException {
        DemoNode node = DiagnosisFixture.node("wrong-password");
        try {
            DiagnosisFixture.target(node, "refusing");
            TargetFixture.test("refusing");
            Diagnosis diagnosis = DiagnosisFixture.awaitEnd("refusing");
            assertEquals("PR-PASSWORD", diagnosis.best().orElseThrow().code());
            assertEquals(1, node.requestLog().entries().stream().filter(entry -> entry.scheme().equals("Basic")).count());
        } finally {
            DiagnosisFixture.close(node);
        }
    }

    @Test
    void usesASettingForTheTarget() throws TargetFileException {
        DemoNode node = DiagnosisFixture.node("tls-on-http-port");
        try {
            Target target = DiagnosisFixture.target(node, "mistaken");
            Diagnoses.get().open(target);
            Diagnosis diagnosis = DiagnosisFixture.awaitEnd("mistaken");
            assertEquals("PR-TLS-ON-PLAIN", diagnosis.best().orElseThrow().code());
            Remedy remedy = diagnosis.best().orElseThrow().remedies().get(0);
            TargetChange.apply(target, remedy.setting().orElseThrow());
            Workbench.until("the target is changed", () -> Targets.get().find("mistaken").filter(stored -> stored.definition().https()).isPresent());
            Workbench.until("it is looked at again", () -> Diagnoses.get().shown().filter(shown -> shown.target().https()).flatMap(Diagnoses.Shown::end).isPresent());
            assertEquals(Optional.of("PR-CERT-SELF-SIGNED"), Diagnoses.get().shown().flatMap(Diagnoses.Shown::end).flatMap(Diagnosis::best).map(finding -> finding.code()));
        } finally {
            DiagnosisFixture.close(node);
        }
    }

    @Test
    void runsARemedyOverAnotherWay() throws Exception {
        DemoNode node = DiagnosisFixture.node("remoting-denied");
        try {
            Diagnoses.get().open(DiagnosisFixture.target(node, "denied"));
            Diagnosis diagnosis = DiagnosisFixture.awaitEnd("denied");
            assertEquals("PR-PSRP-DENIED", diagnosis.best().orElseThrow().code());
            Remedy remedy = diagnosis.best().orElseThrow().remedies().get(0);
            RemedyRun.run(remedy, "'the remedy ran on ' + $env:COMPUTERNAME", "denied");
            Workbench.until("it is launched", () -> DebugPlugin.getDefault().getLaunchManager().getLaunches().length == 1);
            ILaunch launch = DebugPlugin.getDefault().getLaunchManager().getLaunches()[0];
            Workbench.until("it ends", launch::isTerminated);
            Workbench.until("its output shows", () -> LaunchFixture.text(launch).contains("the remedy ran on DEMO-2022"));
        } finally {
            LaunchFixture.clear();
            DiagnosisFixture.close(node);
        }
    }

    @Test
    void explainsAnErrorText() throws PartInitException {
        DiagnosisView view = DiagnosisFixture.view();
        view.explain("Fehlernummer: 0x80338169");
        assertTrue(view.details().text().contains("takes its network for a public one"), view.details().text());
        view.explain("nothing of this kind");
        assertTrue(view.details().text().contains("No number or identifier"), view.details().text());
    }

    @Test
    void opensARemedyAsAScript() {
        RemedyScripts.open("PR-FIX-TEST.ps1", "Get-Service WinRM\n");
        Workbench.until("the script is open", () -> Workbench.window().getActivePage().getActiveEditor() != null);
        assertEquals("PR-FIX-TEST.ps1", Workbench.window().getActivePage().getActiveEditor().getTitle());
        assertNotNull(Workbench.window().getActivePage().getActiveEditor());
        assertFalse(Workbench.window().getActivePage().getActiveEditor().isDirty());
    }
}
