package org.poshremote.ui.targets;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;

/** Makes a target, or changes one. */
public final class NewTargetWizard extends Wizard implements INewWizard {
    private final Optional<StoredTarget> edited;
    private final TargetForm form;
    private Optional<Target> made = Optional.empty();

    /** For the platform's <em>New</em>. */
    public NewTargetWizard() {
        this(Optional.empty(), new TargetForm());
    }

    private NewTargetWizard(Optional<StoredTarget> edited, TargetForm form) {
        this.edited = edited;
        this.form = form;
        setWindowTitle(edited.isPresent() ? Messages.NewTargetWizard_edit : Messages.NewTargetWizard_new);
    }

    static NewTargetWizard edit(StoredTarget target) {
        return new NewTargetWizard(Optional.of(target), TargetForm.of(target.definition()));
    }

    /** A new target in a group. */
    static NewTargetWizard in(String group) {
        TargetForm form = new TargetForm();
        form.group = group;
        return new NewTargetWizard(Optional.empty(), form);
    }

    /** Like another one, under another name. */
    static NewTargetWizard like(Target other) {
        TargetForm form = TargetForm.of(other.toBuilder().build());
        form.name = "";
        return new NewTargetWizard(Optional.empty(), form);
    }

    /** Opens the wizard for a new target, in the UI thread; empty where the person gave up. */
    public static Optional<Target> open(Shell parent) {
        return new NewTargetWizard().openIn(parent);
    }

    Optional<Target> openIn(Shell parent) {
        return new WizardDialog(parent, this).open() == Window.OK ? made : Optional.empty();
    }

    TargetForm form() {
        return form;
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        // nothing to take over from the selection
    }

    @Override
    public void addPages() {
        addPage(new WherePage(form, edited));
        addPage(new HowPage(form));
        addPage(new PathPage(form));
        setNeedsProgressMonitor(true);
    }

    @Override
    public boolean performFinish() {
        Target target = form.build();
        WherePage page = (WherePage) getPage("where");
        try {
            getContainer().run(true, false, monitor -> save(target));
        } catch (InvocationTargetException e) {
            for (IWizardPage each : getPages()) {
                ((WizardPage) each).setErrorMessage(e.getCause().getMessage());
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        page.finish(target);
        made = Optional.of(target);
        return true;
    }

    private void save(Target target) throws InvocationTargetException {
        try {
            if (edited.isPresent()) {
                Targets.get().replace(edited.get(), target);
            } else {
                Targets.get().add(Targets.get().userOrigin(), target);
            }
        } catch (TargetFileException e) {
            throw new InvocationTargetException(e);
        }
    }
}
