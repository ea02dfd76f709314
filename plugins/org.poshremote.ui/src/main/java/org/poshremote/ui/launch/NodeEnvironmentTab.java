package org.poshremote.ui.launch;

import org.eclipse.debug.ui.EnvironmentTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Variables for the process on the node. Those of this machine have no meaning there, so nothing is picked from them. */
final class NodeEnvironmentTab extends EnvironmentTab {
    /** The variables always add to those of the node. The platform's code needs the buttons, the person does not. */
    @Override
    protected void createAppendReplace(Composite parent) {
        super.createAppendReplace(parent);
        for (Control made = appendEnvironment; made != parent; made = made.getParent()) {
            made.setVisible(false);
            if (made.getParent() == parent) {
                GridDataFactory.createFrom((GridData) made.getLayoutData()).exclude(true).applyTo(made);
            }
        }
    }

    @Override
    protected void createTableButtons(Composite parent) {
        super.createTableButtons(parent);
        envSelectButton.dispose();
    }

    @Override
    public String getId() {
        return "org.poshremote.ui.environmentTab";
    }
}
