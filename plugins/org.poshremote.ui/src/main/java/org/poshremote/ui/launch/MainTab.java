package org.poshremote.ui.launch;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.debug.ui.StringVariableSelectionDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementTreeSelectionDialog;
import org.eclipse.ui.model.BaseWorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.ui.common.Accessible;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.launch.LaunchAttributes.StandardInputKind;
import org.poshremote.ui.targets.NewTargetWizard;
import org.poshremote.ui.targets.Targets;

/** What runs, and where. */
final class MainTab extends AbstractLaunchConfigurationTab {
    private Text script;
    private Combo target;
    private Label targetAddress;
    private Text arguments;
    private Text workingFolder;
    private Combo stdinKind;
    private Text stdin;
    private Button stdinBrowse;
    private String scriptText = "";

    @Override
    public void createControl(Composite parent) {
        Composite tab = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(1).spacing(5, 4).applyTo(tab);
        setControl(tab);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(tab, Help.MAIN_TAB);

        Group scriptGroup = group(tab, Messages.MainTab_script, 4);
        script = text(scriptGroup, Messages.MainTab_script, 1);
        button(scriptGroup, Messages.MainTab_workspace, () -> chooseInWorkspace(script));
        button(scriptGroup, Messages.MainTab_fileSystem, () -> chooseInFileSystem(script));
        button(scriptGroup, Messages.MainTab_variables, () -> chooseVariable(script));

        Group targetGroup = group(tab, Messages.MainTab_target, 2);
        target = new Combo(targetGroup, SWT.DROP_DOWN);
        Accessible.name(target, Messages.MainTab_target);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(target);
        target.addModifyListener(e -> targetChanged());
        button(targetGroup, Messages.MainTab_newTarget, this::newTarget);
        targetAddress = new Label(targetGroup, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(targetAddress);

        Group argumentsGroup = group(tab, Messages.MainTab_arguments, 2);
        arguments = new Text(argumentsGroup, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        arguments.setMessage(Messages.MainTab_argumentsHint);
        Accessible.name(arguments, Messages.MainTab_arguments);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 2 * arguments.getLineHeight()).applyTo(arguments);
        arguments.addModifyListener(e -> updateLaunchConfigurationDialog());
        Button variables = button(argumentsGroup, Messages.MainTab_variables, () -> chooseVariable(arguments));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(variables);

        Group place = group(tab, Messages.MainTab_onTheNode, 4);
        new Label(place, SWT.NONE).setText(Messages.MainTab_workingFolder);
        workingFolder = text(place, Messages.MainTab_workingFolder, 3);
        workingFolder.setMessage(Messages.MainTab_workingFolderHint);
        new Label(place, SWT.NONE).setText(Messages.MainTab_standardInput);
        stdinKind = new Combo(place, SWT.READ_ONLY);
        stdinKind.setItems(Messages.MainTab_stdinNone, Messages.MainTab_stdinText, Messages.MainTab_stdinFile);
        Accessible.name(stdinKind, Messages.MainTab_standardInput);
        stdinKind.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> stdinChanged()));
        stdin = text(place, Messages.MainTab_standardInput, 1);
        stdinBrowse = button(place, Messages.MainTab_workspace, () -> chooseInWorkspace(stdin));
    }

    private static Group group(Composite parent, String title, int columns) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    private Text text(Composite parent, String name, int span) {
        Text text = new Text(parent, SWT.BORDER);
        Accessible.name(text, name);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).align(SWT.FILL, SWT.CENTER).applyTo(text);
        text.addModifyListener(e -> updateLaunchConfigurationDialog());
        return text;
    }

    private Button button(Composite parent, String label, Runnable action) {
        Button button = createPushButton(parent, label, null);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
        return button;
    }

    private void chooseInWorkspace(Text into) {
        ElementTreeSelectionDialog dialog = new ElementTreeSelectionDialog(getShell(), new WorkbenchLabelProvider(), new BaseWorkbenchContentProvider());
        dialog.setTitle(Messages.MainTab_workspaceTitle);
        dialog.setMessage(Messages.MainTab_workspaceMessage);
        dialog.setInput(ResourcesPlugin.getWorkspace().getRoot());
        LaunchFiles.inWorkspace(into.getText()).filter(IFile::exists).ifPresent(dialog::setInitialSelection);
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof IFile file) {
            into.setText(LaunchFiles.nameOf(file));
        }
    }

    private void chooseInFileSystem(Text into) {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.ps1", "*.*"});
        String chosen = dialog.open();
        if (chosen != null) {
            into.setText(chosen);
        }
    }

    private void chooseVariable(Text into) {
        StringVariableSelectionDialog dialog = new StringVariableSelectionDialog(getShell());
        if (dialog.open() == Window.OK && dialog.getVariableExpression() != null) {
            into.insert(dialog.getVariableExpression());
        }
    }

    private void newTarget() {
        NewTargetWizard.open(getShell()).ifPresent(made -> {
            fillTargets();
            target.setText(made.name());
        });
    }

    private void fillTargets() {
        String before = target.getText();
        target.setItems(Targets.get().stored().stream().map(stored -> stored.definition().name()).toArray(String[]::new));
        target.setText(before);
    }

    private void targetChanged() {
        Optional<Target> chosen = Targets.get().find(target.getText().trim()).map(StoredTarget::definition);
        targetAddress.setText(chosen.map(found -> found.user().isEmpty() ? found.address()
                : NLS.bind(Messages.MainTab_targetAddress, found.address(), found.user())).orElse(""));
        updateLaunchConfigurationDialog();
    }

    private void stdinChanged() {
        stdin.setEnabled(stdinKind.getSelectionIndex() != 0);
        stdinBrowse.setEnabled(stdinKind.getSelectionIndex() == 2);
        updateLaunchConfigurationDialog();
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        LaunchDefaults.apply(configuration);
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            scriptText = configuration.getAttribute(LaunchAttributes.SCRIPT_TEXT, "");
            script.setText(configuration.getAttribute(LaunchAttributes.SCRIPT, ""));
            fillTargets();
            target.setText(configuration.getAttribute(LaunchAttributes.TARGET, ""));
            arguments.setText(configuration.getAttribute(LaunchAttributes.ARGUMENTS, ""));
            workingFolder.setText(configuration.getAttribute(LaunchAttributes.WORKING_FOLDER, ""));
            String kind = configuration.getAttribute(LaunchAttributes.STDIN_KIND, StandardInputKind.NONE.name());
            int index = List.of("NONE", "TEXT", "FILE").indexOf(kind);
            stdinKind.select(Math.max(index, 0));
            stdin.setText(configuration.getAttribute(index == 2 ? LaunchAttributes.STDIN_FILE : LaunchAttributes.STDIN_TEXT, ""));
            stdinChanged();
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        set(configuration, LaunchAttributes.SCRIPT, script.getText());
        set(configuration, LaunchAttributes.TARGET, target.getText());
        set(configuration, LaunchAttributes.ARGUMENTS, arguments.getText());
        set(configuration, LaunchAttributes.WORKING_FOLDER, workingFolder.getText());
        StandardInputKind kind = StandardInputKind.values()[Math.max(stdinKind.getSelectionIndex(), 0)];
        set(configuration, LaunchAttributes.STDIN_KIND, kind == StandardInputKind.NONE ? "" : kind.name());
        set(configuration, LaunchAttributes.STDIN_TEXT, kind == StandardInputKind.TEXT ? stdin.getText() : "");
        set(configuration, LaunchAttributes.STDIN_FILE, kind == StandardInputKind.FILE ? stdin.getText() : "");
        // so that the platform offers the configuration for the script's selection and finds it when the file moves
        configuration.setMappedResources(LaunchFiles.inWorkspace(script.getText().trim()).map(file -> new IFile[] {file}).orElse(null));
    }

    /** An absent attribute is the default: shared files stay short. */
    static void set(ILaunchConfigurationWorkingCopy configuration, String attribute, String value) {
        configuration.setAttribute(attribute, value.isBlank() ? null : value.trim());
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }

    private Optional<String> problem() {
        String name = script.getText().trim();
        if (name.isEmpty() && scriptText.isEmpty()) {
            return Optional.of(Messages.RequestReader_noScript);
        }
        boolean variable = name.contains("${");
        if (scriptText.isEmpty() && !variable && LaunchFiles.location(name).filter(Files::isRegularFile).isEmpty()) {
            return Optional.of(NLS.bind(Messages.RequestReader_scriptMissing, name));
        }
        String on = target.getText().trim();
        if (on.isEmpty()) {
            return Optional.of(Messages.RequestReader_noTarget);
        }
        if (Targets.get().find(on).isEmpty()) {
            return Optional.of(NLS.bind(Messages.MainTab_unknownTarget, on));
        }
        String input = stdin.getText().trim();
        if (stdinKind.getSelectionIndex() == 2 && !input.contains("${") && LaunchFiles.location(input).filter(Files::isRegularFile).isEmpty()) {
            return Optional.of(NLS.bind(Messages.RequestReader_stdinMissing, input));
        }
        return Optional.empty();
    }

    @Override
    public String getName() {
        return Messages.MainTab_name;
    }

    @Override
    public Image getImage() {
        return Icons.SCRIPT.image();
    }

    @Override
    public String getId() {
        return "org.poshremote.ui.mainTab";
    }
}
