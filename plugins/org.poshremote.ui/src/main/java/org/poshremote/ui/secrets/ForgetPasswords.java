package org.poshremote.ui.secrets;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.poshremote.core.secret.SecretStoreException;
import org.poshremote.core.target.Target;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;

/** Clears passwords, all of them or that of one target. */
public final class ForgetPasswords extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        ask();
        return null;
    }

    /** In the UI thread. */
    public static void ask() {
        if (MessageDialog.openConfirm(Ui.shell(), Messages.ForgetPasswords_title, Messages.ForgetPasswords_text)) {
            inBackground(() -> Passwords.get().forgetAll());
        }
    }

    public static void of(Target target) {
        inBackground(() -> Passwords.get().forget(target));
    }

    private interface Step {
        void run() throws SecretStoreException;
    }

    /** Opening the secure storage may ask the person and hence must not hold the UI thread. */
    private static void inBackground(Step step) {
        Job.createSystem(Messages.ForgetPasswords_title, monitor -> {
            try {
                step.run();
            } catch (SecretStoreException e) {
                PoshRemotePlugin.show(e.getMessage(), e.getCause());
            }
        }).schedule();
    }
}
