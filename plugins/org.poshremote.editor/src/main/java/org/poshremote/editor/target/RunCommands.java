package org.poshremote.editor.target;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;

/** Runs scripts by the commands that the workbench half has for it; they are called by name, since the editor does not need them. */
public final class RunCommands {
    /** Parameter: the name of the target. */
    public static final String TARGET = "org.poshremote.ui.runScript.target";
    /** Parameter: text to run instead of the script that it came of. */
    static final String TEXT = "org.poshremote.ui.runScript.text";
    /** Parameter: what that text is called. */
    static final String TITLE = "org.poshremote.ui.runScript.title";
    static final String RUN = "org.poshremote.ui.runScript";

    private RunCommands() {
    }

    /** The parameters for a target, or none for the one used last. */
    public static Map<String, String> on(Optional<String> target) {
        return target.map(name -> Map.of(TARGET, name)).orElse(Map.of());
    }

    /** In the UI thread. */
    public static void run(IFile file, Map<String, String> parameters) {
        Ui.page().ifPresent(page -> {
            try {
                IDE.openEditor(page, file);
            } catch (PartInitException e) {
                EditorPlugin.log(file.getName(), e);
            }
        });
        Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(RUN);
        if (!command.isDefined()) {
            Ui.status(Messages.RunCommands_missing);
            return;
        }
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class)
                .executeCommand(ParameterizedCommand.generateCommand(command, new HashMap<>(parameters)), null);
        } catch (CommandException e) {
            EditorPlugin.log(RUN, e);
        }
    }
}
