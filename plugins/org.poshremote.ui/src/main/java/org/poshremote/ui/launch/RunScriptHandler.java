package org.poshremote.ui.launch;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.poshremote.ui.common.Ui;

/** Runs the script in front: on the target of the parameter, else on the one it is meant for, else on the one used last, else on one that the person picks. */
public final class RunScriptHandler extends AbstractHandler {
    public static final String COMMAND = "org.poshremote.ui.runScript";
    /** Name of the target. */
    public static final String TARGET = "org.poshremote.ui.runScript.target";
    /** What to run in place of the script that it came of, on its lines. */
    public static final String TEXT = "org.poshremote.ui.runScript.text";
    /** What that is called. */
    public static final String TITLE = "org.poshremote.ui.runScript.title";

    @Override
    public Object execute(ExecutionEvent event) {
        Optional<IFile> script = ScriptInFront.find();
        if (script.isEmpty()) {
            MessageDialog.openInformation(Ui.shell(), Messages.ScriptShortcut_title, Messages.ScriptShortcut_noScript);
            return null;
        }
        Optional<String> target = Optional.ofNullable(event.getParameter(TARGET)).or(() -> ScriptTargets.of(script.get())).or(() -> TargetChoice.lastOrAsk(script.get().getName()));
        Optional<String> text = Optional.ofNullable(event.getParameter(TEXT));
        String title = Optional.ofNullable(event.getParameter(TITLE)).orElse(script.get().getName());
        target.ifPresent(name -> text.ifPresentOrElse(part -> ScriptLaunch.runInstead(title, part, script.get(), name), () -> ScriptLaunch.run(script.get(), name)));
        return null;
    }
}
