package org.poshremote.ui.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.certificate.Certificates;
import org.poshremote.core.certificate.NodeCertificate;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.NamedFault;
import org.poshremote.ui.targets.TargetFixture;
import org.poshremote.ui.targets.Targets;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;
import org.poshremote.wsman.TransportException;

/** Seeing a node's certificate, taking it along, pinning it. */
class CertificateDialogTest {
    private DemoNode node;

    @BeforeEach
    void prepare() throws IOException {
        ErrorLog.clear();
        Workbench.page();
        TestTargets.clear();
        node = CertificateFixture.node(NamedFault.named("certificate-authority").flaws());
    }

    @AfterEach
    void clear() throws IOException {
        node.close();
        TestTargets.clear();
        ErrorLog.assertClean();
    }

    private Target target() {
        return Target.at("localhost").name("web01").https(true).port(node.httpsPort()).user("demo").build();
    }

    @Test
    void showsTheChainAndWhatStandsAgainstIt() throws TransportException, IOException {
        CertificateDialog dialog = new CertificateDialog(Workbench.window().getShell(), NodeCertificate.look(target(), Duration.ofSeconds(20)));
        dialog.setBlockOnOpen(false);
        dialog.open();
        try {
            assertTrue(dialog.objectionsText().contains("CN=Demo Company CA, is not one that this machine trusts"), dialog.objectionsText());
            assertTrue(dialog.detailsText().contains("CN=localhost") && dialog.detailsText().contains("server authentication"), dialog.detailsText());
            assertEquals(1, dialog.chainTree().getItemCount());
            Path file = Files.createTempFile("node", ".pem");
            dialog.export(file);
            assertEquals(node.certificatePem(), Files.readString(file));
            Files.delete(file);
        } finally {
            dialog.close();
        }
    }

    @Test
    void pinningChangesTheSavedTarget() throws TargetFileException {
        TestTargets.add(target());
        AtomicReference<Target> changed = new AtomicReference<>();
        press(IDialogConstants.OK_ID, () -> NodeCertificates.show(target(), changed::set));
        Workbench.until("it is pinned", () -> changed.get() != null);
        TrustChoice pin = new TrustChoice.Pinned(Certificates.sha256(node.certificate()));
        assertEquals(pin, changed.get().trust());
        assertEquals(pin, Targets.get().find("web01").orElseThrow().definition().trust());
    }

    @Test
    void cancelChangesNothing() throws TargetFileException {
        TestTargets.add(target());
        AtomicReference<Target> changed = new AtomicReference<>();
        press(IDialogConstants.CANCEL_ID, () -> NodeCertificates.show(target(), changed::set));
        Workbench.settle();
        assertEquals(TrustChoice.SYSTEM, Targets.get().find("web01").orElseThrow().definition().trust());
    }

    @Test
    void theWizardTakesAPinOver() throws TargetFileException {
        WizardDialog wizard = TargetFixture.wizard(Workbench.window().getShell(), target());
        wizard.setBlockOnOpen(false);
        wizard.open();
        try {
            Button show = button(wizard.getShell(), "Certificate...").orElseThrow();
            assertTrue(show.isEnabled());
            press(IDialogConstants.OK_ID, () -> show.notifyListeners(SWT.Selection, new Event()));
            Workbench.until("the wizard has it", () -> TargetFixture.trust(wizard).equals(new TrustChoice.Pinned(Certificates.sha256(node.certificate()))));
        } finally {
            wizard.close();
        }
    }

    /** Does something that opens the dialog, and presses one of its buttons. */
    private static void press(int button, Runnable opening) {
        boolean[] pressed = {false};
        Consumer<CertificateDialog> press = dialog -> {
            pressed[0] = true;
            dialog.buttonPressed(button);
        };
        watch(Display.getCurrent(), press, 100);
        opening.run();
        Workbench.until("the dialog was there", () -> pressed[0]);
    }

    private static void watch(Display display, Consumer<CertificateDialog> action, int triesLeft) {
        display.timerExec(200, () -> {
            for (Shell shell : display.getShells()) {
                if (shell.getData() instanceof CertificateDialog dialog) {
                    action.accept(dialog);
                    return;
                }
            }
            assertFalse(triesLeft == 0, "the dialog never opened");
            watch(display, action, triesLeft - 1);
        });
    }

    private static Optional<Button> button(Composite in, String text) {
        for (Control child : in.getChildren()) {
            if (child instanceof Button button && button.getText().replace("&", "").equals(text)) {
                return Optional.of(button);
            }
            if (child instanceof Composite composite) {
                Optional<Button> found = button(composite, text);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
