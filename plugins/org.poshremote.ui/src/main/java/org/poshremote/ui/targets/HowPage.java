package org.poshremote.ui.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.poshremote.core.codepage.CodePage;
import org.poshremote.core.codepage.CodePages;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.Transport;
import org.poshremote.ui.common.Accessible;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.Names;
import org.poshremote.ui.common.SignInChoices;
import org.poshremote.ui.targets.TargetForm.TrustKind;

/** How to sign in, whom to trust, which code page: all with a default that suits most nodes. */
final class HowPage extends WizardPage {
    private final TargetForm form;
    private final List<Control> onlyForWinRm = new ArrayList<>();
    private Text trustValue;
    private Combo trust;
    private Text certificateKey;

    HowPage(TargetForm form) {
        super("how", Messages.HowPage_title, Icons.WIZARD.descriptor());
        this.form = form;
        setDescription(Messages.HowPage_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 8).spacing(8, 7).applyTo(page);
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, Help.TARGET_WIZARD);

        int first = page.getChildren().length;
        choice(page, Messages.HowPage_authentication, SignInChoices.offered(form.authentication).toArray(AuthenticationChoice[]::new), Names::of,
                form.authentication, value -> form.authentication = value);
        certificate(page);
        check(page, Messages.HowPage_allowUnencrypted, form.allowUnencrypted, value -> form.allowUnencrypted = value);
        trust = choice(page, Messages.HowPage_trust, TrustKind.values(), HowPage::nameOf, form.trust, value -> {
            form.trust = value;
            enableTrust();
        });
        trustValue = text(page, Messages.HowPage_trustValue, form.trustValue, value -> form.trustValue = value);
        onlyForWinRm(page, first);
        codePage(page);
        first = page.getChildren().length;
        choice(page, Messages.HowPage_kind, TargetKind.values(), Names::of, form.kind, value -> form.kind = value);
        text(page, Messages.HowPage_path, form.path, value -> form.path = value);
        onlyForWinRm(page, first);
        enable();
        check(page, Messages.HowPage_protected, form.protectedTarget, value -> form.protectedTarget = value);

