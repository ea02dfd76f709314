package org.poshremote.ui.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.Transport;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.ui.common.SignInChoices;
import org.poshremote.ui.launch.LaunchFixture;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestNode;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

class NewTargetWizardTest {
    private Optional<WizardDialog> open = Optional.empty();

    @BeforeEach
    void prepare() {
        ErrorLog.clear();
        Workbench.page();
        TestTargets.clear();
    }

    @AfterEach
    void clear() {
        open.ifPresent(WizardDialog::close);
        Passwords.get().askByDialog();
        Passwords.get().forgetTyped();
        TestTargets.clear();
        ErrorLog.assertClean();
    }

    private WizardDialog open(NewTargetWizard wizard) {
        WizardDialog dialog = new WizardDialog(Workbench.window().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        open = Optional.of(dialog);
        return dialog;
    }

    @Test
    void makesATargetOfWhatIsTyped() {
        TargetForm form = new TargetForm();
        form.host = " web01.example ";
        form.https = true;
        form.trust = TargetForm.TrustKind.PINNED;
        form.trustValue = "00:".repeat(31) + "ff";
        form.codePage = "850";
        Target target = form.build();
        assertEquals("web01.example", target.name());
        assertEquals(Target.HTTPS_PORT, target.port());
        assertEquals(new TrustChoice.Pinned("00".repeat(31) + "ff"), target.trust());
        assertEquals(CodePageChoice.of(850), target.codePage());
    }

    @Test
    void editsEveryPart() {
        Target target = Target.at("web01.example").name("web").group("lab").https(true).port(443).path("/other").user("deploy")
                .trust(new TrustChoice.CaFile("ca.pem")).allowUnencrypted(true).codePage(CodePageChoice.of(437)).protectedTarget(true).notes("n")
                .proxy(ProxyChoice.parse("http://proxy:3128")).certificate(Optional.of(new CertificateChoice.InFile("me.pem", Optional.of("me.key")))).build();
        assertEquals(target, TargetForm.of(target).build());
    }

    @Test
    void editsTheWay() {
        Target target = Target.at("web01.example").transport(Transport.SSH).user("deploy").proxy(ProxyChoice.AUTOMATIC)
                .jumpHost(Optional.of(JumpHost.parse("me@jump.example:2222"))).build();
        assertEquals(target, TargetForm.of(target).build());
        TargetForm form = new TargetForm();
        form.host = "web01.example";
        form.transport = Transport.SSH;
        assertEquals(JumpHost.SSH_PORT, form.build().port());
        form.proxy = TargetForm.ProxyKind.FIXED;
        assertThrows(IllegalArgumentException.class, form::build, "which proxy is not said");
        form.proxyUrl = "http://olga:geheim@proxy.example";
        String refusal = assertThrows(IllegalArgumentException.class, form::build).getMessage();
        assertTrue(refusal.contains("A password does not belong") && !refusal.contains("geheim"), refusal);
    }

    @Test
    void saysWhatIsWrongWithTheWay() {
        NewTargetWizard wizard = NewTargetWizard.like(Target.at("web01.example").jumpHost(Optional.of(JumpHost.parse("me@jump"))).build());
        WizardDialog dialog = open(wizard);
        dialog.showPage(wizard.getPage("path"));
        Text jump = all(dialog.getShell()).filter(Text.class::isInstance).map(Text.class::cast).filter(text -> text.getText().equals("me@jump")).findFirst().orElseThrow();
        jump.setText("jump");
        assertTrue(dialog.getCurrentPage().getErrorMessage().contains("user@host"), dialog.getCurrentPage().getErrorMessage());
        assertFalse(wizard.canFinish());
        jump.setText("me@jump.example");
        assertTrue(wizard.canFinish());
    }

    @Test
    void whatSshDoesNotUseIsGreyedOut() {
        NewTargetWizard wizard = NewTargetWizard.like(Target.at("web01.example").trust(new TrustChoice.CaFile("ca.pem")).build());
        WizardDialog dialog = open(wizard);
        text(dialog, 0).setText("web02.example");
        dialog.showPage(wizard.getPage("how"));
        Text trust = all(dialog.getShell()).filter(Text.class::isInstance).map(Text.class::cast).filter(text -> text.getText().equals("ca.pem")).findFirst().orElseThrow();
        Text path = all(dialog.getShell()).filter(Text.class::isInstance).map(Text.class::cast).filter(text -> text.getText().equals(Target.DEFAULT_PATH)).findFirst().orElseThrow();
        assertTrue(trust.getEnabled() && path.getEnabled());
        dialog.showPage(wizard.getPage("where"));
        protocol(dialog, "SSH");
        dialog.showPage(wizard.getPage("how"));
        Composite how = (Composite) wizard.getPage("how").getControl();
        assertFalse(trust.getEnabled() || path.getEnabled());
        assertFalse(all(how).filter(Button.class::isInstance).anyMatch(button -> button.getEnabled() && (button.getStyle() & SWT.PUSH) != 0), "files of certificates");
        assertEquals(List.of(Messages.HowPage_codePage.replace("&", "")), all(how).filter(Combo.class::isInstance).filter(Control::getEnabled)
                .map(combo -> ((Label) siblingBefore(combo)).getText().replace("&", "")).toList());
        assertEquals(Messages.HowPage_descriptionSsh, wizard.getPage("how").getDescription());
        trust.setText("");
        assertTrue(wizard.canFinish(), "nobody needs what is greyed out");
        trust.setText("ca.pem");
        dialog.showPage(wizard.getPage("where"));
        protocol(dialog, "HTTP");
        dialog.showPage(wizard.getPage("how"));
        assertTrue(trust.getEnabled() && path.getEnabled());
        assertEquals(Messages.HowPage_description, wizard.getPage("how").getDescription());
    }

    private static Control siblingBefore(Control control) {
        List<Control> all = Arrays.asList(control.getParent().getChildren());
        return all.get(all.indexOf(control) - 1);
    }

    private static void protocol(WizardDialog dialog, String name) {
        List<Button> radios = all(dialog.getShell()).filter(Button.class::isInstance).map(Button.class::cast).filter(button -> List.of("HTTP", "HTTPS", "SSH").contains(button.getText())).toList();
        radios.forEach(button -> button.setSelection(button.getText().equals(name)));
        radios.forEach(button -> button.notifyListeners(SWT.Selection, new Event()));
    }

    @Test
    void savesAtTheEnd() {
        NewTargetWizard wizard = NewTargetWizard.in("lab");
        WizardDialog dialog = open(wizard);
        assertFalse(wizard.canFinish(), "there is no host yet");
        text(dialog, 0).setText("web01.example");
        assertTrue(wizard.canFinish());
        assertTrue(wizard.performFinish());
        assertEquals("lab", Targets.get().find("web01.example").orElseThrow().definition().group());
    }

    @Test
    void offersOnlyWaysOfSigningInThatThisVersionCanDo() {
        List<AuthenticationChoice> offered = SignInChoices.offered(AuthenticationChoice.AUTOMATIC);
        assertTrue(offered.containsAll(List.of(AuthenticationChoice.AUTOMATIC, AuthenticationChoice.BASIC, AuthenticationChoice.NTLM,
                AuthenticationChoice.NEGOTIATE)), offered::toString);
        for (AuthenticationChoice choice : offered) {
            Target target = Target.at("node").https(true).user("account").authentication(choice)
                    .certificate(Optional.of(new CertificateChoice.InFile("me.p12", Optional.empty()))).build();
            assertEquals(Optional.empty(), SignIn.of(target).refusal(), choice.name());
        }
        assertTrue(SignInChoices.offered(AuthenticationChoice.CREDSSP).contains(AuthenticationChoice.CREDSSP), "what a file says stays");
    }

    @Test
    void warnsWhileTypingThatBasicOverHttpIsRefused() {
        NewTargetWizard wizard = NewTargetWizard.like(Target.at("node").user("me").authentication(AuthenticationChoice.BASIC).build());
        WizardDialog dialog = open(wizard);
        text(dialog, 0).setText("web01.example");
        assertTrue(dialog.getCurrentPage().getMessage().contains("HTTPS"), dialog.getCurrentPage().getMessage());
        assertTrue(wizard.canFinish(), "it can be kept all the same");
    }

    @Test
    void saysWhatWouldBeSentBeforeItIs() {
        WizardDialog dialog = open(NewTargetWizard.like(Target.at("node").user("corp\\me").authentication(AuthenticationChoice.NTLM).build()));
        text(dialog, 0).setText("web01.example");
        assertTrue(label(dialog.getShell(), "Signs in as CORP\\me: NTLM, encrypted."), "what is sent is not shown");
    }

    private static boolean label(Composite in, String text) {
        return Arrays.stream(in.getChildren()).anyMatch(child -> child instanceof Label label && label.getText().equals(text)
                || child instanceof Composite composite && label(composite, text));
    }

    @Test
    void refusesATakenName() throws TargetFileException {
        TestTargets.add(Target.at("web01.example").build());
        NewTargetWizard wizard = new NewTargetWizard();
        WizardDialog dialog = open(wizard);
        text(dialog, 0).setText("WEB01.example");
        assertFalse(wizard.canFinish());
        assertTrue(dialog.getCurrentPage().getErrorMessage().contains("already"));
    }

    @Test
    void testsTheConnection() throws TargetFileException {
        try (TestNode node = new TestNode()) {
            LaunchFixture.answerPassword(node.password());
            TestTargets.add(node.target("node"));
            ConnectionSteps steps = test("node");
            assertTrue(steps.outcomeText().contains("PowerShell 5.1.20348.1") && steps.outcomeText().contains(" ms"), steps.outcomeText());
            assertTrue(Targets.get().contact(node.target("node")) instanceof Contact.Reached);
            Workbench.until("the shell is gone", () -> node.node().openShells() == 0);
        }
    }

    @Test
    void namesTheSignInAndWhatTheNodeOffers() throws TargetFileException {
        try (TestNode node = new TestNode()) {
            LaunchFixture.answerPassword("wrong");
            TestTargets.add(node.target("node"));
            ConnectionSteps steps = test("node");
            assertTrue(steps.failedLabel().contains("Sign-in"), steps.failedLabel());
            assertTrue(steps.outcomeText().contains("Basic"), steps.outcomeText());
        }
    }

    @Test
    void namesThePort() throws TargetFileException, IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        LaunchFixture.answerPassword("any");
        TestTargets.add(Target.at("127.0.0.1").name("node").port(port).user("nobody").authentication(AuthenticationChoice.BASIC)
                .allowUnencrypted(true).build());
        ConnectionSteps steps = test("node");
        assertTrue(steps.failedLabel().contains("Port"), steps.failedLabel() + steps.outcomeText());
    }

    private ConnectionSteps test(String target) {
        WizardDialog dialog = open(NewTargetWizard.edit(Targets.get().find(target).orElseThrow()));
        Button button = all(dialog.getShell()).filter(Button.class::isInstance).map(Button.class::cast)
                .filter(each -> each.getText().replace("&", "").equals("Test Connection")).findFirst().orElseThrow();
        button.notifyListeners(SWT.Selection, new Event());
        ConnectionSteps steps = all(dialog.getShell()).filter(ConnectionSteps.class::isInstance).map(ConnectionSteps.class::cast).findFirst().orElseThrow();
        Workbench.until("the test ends", () -> button.getText().replace("&", "").equals("Test Connection"));
        return steps;
    }

    private static Text text(WizardDialog dialog, int index) {
        return all(dialog.getShell()).filter(Text.class::isInstance).map(Text.class::cast)
                .skip(index).findFirst().orElseThrow();
    }

    private static Stream<Control> all(Composite in) {
        return Arrays.stream(in.getChildren()).flatMap(child -> child instanceof Composite composite ? Stream.concat(Stream.of(child), all(composite))
                : Stream.of(child));
    }
}
