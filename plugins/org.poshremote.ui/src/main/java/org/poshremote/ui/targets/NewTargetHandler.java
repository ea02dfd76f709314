package org.poshremote.ui.targets;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.poshremote.ui.common.Ui;

/** Opens the wizard for a new target. */
public final class NewTargetHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        NewTargetWizard.open(Ui.shell());
        return null;
    }
}
