package org.poshremote.editor.target;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.poshremote.editor.common.ScriptStatus;
import org.poshremote.editor.common.Ui;

/** In the status line: the target that the script in front is meant for. */
public final class TargetControl extends ScriptStatus {
    private static final String PAGE = "org.poshremote.editor.targetProperty";

    private final Runnable changed = () -> Ui.later(this::show);

    public TargetControl() {
        super(26, Messages.TargetControl_tip);
        TargetFacts.addListener(changed);
        RunOnMenu.prepare();
    }

    @Override
    protected void disposed() {
        TargetFacts.removeListener(changed);
    }

    @Override
    protected void inFront() {
        TargetFacts.inFront(script());
    }

    @Override
    protected void tell(IFile file) {
        text(ScriptTarget.of(file).map(name -> NLS.bind(Messages.TargetControl_target, name.replace("&", "&&"))).orElse(Messages.TargetControl_none));
    }

    @Override
    protected void fill(IMenuManager menu, IFile file, Runnable open) {
        Job.createSystem(Messages.TargetControl_tip, (ICoreRunnable) monitor -> {
            List<String> names = TargetFacts.names();
            Ui.later(() -> {
                fill(menu, file, names);
                open.run();
            });
        }).schedule();
    }

    private static void fill(IMenuManager menu, IFile file, List<String> names) {
        Optional<String> own = ScriptTarget.own(file);
        menu.add(choice(Messages.TargetControl_inherit, own.isEmpty(), () -> ScriptTarget.set(file, Optional.empty())));
        menu.add(new Separator());
        names.forEach(name -> menu.add(choice(name.replace("&", "&&"), own.filter(name::equalsIgnoreCase).isPresent(), () -> ScriptTarget.set(file, Optional.of(name)))));
        menu.add(new Separator());
        menu.add(new Action(Messages.TargetControl_more) {
            @Override
            public void run() {
                PreferencesUtil.createPropertyDialogOn(Ui.shell(), file, PAGE, null, null).open();
            }
        });
    }

    private static IAction choice(String text, boolean chosen, Runnable action) {
        Action choice = new Action(text, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    action.run();
                }
            }
        };
        choice.setChecked(chosen);
        return choice;
    }
}
