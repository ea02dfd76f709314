package org.poshremote.editor.rename;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.ltk.ui.refactoring.RefactoringWizard;
import org.eclipse.ltk.ui.refactoring.UserInputWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the new name. */
final class RenameWizard extends RefactoringWizard {
    private final RenameScriptName refactoring;

    RenameWizard(RenameScriptName refactoring) {
        super(refactoring, DIALOG_BASED_USER_INTERFACE | PREVIEW_EXPAND_FIRST_NODE);
        this.refactoring = refactoring;
        setDefaultPageTitle(Messages.RenameHandler_title);
    }

    @Override
    protected void addUserInputPages() {
        addPage(new NamePage(refactoring));
    }

    private static final class NamePage extends UserInputWizardPage {
        private final RenameScriptName refactoring;

        NamePage(RenameScriptName refactoring) {
            super("name");
            this.refactoring = refactoring;
        }

        @Override
        public void createControl(Composite parent) {
            Composite area = new Composite(parent, SWT.NONE);
            GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
            new Label(area, SWT.NONE).setText(Messages.RenameWizard_newName);
            Text name = new Text(area, SWT.BORDER);
            GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(name);
            name.setText(refactoring.oldName());
            name.selectAll();
            name.addModifyListener(event -> check(name.getText().strip()));
            setControl(area);
            setPageComplete(false);
        }

        private void check(String name) {
            refactoring.newName(name);
            setPageComplete(!name.isEmpty() && !name.equals(refactoring.oldName()));
        }
    }
}
