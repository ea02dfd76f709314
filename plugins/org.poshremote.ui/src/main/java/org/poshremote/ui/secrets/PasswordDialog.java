package org.poshremote.ui.secrets;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.poshremote.ui.common.Help;
import org.poshremote.wsman.Secret;

/** Asks for the password of an account on a target. */
public final class PasswordDialog extends TitleAreaDialog {
    private final String targetName;
    private final String address;
    private final String givenAccount;
    private final String reason;
    private Text account;
    private Text password;
    private Button keep;
    private Optional<Answer> answer = Optional.empty();

    /**
     * What the person typed.
     *
     * @param secret closed by whoever takes the answer
     * @param keep to be kept in the secure storage
     */
    public record Answer(String account, Secret secret, boolean keep) {
    }

    /** @param reason why it is asked for, such as that the last one was refused; may be empty */
    public PasswordDialog(Shell parent, String targetName, String address, String account, String reason) {
        super(parent);
        this.targetName = targetName;
        this.address = address;
        this.givenAccount = account;
        this.reason = reason;
        setHelpAvailable(false);
    }

    /** @return what was typed; empty where the person gave up */
    public Optional<Answer> ask() {
        open();
        return answer;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.PasswordDialog_title);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, Help.PASSWORD);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(NLS.bind(Messages.PasswordDialog_heading, targetName));
        if (reason.isEmpty()) {
            setMessage(address);
        } else {
            setErrorMessage(reason);
        }
        Composite fields = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(8, 8).applyTo(fields);

        new Label(fields, SWT.NONE).setText(Messages.PasswordDialog_account);
        account = new Text(fields, SWT.BORDER);
        account.setText(givenAccount);
        account.setEditable(givenAccount.isEmpty());
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(44), SWT.DEFAULT).applyTo(account);

        new Label(fields, SWT.NONE).setText(Messages.PasswordDialog_password);
        password = new Text(fields, SWT.BORDER | SWT.PASSWORD);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(password);

        new Label(fields, SWT.NONE);
        keep = new Button(fields, SWT.CHECK);
        keep.setText(Messages.PasswordDialog_keep);
        account.addModifyListener(e -> enable());
        password.addModifyListener(e -> enable());
        (givenAccount.isEmpty() ? account : password).setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.PasswordDialog_signIn, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        enable();
    }

    private void enable() {
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(!account.getText().isBlank() && password.getCharCount() > 0);
        }
    }

    @Override
    protected void okPressed() {
        char[] typed = password.getTextChars();
        answer = Optional.of(new Answer(account.getText().trim(), Secret.of(typed), keep.getSelection()));
        Arrays.fill(typed, '\0');
        password.setText("");
        super.okPressed();
    }
}
