package org.poshremote.ui.targets;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.UserGuide;
import org.poshremote.ui.demo.DemoTarget;

/** What the Targets view shows while there is nothing to show: the ways to a first target. */
final class NoTargets {
    private NoTargets() {
    }

    static Composite create(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        page.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(8, 10).applyTo(page);
        Label intro = new Label(page, SWT.WRAP);
        intro.setText(Messages.NoTargets_intro);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(260, SWT.DEFAULT).applyTo(intro);
        link(page, Icons.NEW_TARGET, Messages.NoTargets_new, () -> NewTargetWizard.open(page.getShell()));
        link(page, Icons.DEMO, Messages.NoTargets_demo, DemoTarget::startAndAdd);
        link(page, Icons.GROUP, Messages.NoTargets_import, () -> TargetFiles.importInto(page.getShell()));
        link(page, Icons.TARGETS, Messages.NoTargets_help, () -> UserGuide.open("targets.html"));
        return page;
    }

    private static void link(Composite page, Icons icon, String text, Runnable action) {
        new Label(page, SWT.NONE).setImage(icon.image());
        Link link = new Link(page, SWT.NONE);
        link.setText("<a>" + text + "</a>");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    }
}
