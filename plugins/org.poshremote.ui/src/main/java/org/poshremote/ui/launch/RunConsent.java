package org.poshremote.ui.launch;

import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.targets.Targets;

/** Each run on a protected target names it and asks; and what a shared file says about trust is confirmed once on this machine. */
public final class RunConsent {
    /** Asks; replaced by tests, since a modal dialog would stop them. */
    public interface Question {
        boolean agreed(Shell parent, String title, String text, String yes);
    }

    private static Question question = RunConsent::dialog;

    private RunConsent() {
    }

    public static void askBy(Question other) {
        question = other;
    }

    public static void askByDialog() {
        question = RunConsent::dialog;
    }

    /** From any thread; waits for the answer. */
    static boolean given(Target target, String script) {
        if (!target.protectedTarget()) {
            return true;
        }
        return Ui.call(() -> question.agreed(Ui.shell(), Messages.RunConsent_title,
                NLS.bind(Messages.RunConsent_text, new Object[] {target.name(), target.address(), script}), Messages.RunConsent_run));
    }

    /** The target once nothing of it is unconfirmed; empty where the person did not agree. From any thread; waits for the answer. */
    public static Optional<Target> confirmed(StoredTarget stored) {
        if (stored.forUse().isPresent()) {
            return stored.forUse();
        }
        Target target = stored.definition();
        String values = stored.unconfirmed().stream()
                .map(risky -> NLS.bind(Messages.RunConsent_value, new Object[] {risky.property(), risky.value(), risky.risk()}))
                .collect(Collectors.joining("\n"));
        boolean agreed = Ui.call(() -> question.agreed(Ui.shell(), Messages.RunConsent_trustTitle,
                NLS.bind(Messages.RunConsent_trustText, new Object[] {target.name(), stored.origin().file(), target.address(), values}),
                Messages.RunConsent_trust));
        if (!agreed) {
            return Optional.empty();
        }
        try {
            Targets.get().confirm(stored);
        } catch (TargetFileException e) {
            PoshRemotePlugin.show(e.getMessage(), e); // the next run asks again
        }
        return Optional.of(target);
    }

    private static boolean dialog(Shell parent, String title, String text, String yes) {
        return MessageDialog.open(MessageDialog.WARNING, parent, title, text, SWT.NONE, yes, Messages.RunConsent_doNot) == 0;
    }
}
