package org.poshremote.ui.demo;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Starts the demo node and adds a target for it. */
public final class StartDemoHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        DemoTarget.startAndAdd();
        return null;
    }
}
