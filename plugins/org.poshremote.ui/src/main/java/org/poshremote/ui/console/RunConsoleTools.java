package org.poshremote.ui.console;

import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsolePageParticipant;
import org.eclipse.ui.part.IPageBookViewPage;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.launch.RemoteProcess;

/** What the console of a run has beyond other consoles: its output in another code page. */
public final class RunConsoleTools implements IConsolePageParticipant {
    @Override
    public void init(IPageBookViewPage page, org.eclipse.ui.console.IConsole console) {
        if (console instanceof IConsole processConsole && processConsole.getProcess() instanceof RemoteProcess process) {
            IAction recode = new RecodeAction(process);
            IToolBarManager bar = page.getSite().getActionBars().getToolBarManager();
            bar.appendToGroup(IConsoleConstants.OUTPUT_GROUP, recode);
            bar.appendToGroup(IConsoleConstants.OUTPUT_GROUP, new ExportWireLogAction(process));
            PlatformUI.getWorkbench().getHelpSystem().setHelp(page.getControl(), Help.CONSOLE);
        }
    }

    @Override
    public void dispose() {
        // the page takes its tool bar along
    }

    @Override
    public void activated() {
        // nothing to do
    }

    @Override
    public void deactivated() {
        // nothing to do
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
