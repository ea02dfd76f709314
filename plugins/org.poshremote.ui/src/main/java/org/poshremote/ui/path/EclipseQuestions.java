package org.poshremote.ui.path;

import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.poshremote.core.path.PathQuestions;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.wsman.Secret;

/** What is asked on the way to a node: answered by the secure storage or in dialogs. Not called in the UI thread. */
public final class EclipseQuestions implements PathQuestions {
    private static Predicate<HostKeyQuestion> keys = EclipseQuestions::dialog;

    EclipseQuestions() {
    }

    /** For tests, in which no dialog may open. */
    public static void askForKeysBy(Predicate<HostKeyQuestion> other) {
        keys = other;
    }

    public static void askForKeysByDialog() {
        keys = EclipseQuestions::dialog;
    }

    @Override
    public Optional<Secret> secret(SecretQuestion question) {
        return Passwords.get().secret(question);
    }

    @Override
    public void accepted(SecretQuestion question) {
        Passwords.get().accepted(question.key());
    }

    @Override
    public void refused(SecretQuestion question, String why) {
        Passwords.get().refused(question.key(), why);
    }

    @Override
    public boolean trusts(HostKeyQuestion question) {
        Predicate<HostKeyQuestion> asked = keys;
        return Ui.call(() -> asked.test(question));
    }

    /** Not to connect is the answer of Enter and of Escape. */
    private static boolean dialog(HostKeyQuestion question) {
        String text = NLS.bind(Messages.EclipseQuestions_keyText, new Object[] {question.place(), Integer.toString(question.port()), question.type(),
            question.fingerprint(), question.list()});
        return new MessageDialog(Ui.shell(), Messages.EclipseQuestions_keyTitle, null, text, MessageDialog.WARNING, 1, Messages.EclipseQuestions_trust,
            Messages.EclipseQuestions_doNot) {
            {
                setShellStyle(getShellStyle() | SWT.SHEET);
            }
        }.open() == 0;
    }
}
