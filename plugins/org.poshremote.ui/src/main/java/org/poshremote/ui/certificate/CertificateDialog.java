package org.poshremote.ui.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.poshremote.core.certificate.CertificateDetails;
import org.poshremote.core.certificate.NodeCertificate;
import org.poshremote.core.certificate.Objection;
import org.poshremote.core.certificate.Objections;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.ui.common.Accessible;
import org.poshremote.ui.common.Help;

/** The certificate of a node: the chain, what is in it, and why it is trusted or not. {@link #open} gives OK where it is to be pinned. */
public final class CertificateDialog extends TitleAreaDialog {
    private static final int EXPORT = IDialogConstants.CLIENT_ID + 1;

    private final NodeCertificate node;
    private Tree chain;
    private Text details;
    private Text objections;

    public CertificateDialog(Shell parent, NodeCertificate node) {
        super(parent);
        this.node = node;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.MAX);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Dialog_title);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, Help.CERTIFICATE);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(NLS.bind(Messages.Dialog_heading, node.target().address()));
        boolean doubtful = node.refusal().isPresent() || node.target().unverified();
        setMessage(node.trustWords(), node.refusal().isPresent() ? IMessageProvider.ERROR : doubtful ? IMessageProvider.WARNING : IMessageProvider.INFORMATION);
        Composite page = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        GridLayoutFactory.swtDefaults().margins(10, 10).spacing(6, 6).applyTo(page);
        if (!node.objections().isEmpty()) {
            label(page, Messages.Dialog_objections);
            objections = text(page, String.join("\n", node.objections().stream().map(Objection::words).map(words -> "\u2022 " + words).toList()), SWT.WRAP);
            GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(90), Math.min(5, node.objections().size() + 1) * objections.getLineHeight())
                .applyTo(objections);
        }
        SashForm split = new SashForm(page, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(95), convertHeightInCharsToPixels(24)).applyTo(split);
        chain(split);
        detail(split);
        split.setWeights(1, 3);
        if (doubtful) {
            Label compare = new Label(page, SWT.WRAP);
            compare.setText(Messages.Dialog_compare);
            GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(90), SWT.DEFAULT).applyTo(compare);
        }
        show(0);
        return area;
    }

    private void chain(Composite parent) {
        Composite part = part(parent);
        label(part, Messages.Dialog_chain);
        chain = new Tree(part, SWT.BORDER | SWT.SINGLE);
        Accessible.name(chain, Messages.Dialog_chain);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(chain);
        TreeItem above = null;
        for (X509Certificate certificate : node.chain()) {
            TreeItem item = above == null ? new TreeItem(chain, SWT.NONE) : new TreeItem(above, SWT.NONE);
            CertificateDetails details = CertificateDetails.of(certificate);
            item.setText(above == null ? printable(details.subject()) : NLS.bind(Messages.Dialog_authority, printable(details.subject())));
            boolean valid = Objections.dates(List.of(certificate), java.time.Instant.now()).isEmpty();
            item.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(valid ? ISharedImages.IMG_OBJ_FILE : ISharedImages.IMG_OBJS_WARN_TSK));
            item.setData(certificate);
            if (above != null) {
                above.setExpanded(true);
            }
            above = item;
        }
        chain.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show((X509Certificate) event.item.getData())));
    }

    private void detail(Composite parent) {
        Composite part = part(parent);
        label(part, Messages.Dialog_details);
        details = text(part, "", SWT.H_SCROLL);
        details.setFont(JFaceResources.getTextFont());
        Accessible.name(details, Messages.Dialog_details);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(details);
    }

    private static Composite part(Composite parent) {
        Composite part = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(4, 4).applyTo(part);
        return part;
    }

    private static void label(Composite parent, String text) {
        new Label(parent, SWT.NONE).setText(text);
    }

    private static Text text(Composite parent, String content, int style) {
        Text text = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | style);
        text.setText(content);
        return text;
    }

    private void show(int index) {
        chain.setSelection(chain.getItem(index));
        show(node.chain().get(index));
    }

    private void show(X509Certificate certificate) {
        Map<String, String> fields = fields(CertificateDetails.of(certificate));
        int width = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        fields.forEach((name, value) -> {
            String begin = name + " ".repeat(width + 2 - name.length());
            for (String line : printable(value).split("(?<=\\G(?:[0-9A-F]{2}:){16})")) { // a fingerprint has to be seen whole
                lines.append(begin).append(line).append('\n');
                begin = " ".repeat(width + 2);
            }
        });
        details.setText(lines.toString().stripTrailing());
    }

    private static Map<String, String> fields(CertificateDetails of) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Messages.Field_subject, of.subject());
        fields.put(Messages.Field_issuer, of.selfSigned() ? Messages.Dialog_itself : of.issuer());
        fields.put(Messages.Field_names, of.names().isEmpty() ? Messages.Dialog_none : String.join(", ", of.names()));
        fields.put(Messages.Field_valid, Objections.day(of.from()) + " - " + Objections.day(of.until()));
        fields.put(Messages.Field_key, of.key());
        fields.put(Messages.Field_signature, of.signature());
        fields.put(Messages.Field_keyUsage, of.keyUsage().isEmpty() ? Messages.Dialog_notLimited : String.join(", ", of.keyUsage()));
        fields.put(Messages.Field_purposes, of.purposes().isEmpty() ? Messages.Dialog_notLimited : String.join(", ", of.purposes()));
        fields.put(Messages.Field_authority, of.authority() ? Messages.Dialog_yes : Messages.Dialog_no);
        fields.put(Messages.Field_serial, of.serial());
        fields.put(Messages.Field_sha256, of.fingerprint());
        fields.put(Messages.Field_sha1, of.thumbprint());
        return fields;
    }

    /** A certificate is made by whoever answers: it must not speak to widgets by control characters. */
    private static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 500 ? clean.substring(0, 500) + "..." : clean;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        boolean pinned = node.target().trust() instanceof TrustChoice.Pinned && node.refusal().isEmpty();
        createButton(parent, EXPORT, Messages.Dialog_export, false);
        createButton(parent, IDialogConstants.OK_ID, Messages.Dialog_pin, false).setEnabled(!pinned);
        // trust is never a matter of pressing Return
        createButton(parent, IDialogConstants.CANCEL_ID, node.refusal().isPresent() ? Messages.Dialog_cancel : Messages.Dialog_close, true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == EXPORT) {
            FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
            dialog.setText(Messages.Dialog_exportTitle);
            dialog.setFileName(node.target().host().replaceAll("[^A-Za-z0-9._-]", "_") + ".pem");
            dialog.setOverwrite(true);
            String chosen = dialog.open();
            if (chosen != null) {
                export(Path.of(chosen));
            }
        } else {
            super.buttonPressed(button);
        }
    }

    void export(Path file) {
        try {
            Files.writeString(file, node.pem());
        } catch (IOException e) {
            MessageDialog.openError(getShell(), Messages.Dialog_exportTitle, NLS.bind(Messages.Dialog_exportFailed, e.getMessage()));
        }
    }

    String detailsText() {
        return details.getText();
    }

    String objectionsText() {
        return objections == null ? "" : objections.getText();
    }

    Tree chainTree() {
        return chain;
    }
}
