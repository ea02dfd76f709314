package org.poshremote.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.targets.RecentTargets;
import org.poshremote.ui.targets.Targets;

/** The drop-down of <em>Run Script on a Target</em>: the targets used last, then the others. */
public final class RecentTargetsMenu extends CompoundContributionItem {
    private static final int MOST = 16;

    @Override
    protected IContributionItem[] getContributionItems() {
        List<String> recent = RecentTargets.get().names();
        Stream<String> others = Targets.get().stored().stream().map(StoredTarget::definition).map(target -> target.name());
        List<IContributionItem> items = new ArrayList<>();
        Stream.concat(recent.stream(), others).filter(name -> Targets.get().find(name).isPresent()).distinct().limit(MOST)
                .forEach(name -> items.add(item(name)));
        return items.toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(String target) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null,
                RunScriptHandler.COMMAND, CommandContributionItem.STYLE_PUSH);
        parameter.parameters = Map.of(RunScriptHandler.TARGET, target);
        parameter.label = NLS.bind(Messages.RecentTargetsMenu_runOn, target.replace("&", "&&"));
        parameter.icon = Icons.TARGET.descriptor();
        return new CommandContributionItem(parameter);
    }
}