        Label notesLabel = new Label(page, SWT.NONE);
        notesLabel.setText(Messages.HowPage_notes);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(notesLabel);
        Text notes = new Text(page, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        notes.setText(form.notes);
        Accessible.name(notes, Messages.HowPage_notes);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 3 * notes.getLineHeight()).applyTo(notes);
        notes.addModifyListener(e -> form.notes = notes.getText());
    }

    /** What was added to the page since: fields with their labels. */
    private void onlyForWinRm(Composite page, int first) {
        onlyForWinRm.addAll(Arrays.asList(page.getChildren()).subList(first, page.getChildren().length));
    }

    /** The protocol is chosen on the page before. */
    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            enable();
        }
        super.setVisible(visible);
    }

    private void enable() {
        boolean winRm = form.transport == Transport.WINRM;
        onlyForWinRm.forEach(control -> enable(control, winRm));
        enableTrust();
        enableCertificate();
        setDescription(winRm ? Messages.HowPage_description : Messages.HowPage_descriptionSsh);
    }

    private static void enable(Control control, boolean enabled) {
        control.setEnabled(enabled);
        if (control instanceof Composite row && !(control instanceof Combo)) {
            Arrays.asList(row.getChildren()).forEach(part -> enable(part, enabled));
        }
    }

    private void certificate(Composite page) {
        Text file = withBrowse(page, Messages.HowPage_certificate, form.certificate, value -> {
            form.certificate = value;
            enableCertificate();
        }, "*.p12;*.pfx;*.pem;*.crt;*.cer");
        file.setMessage(Messages.HowPage_certificateHint);
        certificateKey = withBrowse(page, Messages.HowPage_certificateKey, form.certificateKey, value -> form.certificateKey = value, "*.key;*.pem");
        certificateKey.setMessage(Messages.HowPage_certificateKeyHint);
        enableCertificate();
    }

    private Text withBrowse(Composite page, String label, String value, Consumer<String> into, String extensions) {
        new Label(page, SWT.NONE).setText(label);
        Composite row = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Text text = field(row, label, value, into);
        Button browse = new Button(row, SWT.PUSH);
        browse.setText(Messages.HowPage_certificateBrowse);
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
            dialog.setFilterExtensions(new String[] {extensions, "*"});
            Optional.ofNullable(dialog.open()).ifPresent(text::setText);
        }));
        return text;
    }

    private void enableCertificate() {
        if (certificateKey != null) {
            certificateKey.setEnabled(form.transport == Transport.WINRM && !form.certificate.isBlank() && !form.certificate.startsWith("store:"));
        }
    }

    /** Changed from elsewhere, as by pinning what the node shows. */
    void trustChanged() {
        if (trust != null) {
            trust.select(form.trust.ordinal());
            trustValue.setText(form.trustValue);
            enableTrust();
        }
    }

    private void codePage(Composite page) {
        new Label(page, SWT.NONE).setText(Messages.HowPage_codePage);
        Combo combo = new Combo(page, SWT.DROP_DOWN);
        List<String> items = new ArrayList<>(List.of(Messages.HowPage_codePageAutomatic));
        CodePages.all().stream().filter(known -> known.charset().isPresent()).map(CodePage::toString).forEach(items::add);
        combo.setItems(items.toArray(String[]::new));
        combo.setVisibleItemCount(16);
        combo.setText(form.codePage.isEmpty() ? Messages.HowPage_codePageAutomatic : CodePages.of(Integer.parseInt(form.codePage)).toString());
        Accessible.name(combo, Messages.HowPage_codePage);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addModifyListener(e -> {
            form.codePage = combo.getText().equals(Messages.HowPage_codePageAutomatic) ? "" : combo.getText().trim().split(" ", 2)[0];
            changed();
        });
    }

    private <T> Combo choice(Composite page, String label, T[] values, Function<T, String> name, T chosen, Consumer<T> into) {
        new Label(page, SWT.NONE).setText(label);
        Combo combo = new Combo(page, SWT.READ_ONLY);
        combo.setItems(Arrays.stream(values).map(name).toArray(String[]::new));
        combo.select(Arrays.asList(values).indexOf(chosen));
        Accessible.name(combo, label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            into.accept(values[combo.getSelectionIndex()]);
            changed();
        }));
        return combo;
    }

    private void check(Composite page, String label, boolean value, Consumer<Boolean> into) {
        new Label(page, SWT.NONE);
        Button button = new Button(page, SWT.CHECK);
        button.setText(label);
        button.setSelection(value);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            into.accept(button.getSelection());
            changed();
        }));
    }

    private Text text(Composite page, String label, String value, Consumer<String> into) {
        new Label(page, SWT.NONE).setText(label);
        return field(page, label, value, into);
    }

    private Text field(Composite page, String label, String value, Consumer<String> into) {
        Text text = new Text(page, SWT.BORDER);
        text.setText(value);
        Accessible.name(text, label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(e -> {
            into.accept(text.getText());
            changed();
        });
        return text;
    }

    private void enableTrust() {
        if (trustValue != null) {
            trustValue.setEnabled(form.transport == Transport.WINRM && (form.trust == TrustKind.CA_FILE || form.trust == TrustKind.PINNED));
            trustValue.setMessage(switch (form.trust) {
                case CA_FILE -> Messages.HowPage_trustFileHint;
                case PINNED -> Messages.HowPage_trustPinHint;
                case SYSTEM, UNVERIFIED -> "";
            });
        }
    }

    private void changed() {
        try {
            form.build();
            setErrorMessage(null);
            setPageComplete(true);
        } catch (IllegalArgumentException e) {
            setErrorMessage(e.getMessage());
            setPageComplete(false);
        }
        ((WherePage) getWizard().getPage("where")).changed();
    }

    private static String nameOf(TrustKind kind) {
        return switch (kind) {
            case SYSTEM -> Messages.HowPage_trustSystem;
            case CA_FILE -> Messages.HowPage_trustFile;
            case PINNED -> Messages.HowPage_trustPin;
            case UNVERIFIED -> Messages.HowPage_trustNone;
        };
    }
}
