package org.poshremote.editor.preferences;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.ControlEnableState;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.dialogs.PropertyPage;
import org.osgi.service.prefs.BackingStoreException;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.server.ServerSettings;

/** A page of preferences that a project can have its own of: the same page for the workspace and for a project. */
abstract class ScopedPage extends PropertyPage implements IWorkbenchPreferencePage {
    private final EditorPreferences.Group group;
    private final String id;
    private final String help;
    private Optional<Button> own = Optional.empty();
    private Composite body;
    private Optional<ControlEnableState> disabled = Optional.empty();

    /** @param id of the page for the workspace */
    ScopedPage(EditorPreferences.Group group, String id, String help) {
        this.group = group;
        this.id = id;
        this.help = help;
    }

    @Override
    public void init(IWorkbench workbench) {
        // the values are read when they are shown
    }

    final Optional<IProject> project() {
        return Optional.ofNullable(getElement()).map(element -> Adapters.adapt(element, IProject.class));
    }

    @Override
    protected final Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        project().ifPresent(project -> ownSettings(page, project));
        body = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        body(body);
        read(EditorPreferences.scopes(group, project()));
        enable();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, help);
        return page;
    }

    private void ownSettings(Composite page, IProject project) {
        Composite head = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Button button = new Button(head, SWT.CHECK);
        button.setText(Messages.ScopedPage_own);
        button.setSelection(EditorPreferences.hasOwn(group, project));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> enable()));
        own = Optional.of(button);
        Link link = new Link(head, SWT.NONE);
        link.setText(Messages.ScopedPage_workspace);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> PreferencesUtil.createPreferenceDialogOn(getShell(), id, new String[] {id}, null).open()));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(new Label(head, SWT.SEPARATOR | SWT.HORIZONTAL));
    }

    private void enable() {
        boolean on = own.map(Button::getSelection).orElse(true);
        disabled.ifPresent(ControlEnableState::restore);
        disabled = on ? Optional.empty() : Optional.of(ControlEnableState.disable(body));
    }

    @Override
    protected void performDefaults() {
        read(List.of(DefaultScope.INSTANCE));
        super.performDefaults();
    }

    @Override
    public final boolean performOk() {
        boolean keep = own.map(Button::getSelection).orElse(true);
        IScopeContext scope = project().<IScopeContext>map(ProjectScope::new).orElse(InstanceScope.INSTANCE);
        IEclipsePreferences node = scope.getNode(EditorPlugin.ID);
        if (project().isPresent() && keep) {
            node.putBoolean(group.flag(), true);
        } else if (project().isPresent()) {
            node.remove(group.flag());
        }
        if (keep) {
            write(node);
        }
        try {
            node.flush();
        } catch (BackingStoreException e) {
            EditorPlugin.log(Messages.ScopedPage_notKept, e);
            setErrorMessage(Messages.ScopedPage_notKept);
            return false;
        }
        ServerSettings.changed();
        return true;
    }

    /** A value is written where it differs from the default; elsewhere the key goes. */
    static void put(IEclipsePreferences node, String key, String value, boolean always) {
        if (!always && value.equals(DefaultScope.INSTANCE.getNode(EditorPlugin.ID).get(key, ""))) {
            node.remove(key);
        } else {
            node.put(key, value);
        }
    }

    final boolean ofProject() {
        return project().isPresent();
    }

    abstract void body(Composite parent);

    abstract void read(List<IScopeContext> scopes);

    abstract void write(IEclipsePreferences node);
}
