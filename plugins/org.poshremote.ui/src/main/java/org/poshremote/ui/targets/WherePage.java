package org.poshremote.ui.targets;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.poshremote.core.certificate.Certificates;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.Transport;
import org.poshremote.ui.certificate.NodeCertificates;
import org.poshremote.ui.common.Accessible;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.secrets.TargetCredentials;
import org.poshremote.wsman.Secret;

/** Where the node is and who signs in, and a try of it. */
final class WherePage extends WizardPage {
    private static final String ANY_ACCOUNT = "account";

    private final TargetForm form;
    private final Optional<StoredTarget> edited;
    private Text host;
    private Text name;
    private Button https;
    private Button ssh;
    private Text port;
    private Text user;
    private Text password;
    private Button keep;
    private Button test;
    private Button certificate;
    private Label sends;
    private ConnectionSteps steps;
    private Optional<Job> testing = Optional.empty();

    WherePage(TargetForm form, Optional<StoredTarget> edited) {
        super("where", edited.isPresent() ? Messages.WherePage_editTitle : Messages.WherePage_title, Icons.WIZARD.descriptor());
        this.form = form;
        this.edited = edited;
        setDescription(Messages.WherePage_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).margins(10, 8).spacing(8, 7).applyTo(page);
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, Help.TARGET_WIZARD);

