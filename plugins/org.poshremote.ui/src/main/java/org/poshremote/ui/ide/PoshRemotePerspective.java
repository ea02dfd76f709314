package org.poshremote.ui.ide;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.progress.IProgressConstants;
import org.poshremote.ui.diagnosis.DiagnosisView;
import org.poshremote.ui.targets.TargetsView;

/** Scripts on the left, targets below them, the console under the editors. */
public final class PoshRemotePerspective implements IPerspectiveFactory {
    public static final String ID = "org.poshremote.ui.perspective";
    private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView(EXPLORER, IPageLayout.LEFT, 0.28f, layout.getEditorArea());
        layout.addView(TargetsView.ID, IPageLayout.BOTTOM, 0.5f, EXPLORER);
        layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.RIGHT, 0.8f, layout.getEditorArea());
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.6f, layout.getEditorArea());
        bottom.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        bottom.addPlaceholder(DiagnosisView.ID);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        bottom.addView(IProgressConstants.PROGRESS_VIEW_ID);
        layout.addShowViewShortcut(TargetsView.ID);
        layout.addShowViewShortcut(DiagnosisView.ID);
        layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(EXPLORER);
        layout.addNewWizardShortcut("org.poshremote.ui.newTarget");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        layout.addActionSet("org.eclipse.debug.ui.launchActionSet");
    }
}
