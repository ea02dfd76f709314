package org.poshremote.ui.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.launch.RemoteProcess;
import org.poshremote.ui.launch.WireLogs;

/** Copies the wire log of a run to a file that the person names; where there is none, says how to have one. */
final class ExportWireLogAction extends Action {
    private final RemoteProcess process;

    ExportWireLogAction(RemoteProcess process) {
        super(Messages.ExportWireLog_text);
        this.process = process;
        setToolTipText(Messages.ExportWireLog_text);
        setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ETOOL_SAVEAS_EDIT));
    }

    @Override
    public void run() {
        Optional<Path> log = WireLogs.of(process);
        if (log.isEmpty()) {
            if (MessageDialog.openQuestion(Ui.shell(), Messages.ExportWireLog_title, Messages.ExportWireLog_none)) {
                PreferencesUtil.createPreferenceDialogOn(Ui.shell(), "org.poshremote.ui.runPreferences", null, null).open();
            }
            return;
        }
        FileDialog dialog = new FileDialog(Ui.shell(), SWT.SAVE);
        dialog.setText(Messages.ExportWireLog_title);
        dialog.setFileName(log.get().getFileName().toString());
        dialog.setOverwrite(true);
        Optional.ofNullable(dialog.open()).ifPresent(chosen -> export(log.get(), Path.of(chosen)));
    }

    static void export(Path log, Path file) {
        try {
            Files.copy(log, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            MessageDialog.openError(Ui.shell(), Messages.ExportWireLog_title, NLS.bind(Messages.ExportWireLog_failed, e.getMessage()));
        }
    }
}
