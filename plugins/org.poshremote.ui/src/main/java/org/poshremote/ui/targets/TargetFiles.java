package org.poshremote.ui.targets;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.poshremote.core.target.RiskyValue;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetStore;

/** Import and export of target files. In the UI thread. */
final class TargetFiles {
    private static final String[] EXTENSIONS = {"*.json", "*.*"};

    private TargetFiles() {
    }

    static void importInto(Shell parent) {
        FileDialog dialog = new FileDialog(parent, SWT.OPEN);
        dialog.setText(Messages.TargetFiles_import);
        dialog.setFilterExtensions(EXTENSIONS);
        String chosen = dialog.open();
        if (chosen != null) {
            importFrom(parent, Path.of(chosen));
        }
    }

    private static void importFrom(Shell parent, Path file) {
        TargetWork.schedule(Messages.TargetFiles_import, () -> TargetStore.preview(file), there -> {
            String risky = there.targets().stream().flatMap(stored -> stored.unconfirmed().stream().map(value -> line(stored.definition(), value)))
                    .collect(Collectors.joining("\n"));
            // imported targets become the person's own, so that is the moment to ask
            if (risky.isEmpty() || MessageDialog.openConfirm(parent, Messages.TargetFiles_import, NLS.bind(Messages.TargetFiles_risky, file, risky))) {
                TargetWork.schedule(Messages.TargetFiles_import, () -> Targets.get().importFrom(file), leftOut -> tell(parent, leftOut));
            }
        });
    }

    private static void tell(Shell parent, List<Target> leftOut) {
        if (!leftOut.isEmpty()) {
            MessageDialog.openInformation(parent, Messages.TargetFiles_import, NLS.bind(Messages.TargetFiles_leftOut,
                    leftOut.stream().map(Target::name).collect(Collectors.joining(", "))));
        }
    }

    private static String line(Target target, RiskyValue value) {
        return NLS.bind(Messages.TargetFiles_value, new Object[] {target.name(), value.property(), value.value(), value.risk()});
    }

    static void export(Shell parent, List<Target> targets) {
        FileDialog dialog = new FileDialog(parent, SWT.SAVE);
        dialog.setText(Messages.TargetFiles_export);
        dialog.setFilterExtensions(EXTENSIONS);
        dialog.setFileName("targets.json");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            TargetWork.schedule(Messages.TargetFiles_export, () -> {
                Targets.get().exportTo(Path.of(chosen), targets);
                return chosen;
            }, done -> { });
        }
    }
}
