package org.poshremote.editor.common;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.eclipse.ui.texteditor.ITextEditor;

/** Something about the script in front, in the status line, to be changed by a click or a key. In the UI thread. */
public abstract class ScriptStatus extends WorkbenchWindowControlContribution {
    private final int characters;
    private final String about;
    private Button button;
    private Optional<ITextEditor> editor = Optional.empty();
    private Optional<IFile> script = Optional.empty();
    private final IPartListener parts = new IPartListener() {
        @Override
        public void partActivated(IWorkbenchPart part) {
            if (part instanceof IEditorPart shown) {
                look(shown);
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

    /**
     * @param characters room for so many: the status line does not make room when the text becomes longer
     * @param about      what it says, for the tool tip and for screen readers
     */
    protected ScriptStatus(int characters, String about) {
        this.characters = characters;
        this.about = about;
    }

    @Override
    protected Control createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        button = new Button(area, SWT.PUSH | SWT.FLAT);
        button.setToolTipText(about);
        button.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = button.getText().replace("&&", "&");
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = about;
            }
        });
        GC gc = new GC(button);
        int width = (int) (gc.getFontMetrics().getAverageCharacterWidth() * characters) + 24;
        gc.dispose();
        GridDataFactory.fillDefaults().grab(true, true).hint(width, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open()));
        IWorkbenchWindow window = getWorkbenchWindow() != null ? getWorkbenchWindow() : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        window.getPartService().addPartListener(parts);
        area.addDisposeListener(event -> {
            window.getPartService().removePartListener(parts);
            disposed();
        });
        look(window.getActivePage() == null ? null : window.getActivePage().getActiveEditor());
        return area;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }

    private void look(IEditorPart part) {
        script = Optional.ofNullable(part).map(shown -> shown.getEditorInput().getAdapter(IFile.class)).filter(PowerShellFiles::is);
        editor = script.isPresent() && part instanceof ITextEditor text ? Optional.of(text) : Optional.empty();
        inFront();
        show();
    }

    /** Shows it anew. */
    public final void show() {
        if (button != null && !button.isDisposed()) {
            button.setVisible(script.isPresent());
            script.ifPresentOrElse(this::tell, () -> text(""));
        }
    }

    protected final void text(String text) {
        if (!button.isDisposed() && !text.equals(button.getText())) {
            button.setText(text);
        }
    }

    protected final Optional<IFile> script() {
        return script;
    }

    protected final Optional<ITextEditor> editor() {
        return editor;
    }

    private void open() {
        script.ifPresent(file -> {
            MenuManager manager = new MenuManager();
            fill(manager, file, () -> {
                if (!button.isDisposed()) {
                    Menu menu = manager.createContextMenu(button);
                    menu.setVisible(true);
                }
            });
        });
    }

    /** Another script, or none, is in front. */
    protected void inFront() {
        // nothing to do
    }

    /** Says it by {@link #text}, now or later. */
    protected abstract void tell(IFile file);

    /** Fills the menu and opens it, now or later. */
    protected abstract void fill(IMenuManager menu, IFile file, Runnable open);

    /** The status line is gone. */
    protected void disposed() {
        // nothing to do
    }
}
