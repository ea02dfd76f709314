package org.poshremote.ui.diagnosis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.NamedFault;
import org.poshremote.demo.NodeFlaws;
import org.poshremote.demo.personality.Personality;
import org.poshremote.ui.launch.LaunchFixture;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

/** Nodes with something wrong, and the view that says what. */
public final class DiagnosisFixture {
    private DiagnosisFixture() {
    }

    static DemoNode node(String... faults) {
        NodeFlaws flaws = NodeFlaws.NONE;
        for (String fault : faults) {
            flaws = flaws.and(NamedFault.named(fault).flaws());
        }
        try {
            return DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")).withAllowUnencrypted(true), flaws);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saved, and its password known. */
    static Target target(DemoNode node, String name) throws TargetFileException {
        Target target = Target.at(node.host()).name(name).port(node.port()).user(".\\" + node.user()).authentication(AuthenticationChoice.BASIC)
            .allowUnencrypted(true).build();
        TestTargets.add(target);
        LaunchFixture.answerPassword(node.usePassword(String::new));
        return target;
    }

    static DiagnosisView view() throws PartInitException {
        IViewPart view = Workbench.window().getActivePage().showView(DiagnosisView.ID);
        return (DiagnosisView) view;
    }

    static Diagnosis awaitEnd(String name) {
        Workbench.until("the diagnosis of " + name + " ends", () -> Diagnoses.get().shown()
            .filter(shown -> shown.target().name().equals(name)).flatMap(Diagnoses.Shown::end).isPresent() && !Diagnoses.get().isRunning());
        Workbench.settle();
        return Diagnoses.get().shown().flatMap(Diagnoses.Shown::end).orElseThrow();
    }

    static void close(DemoNode node) {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a node that has a quota used up and a clock that is wrong. */
    public static void picture(Runnable picture) throws PartInitException {
        DemoNode node = node("access-denied", "clock-behind");
        try {
            Target target = target(node, "web03");
            Diagnoses.get().open(target);
            awaitEnd("web03");
            DiagnosisView view = view();
            Workbench.window().getActivePage().toggleZoom(Workbench.window().getActivePage().getReference(view));
            Workbench.settle();
            picture.run();
            Workbench.window().getActivePage().toggleZoom(Workbench.window().getActivePage().getReference(view));
            Workbench.window().getActivePage().hideView(view);
        } catch (TargetFileException e) {
            throw new IllegalStateException(e);
        } finally {
            close(node);
        }
    }
}
