package org.poshremote.editor.target;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PropertyPage;
import org.poshremote.editor.common.Help;
import org.poshremote.editor.common.Ui;

/** The default target of a script, folder or project. */
public final class TargetPropertyPage extends PropertyPage {
    private Combo target;

    public TargetPropertyPage() {
        setDescription(Messages.TargetPropertyPage_description);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.TargetPropertyPage_target);
        target = new Combo(area, SWT.DROP_DOWN);
        target.setText(ScriptTarget.own(resource()).orElse(""));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(target);
        Label inherited = new Label(area, SWT.WRAP);
        inherited.setText(Optional.ofNullable(resource().getParent()).flatMap(ScriptTarget::of).map(name -> NLS.bind(Messages.TargetPropertyPage_inherited, name))
            .orElse(Messages.TargetPropertyPage_notInherited));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(300, SWT.DEFAULT).applyTo(inherited);
        Job.createSystem(Messages.TargetPropertyPage_target, (ICoreRunnable) monitor -> {
            List<String> names = TargetFacts.names();
            Ui.later(() -> fill(names));
        }).schedule();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, Help.TARGET);
        return area;
    }

    private void fill(List<String> names) {
        if (!target.isDisposed()) {
            String text = target.getText();
            target.setItems(names.toArray(String[]::new));
            target.setText(text);
        }
    }

    private IResource resource() {
        return Adapters.adapt(getElement(), IResource.class);
    }

    @Override
    protected void performDefaults() {
        target.setText("");
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        ScriptTarget.set(resource(), Optional.of(target.getText().strip()).filter(name -> !name.isEmpty()));
        return true;
    }
}
