package org.poshremote.ui.targets;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.poshremote.ui.common.Accessible;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.targets.TargetForm.ProxyKind;

/** What lies on the way to the node: an HTTP proxy, an SSH jump host. */
final class PathPage extends WizardPage {
    private static final List<ProxyKind> KINDS = List.of(ProxyKind.values());
    private static final int TEXT_WIDTH = 60;

    private final TargetForm form;
    private Text proxyUrl;

    PathPage(TargetForm form) {
        super("path", Messages.PathPage_title, Icons.WIZARD.descriptor());
        this.form = form;
        setDescription(Messages.PathPage_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 8).spacing(8, 7).applyTo(page);
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, Help.TARGET_WIZARD);

        new Label(page, SWT.NONE).setText(Messages.PathPage_proxy);
        Combo proxy = new Combo(page, SWT.READ_ONLY);
        proxy.setItems(KINDS.stream().map(PathPage::nameOf).toArray(String[]::new));
        proxy.select(KINDS.indexOf(form.proxy));
        Accessible.name(proxy, Messages.PathPage_proxy);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(proxy);
        proxyUrl = text(page, Messages.PathPage_proxyUrl, form.proxyUrl, Messages.PathPage_proxyHint);
        proxyUrl.addModifyListener(e -> {
            form.proxyUrl = proxyUrl.getText();
            changed();
        });
        proxy.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            form.proxy = KINDS.get(proxy.getSelectionIndex());
            proxyUrl.setEnabled(form.proxy == ProxyKind.FIXED);
            changed();
        }));
        proxyUrl.setEnabled(form.proxy == ProxyKind.FIXED);
        explanation(page, Messages.PathPage_proxyText);

        Text jump = text(page, Messages.PathPage_jump, form.jumpHost, Messages.PathPage_jumpHint);
        jump.addModifyListener(e -> {
            form.jumpHost = jump.getText();
            changed();
        });
        explanation(page, Messages.PathPage_jumpText);
    }

    private static Text text(Composite page, String label, String value, String hint) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        text.setText(value);
        text.setMessage(hint);
        Accessible.name(text, label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    private void explanation(Composite page, String words) {
        new Label(page, SWT.NONE);
        Label label = new Label(page, SWT.WRAP);
        label.setText(words);
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(TEXT_WIDTH), SWT.DEFAULT).applyTo(label);
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

    private static String nameOf(ProxyKind kind) {
        return switch (kind) {
            case NONE -> Messages.PathPage_proxyNone;
            case AUTOMATIC -> Messages.PathPage_proxyAutomatic;
            case FIXED -> Messages.PathPage_proxyFixed;
        };
    }
}
