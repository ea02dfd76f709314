package org.poshremote.editor.target;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScripts;

/** In the status line: the target that the script in front is meant for, to be changed by a click. */
public final class TargetControl extends WorkbenchWindowControlContribution {
    private Button button;
    private Optional<IFile> script = Optional.empty();
    private final Runnable changed = () -> Ui.later(this::show);
    private final IPartListener parts = new IPartListener() {
        @Override
        public void partActivated(IWorkbenchPart part) {
            if (part instanceof IEditorPart editor) {
                look(editor);
            }
        }

        @Override
        public void partBroughtToTop(IWorkbenchPart part) {
            partActivated(part);
        }

        @Override
        public void partClosed(IWorkbenchPart part) {
            if (part instanceof IEditorPart && part.getSite().getPage().getActiveEditor() == null) {
                look(null);
            }
        }

        @Override
        public void partDeactivated(IWorkbenchPart part) {
            // the editor stays the one in front
        }

        @Override
        public void partOpened(IWorkbenchPart part) {
            // activated right after
        }
    };

    @Override
    protected Control createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new FillLayout());
        button = new Button(area, SWT.PUSH | SWT.FLAT);
        button.setToolTipText(Messages.TargetControl_tip);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose()));
        IWorkbenchWindow window = getWorkbenchWindow() != null ? getWorkbenchWindow() : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        window.getPartService().addPartListener(parts);
        TargetFacts.addListener(changed);
        area.addDisposeListener(event -> {
            window.getPartService().removePartListener(parts);
            TargetFacts.removeListener(changed);
        });
        look(window.getActivePage() == null ? null : window.getActivePage().getActiveEditor());
        return area;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }

    private void look(IEditorPart editor) {
        script = Optional.ofNullable(editor).flatMap(part -> OpenScripts.file(part.getEditorInput())).filter(PowerShellFiles::is);
        TargetFacts.inFront(script);
        show();
    }

    private void show() {
        if (button != null && !button.isDisposed()) {
            button.setEnabled(script.isPresent());
            String text = script.isEmpty() ? Messages.TargetControl_noScript
                : script.flatMap(ScriptTarget::of).map(name -> NLS.bind(Messages.TargetControl_target, name.replace("&", "&&"))).orElse(Messages.TargetControl_none);
            if (!text.equals(button.getText())) {
                button.setText(text);
                button.getParent().requestLayout();
            }
        }
    }

    private void choose() {
        Job.createSystem(Messages.TargetControl_tip, (ICoreRunnable) monitor -> {
            List<String> names = TargetFacts.names();
            Ui.later(() -> menu(names));
        }).schedule();
    }

    private void menu(List<String> names) {
        if (button.isDisposed() || script.isEmpty()) {
            return;
        }
        IFile file = script.get();
        Menu menu = new Menu(button);
        Optional<String> own = ScriptTarget.own(file);
        item(menu, Messages.TargetControl_inherit, own.isEmpty(), () -> ScriptTarget.set(file, Optional.empty()));
        new MenuItem(menu, SWT.SEPARATOR);
        names.forEach(name -> item(menu, name.replace("&", "&&"), own.filter(name::equalsIgnoreCase).isPresent(), () -> ScriptTarget.set(file, Optional.of(name))));
        menu.setVisible(true);
    }

    private static void item(Menu menu, String text, boolean chosen, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setSelection(chosen);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (item.getSelection()) {
                action.run();
            }
        }));
    }
}