        host = text(page, Messages.WherePage_host, form.host, 3);
        host.setMessage(Messages.WherePage_hostHint);
        label(page, Messages.WherePage_protocol);
        Composite protocol = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(protocol);
        Button http = new Button(protocol, SWT.RADIO);
        http.setText("HTTP");
        http.setSelection(!form.https && form.transport == Transport.WINRM);
        https = new Button(protocol, SWT.RADIO);
        https.setText("HTTPS");
        https.setSelection(form.https && form.transport == Transport.WINRM);
        https.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed()));
        ssh = new Button(protocol, SWT.RADIO);
        ssh.setText("SSH");
        ssh.setToolTipText(Messages.WherePage_sshHint);
        ssh.setSelection(form.transport == Transport.SSH);
        ssh.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed()));
        port = text(page, Messages.WherePage_port, form.port, 1);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(convertWidthInCharsToPixels(14), SWT.DEFAULT).applyTo(port);
        name = text(page, Messages.WherePage_name, form.name, 1);
        label(page, Messages.WherePage_group);
        Combo group = new Combo(page, SWT.DROP_DOWN);
        group.setItems(Targets.get().stored().stream().map(stored -> stored.definition().group()).filter(there -> !there.isEmpty()).distinct().sorted()
                .toArray(String[]::new));
        group.setText(form.group);
        Accessible.name(group, Messages.WherePage_group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        group.addModifyListener(e -> {
            form.group = group.getText();
            changed();
        });

        user = text(page, Messages.WherePage_user, form.user, 1);
        user.setMessage(Messages.WherePage_userHint);
        label(page, Messages.WherePage_password);
        password = new Text(page, SWT.BORDER | SWT.PASSWORD);
        Accessible.name(password, Messages.WherePage_password);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(password);
        label(page, "");
        keep = new Button(page, SWT.CHECK);
        keep.setText(Messages.WherePage_keep);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(keep);

        Group tryGroup = new Group(page, SWT.NONE);
        tryGroup.setText(Messages.WherePage_try);
        GridLayoutFactory.swtDefaults().spacing(5, 8).applyTo(tryGroup);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, true).applyTo(tryGroup);
        Composite buttons = new Composite(tryGroup, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(buttons);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
        test = new Button(buttons, SWT.PUSH);
        test.setText(Messages.WherePage_test);
        test.setImage(Icons.TEST.image());
        certificate = new Button(buttons, SWT.PUSH);
        certificate.setText(Messages.WherePage_certificate);
        certificate.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> showCertificate()));
        sends = new Label(buttons, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(sends);
        test.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> testOrCancel()));
        steps = new ConnectionSteps(tryGroup);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(steps);
        changed();
        host.setFocus();
    }

    private static void label(Composite parent, String text) {
        new Label(parent, SWT.NONE).setText(text);
    }

    private Text text(Composite parent, String labelText, String value, int span) {
        label(parent, labelText);
        Text text = new Text(parent, SWT.BORDER);
        text.setText(value);
        Accessible.name(text, labelText);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(span, 1).applyTo(text);
        text.addModifyListener(e -> changed());
        return text;
    }

    /** Reads the fields into the form and says what is wrong with it; nothing is scolded before it was typed. */
    void changed() {
        if (steps == null) {
            return;
        }
        form.host = host.getText();
        form.name = name.getText();
        form.https = https.getSelection();
        form.transport = ssh.getSelection() ? Transport.SSH : Transport.WINRM;
        form.port = port.getText();
        form.user = user.getText();
        port.setMessage(Integer.toString(form.usualPort()));
        name.setMessage(form.host);
        Optional<String> problem = problem();
        setErrorMessage(form.host.isBlank() ? null : problem.orElse(null));
        Optional<String> refusal = problem.isEmpty() ? refusal() : Optional.empty();
        setMessage(refusal.orElse(Messages.WherePage_description), refusal.isPresent() ? WARNING : NONE);
        setPageComplete(problem.isEmpty());
        test.setEnabled(problem.isEmpty());
        certificate.setEnabled(problem.isEmpty() && form.https);
        sends.setText(problem.isEmpty() && refusal.isEmpty() ? sends(form.build()).replace("&", "&&") : "");
    }

    /** What a run would send, before anything is sent. */
    private static String sends(Target target) {
        String account = SignIn.account(target);
        return account.isEmpty() && SignIn.needsPassword(target) ? NLS.bind(Messages.WherePage_sendsLater, SignIn.of(target.toBuilder().user(ANY_ACCOUNT).build()).words())
            : NLS.bind(Messages.WherePage_sends, account, SignIn.of(target).words());
    }

    private void showCertificate() {
        NodeCertificates.look(form.build(), getShell(), found -> {
            form.trust = TargetForm.TrustKind.PINNED;
            form.trustValue = Certificates.sha256(found.own());
            ((HowPage) getWizard().getPage("how")).trustChanged();
            changed();
        });
    }

    private Optional<String> problem() {
        try {
            Target target = form.build();
            boolean taken = Targets.get().find(target.name())
                    .filter(there -> edited.isEmpty() || !there.definition().name().equalsIgnoreCase(edited.get().definition().name())).isPresent();
            return taken ? Optional.of(NLS.bind(Messages.WherePage_taken, target.name())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Why a run could not sign in with what is typed; the target can be kept all the same. An account is asked for at the run. */
    private Optional<String> refusal() {
        Target target = form.build();
        return SignIn.of(target.user().isEmpty() ? target.toBuilder().user(ANY_ACCOUNT).build() : target).refusal();
    }

    private void testOrCancel() {
        if (testing.isPresent()) {
            testing.get().cancel();
            return;
        }
        Target target = form.build();
        passwordTyped(target);
        steps.running();
        test.setText(Messages.WherePage_cancelTest);
        Job job = new ConnectionTest(target, new TargetCredentials(), result -> Ui.later(() -> tested(target, result)));
        testing = Optional.of(job);
        job.schedule();
    }

    private void tested(Target target, ConnectionTest.Result result) {
        testing = Optional.empty();
        TestedTarget.report(target, result);
        if (!steps.isDisposed()) {
            test.setText(Messages.WherePage_test);
            steps.show(result, target.https());
            getWizard().getContainer().getShell().layout(true, true);
        }
    }

    private void passwordTyped(Target target) {
        char[] typed = password.getTextChars();
        if (typed.length > 0 && !target.user().isEmpty()) {
            try (Secret secret = Secret.of(typed)) {
                Passwords.get().typed(target, secret, keep.getSelection());
            }
        }
        Arrays.fill(typed, '\0');
    }

    /** At the end of the wizard. */
    void finish(Target target) {
        passwordTyped(target);
        testing.ifPresent(Job::cancel);
    }

    @Override
    public void dispose() {
        testing.ifPresent(Job::cancel);
        super.dispose();
    }
}
