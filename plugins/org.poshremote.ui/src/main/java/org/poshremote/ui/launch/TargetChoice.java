package org.poshremote.ui.launch;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.targets.NewTargetWizard;
import org.poshremote.ui.targets.RecentTargets;
import org.poshremote.ui.targets.Targets;

/** Which target to run on: the only one there is, or the one that the person picks. In the UI thread. */
public final class TargetChoice {
    private TargetChoice() {
    }

    /** The target used last where it is still there, else one that the person picks. */
    static Optional<String> lastOrAsk(String script) {
        return RecentTargets.get().names().stream().filter(name -> Targets.get().find(name).isPresent()).findFirst().or(() -> ask(script));
    }

    /** The name of the target; empty where the person gave up. */
    public static Optional<String> ask(String script) {
        List<StoredTarget> all = Targets.get().stored();
        if (all.isEmpty()) {
            MessageDialog.openInformation(Ui.shell(), Messages.ScriptShortcut_title, Messages.ScriptShortcut_noTarget);
            return NewTargetWizard.open(Ui.shell()).map(target -> target.name());
        }
        if (all.size() == 1) {
            return Optional.of(all.getFirst().definition().name());
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(Ui.shell(), new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((StoredTarget) element).definition().name() + "   " + ((StoredTarget) element).definition().address();
            }

            @Override
            public Image getImage(Object element) {
                return Icons.TARGET.image();
            }
        });
        dialog.setTitle(Messages.ScriptShortcut_title);
        dialog.setMessage(NLS.bind(Messages.ScriptShortcut_chooseTarget, script));
        dialog.setElements(all.toArray());
        RecentTargets.get().names().stream().findFirst().flatMap(Targets.get()::find).ifPresent(last -> dialog.setInitialSelections(last));
        return dialog.open() == Window.OK ? Optional.of(((StoredTarget) dialog.getFirstResult()).definition().name()) : Optional.empty();
    }
}
