package org.poshremote.ui.launch;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;

/** <em>Run As &gt; Remote PowerShell</em>: by the configuration of the script, else on a target that the person picks. */
public final class ScriptShortcut implements ILaunchShortcut2 {
    @Override
    public void launch(ISelection selection, String mode) {
        ScriptInFront.inSelection(selection).ifPresent(script -> launch(script, mode));
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        ScriptInFront.in(editor).ifPresent(script -> launch(script, mode));
    }

    private static void launch(IFile script, String mode) {
        try {
            List<ILaunchConfiguration> there = ScriptLaunch.configurationsOf(script, Optional.empty());
            if (there.isEmpty()) {
                TargetChoice.ask(script.getName()).ifPresent(target -> ScriptLaunch.run(script, target));
            } else if (there.size() == 1) {
                DebugUITools.launch(there.getFirst(), mode);
            } else {
                choose(there).ifPresent(configuration -> DebugUITools.launch(configuration, mode));
            }
        } catch (CoreException e) {
            PoshRemotePlugin.show(e.getStatus().getMessage(), e);
        }
    }

    private static Optional<ILaunchConfiguration> choose(List<ILaunchConfiguration> configurations) {
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(Ui.shell(), DebugUITools.newDebugModelPresentation());
        dialog.setTitle(Messages.ScriptShortcut_title);
        dialog.setMessage(Messages.ScriptShortcut_chooseConfiguration);
        dialog.setElements(configurations.toArray());
        return dialog.open() == Window.OK ? Optional.of((ILaunchConfiguration) dialog.getFirstResult()) : Optional.empty();
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
        return ScriptInFront.inSelection(selection).map(ScriptShortcut::configurationsOf).orElse(null);
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
        return ScriptInFront.in(editor).map(ScriptShortcut::configurationsOf).orElse(null);
    }

    private static ILaunchConfiguration[] configurationsOf(IFile script) {
        try {
            return ScriptLaunch.configurationsOf(script, Optional.empty()).toArray(ILaunchConfiguration[]::new);
        } catch (CoreException e) {
            PoshRemotePlugin.log(e.getStatus().getMessage(), e);
            return new ILaunchConfiguration[0];
        }
    }

    @Override
    public IResource getLaunchableResource(ISelection selection) {
        return ScriptInFront.inSelection(selection).orElse(null);
    }

    @Override
    public IResource getLaunchableResource(IEditorPart editor) {
        return ScriptInFront.in(editor).orElse(null);
    }
}
