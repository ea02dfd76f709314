package org.poshremote.ui.launch;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.quickaccess.IQuickAccessComputer;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.targets.Targets;

/** <em>Run on X</em> for each target in the platform's search. */
public final class RunOnTargetQuickAccess implements IQuickAccessComputer {
    @Override
    public QuickAccessElement[] computeElements() {
        return Targets.get().stored().stream().map(Element::new).toArray(QuickAccessElement[]::new);
    }

    @Override
    public void resetState() {
        // nothing is kept
    }

    @Override
    public boolean needsRefresh() {
        return true; // targets come and go
    }

    private static final class Element extends QuickAccessElement {
        private final String target;

        Element(StoredTarget stored) {
            target = stored.definition().name();
        }

        @Override
        public String getLabel() {
            return NLS.bind(Messages.RecentTargetsMenu_runOn, target);
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return Icons.TARGET.descriptor();
        }

        @Override
        public String getId() {
            return "org.poshremote.ui.runOn." + target;
        }

        @Override
        public void execute() {
            ScriptInFront.findOrAsk().ifPresent(script -> ScriptLaunch.run(script, target));
        }
    }
}
