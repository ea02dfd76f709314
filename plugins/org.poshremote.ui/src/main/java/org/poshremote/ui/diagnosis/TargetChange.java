package org.poshremote.ui.diagnosis;

import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.diagnose.Remedy;
import org.poshremote.core.diagnose.TargetSetting;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.targets.TargetWork;
import org.poshremote.ui.targets.Targets;

/** "Use this setting": changes the saved target and looks at it again. */
final class TargetChange {
    private TargetChange() {
    }

    /** Says what it means before it does it. */
    static void ask(Target target, Remedy remedy, TargetSetting setting) {
        if (MessageDialog.openConfirm(Ui.shell(), Messages.TargetChange_title,
                NLS.bind(Messages.TargetChange_text, new Object[] {target.name(), setting.words(), remedy.changes(), remedy.risk()}))) {
            apply(target, setting);
        }
    }

    static void apply(Target target, TargetSetting setting) {
        Optional<StoredTarget> stored = Targets.get().find(target.name());
        if (stored.isEmpty()) {
            MessageDialog.openError(Ui.shell(), Messages.TargetChange_title, NLS.bind(Messages.TargetChange_gone, target.name()));
            return;
        }
        try {
            Target changed = setting.applyTo(stored.get().definition());
            TargetWork.schedule(Messages.TargetChange_title, () -> {
                Targets.get().replace(stored.get(), changed);
                return changed;
            }, kept -> Diagnoses.get().open(kept.user().isEmpty() ? kept.toBuilder().user(target.user()).build() : kept));
        } catch (IllegalArgumentException e) {
            MessageDialog.openError(Ui.shell(), Messages.TargetChange_title, e.getMessage());
        }
    }
}
