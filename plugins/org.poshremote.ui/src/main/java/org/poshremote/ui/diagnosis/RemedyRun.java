package org.poshremote.ui.diagnosis;

import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.diagnose.Remedy;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.launch.ScriptLaunch;
import org.poshremote.ui.launch.TargetChoice;

/** Runs a remedy on the node, over a target that leads to it another way. */
final class RemedyRun {
    private RemedyRun() {
    }

    /** Asks for the way, then says what it means before it does it. In the UI thread. */
    static void ask(Remedy remedy, String script) {
        Optional<String> target = TargetChoice.ask(remedy.title());
        if (target.isPresent() && MessageDialog.openConfirm(Ui.shell(), Messages.RemedyRun_title,
                NLS.bind(Messages.RemedyRun_text, new Object[] {remedy.title(), target.get(), remedy.changes(), remedy.undo(), remedy.risk()}))) {
            run(remedy, script, target.get());
        }
    }

    static void run(Remedy remedy, String script, String target) {
        ScriptLaunch.runText(remedy.code() + ".ps1", script, Optional.empty(), target);
    }
}
