package org.poshremote.editor.target;

import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.poshremote.core.settings.ConfigFolder;
import org.poshremote.core.target.TargetWatch;
import org.poshremote.editor.common.EditorPlugin;

/** <em>Run on</em> in the context menu: each target. The names are those of the last reading: a menu waits for no file. */
public final class RunOnMenu extends CompoundContributionItem {
    private static volatile List<String> names = List.of();

    static {
        TargetWatch.start(ConfigFolder.ofThisUser(), RunOnMenu::read, e -> EditorPlugin.log(Messages.RunOnMenu_cannotWatch, e));
    }

    /** So that the names are there at the first opening. */
    static void prepare() {
        // what there is to do is done when this class is loaded
    }

    /** Again at each opening too, for the targets of projects. */
    private static void read() {
        Job.createSystem(Messages.TargetControl_tip, (ICoreRunnable) monitor -> names = TargetFacts.names()).schedule();
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        read();
        return names.stream().map(RunOnMenu::item).toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(String target) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null, RunCommands.RUN, CommandContributionItem.STYLE_PUSH);
        parameter.parameters = Map.of(RunCommands.TARGET, target);
        parameter.label = target.replace("&", "&&");
        return new CommandContributionItem(parameter);
    }
}
