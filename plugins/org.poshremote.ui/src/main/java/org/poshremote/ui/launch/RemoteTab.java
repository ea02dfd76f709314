package org.poshremote.ui.launch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.poshremote.core.codepage.CodePage;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.codepage.CodePages;
import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.ui.common.Accessible;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.Names;
import org.poshremote.ui.common.SignInChoices;

/** How it runs there. */
final class RemoteTab extends AbstractLaunchConfigurationTab {
    private final Map<String, String> authentications = new LinkedHashMap<>();
    private final Map<String, String> shells = new LinkedHashMap<>();
    private final Map<String, String> clrs = new LinkedHashMap<>();
    private Combo authentication;
    private Combo codePage;
    private Combo shell;
    private Combo clr;
    private Button clrForced;
    private Button profileScripts;
    private Text silence;
    private Text total;
    private Text exitCodes;

    RemoteTab() {
        authentications.put("", Messages.RemoteTab_asTarget);
        for (AuthenticationChoice choice : SignInChoices.offered(AuthenticationChoice.AUTOMATIC)) {
            authentications.put(choice.id(), Names.of(choice));
        }
        for (PowerShellHost host : PowerShellHost.values()) {
            shells.put(host.id(), Names.of(host));
        }
        for (ClrHost host : ClrHost.values()) {
            clrs.put(host.id(), Names.of(host));
        }
    }

    @Override
    public void createControl(Composite parent) {
        Composite tab = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().spacing(5, 4).applyTo(tab);
        setControl(tab);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(tab, Help.REMOTE_TAB);

        Group connection = group(tab, Messages.RemoteTab_connection, 2);
        authentication = combo(connection, Messages.RemoteTab_authentication, SWT.READ_ONLY, authentications.values());
        List<String> pages = new ArrayList<>(List.of(Messages.RemoteTab_asTarget, Messages.RemoteTab_automatic));
        CodePages.all().stream().filter(page -> page.charset().isPresent()).map(CodePage::toString).forEach(pages::add);
        codePage = combo(connection, Messages.RemoteTab_codePage, SWT.DROP_DOWN, pages);

        Group host = group(tab, Messages.RemoteTab_host, 2);
        shell = combo(host, Messages.RemoteTab_shell, SWT.READ_ONLY, shells.values());
        clr = combo(host, Messages.RemoteTab_clr, SWT.READ_ONLY, clrs.values());
        Composite switches = new Composite(host, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(false).applyTo(switches);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(switches);
        profileScripts = check(switches, Messages.RemoteTab_profileScripts);
        clrForced = check(switches, Messages.RemoteTab_clrForced);

        Group end = group(tab, Messages.RemoteTab_end, 4);
        silence = number(end, Messages.RemoteTab_silence);
        total = number(end, Messages.RemoteTab_total);
        new Label(end, SWT.NONE).setText(Messages.RemoteTab_exitCodes);
        exitCodes = new Text(end, SWT.BORDER);
        exitCodes.setMessage(Messages.RemoteTab_exitCodesHint);
        Accessible.name(exitCodes, Messages.RemoteTab_exitCodes);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(exitCodes);
        exitCodes.addModifyListener(e -> updateLaunchConfigurationDialog());
    }

    private static Group group(Composite parent, String title, int columns) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    private Combo combo(Composite parent, String label, int style, Collection<String> items) {
        new Label(parent, SWT.NONE).setText(label);
        Combo combo = new Combo(parent, style);
        combo.setItems(items.toArray(String[]::new));
        combo.setVisibleItemCount(16);
        Accessible.name(combo, label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addModifyListener(e -> changed());
        return combo;
    }

    private Button check(Composite parent, String label) {
        Button button = new Button(parent, SWT.CHECK);
        button.setText(label);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed()));
        return button;
    }

    private Text number(Composite parent, String label) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER);
        text.setMessage(Messages.RemoteTab_noLimit);
        Accessible.name(text, label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(e -> updateLaunchConfigurationDialog());
        return text;
    }

    private void changed() {
        if (clrForced != null) {
            clrForced.setEnabled(ClrHost.CLR4.id().equals(chosen(clr, clrs)));
        }
        updateLaunchConfigurationDialog();
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        // an absent attribute is the default
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            choose(authentication, authentications, configuration.getAttribute(LaunchAttributes.AUTHENTICATION, ""));
            codePage.setText(codePageText(configuration.getAttribute(LaunchAttributes.CODE_PAGE, "")));
            choose(shell, shells, configuration.getAttribute(LaunchAttributes.SHELL, PowerShellHost.POWERSHELL.id()));
            choose(clr, clrs, configuration.getAttribute(LaunchAttributes.CLR, ClrHost.DEFAULT.id()));
            clrForced.setSelection(configuration.getAttribute(LaunchAttributes.CLR_FORCED, false));
            profileScripts.setSelection(configuration.getAttribute(LaunchAttributes.PROFILE_SCRIPTS, false));
            silence.setText(secondsText(configuration.getAttribute(LaunchAttributes.SILENCE_TIMEOUT, 0)));
            total.setText(secondsText(configuration.getAttribute(LaunchAttributes.TOTAL_TIMEOUT, 0)));
            exitCodes.setText(configuration.getAttribute(LaunchAttributes.ACCEPTED_EXIT_CODES, ""));
            changed();
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        MainTab.set(configuration, LaunchAttributes.AUTHENTICATION, chosen(authentication, authentications));
        MainTab.set(configuration, LaunchAttributes.CODE_PAGE, codePageAttribute(codePage.getText()).orElse(codePage.getText()));
        MainTab.set(configuration, LaunchAttributes.SHELL, unlessDefault(chosen(shell, shells), PowerShellHost.POWERSHELL.id()));
        MainTab.set(configuration, LaunchAttributes.CLR, unlessDefault(chosen(clr, clrs), ClrHost.DEFAULT.id()));
        flag(configuration, LaunchAttributes.CLR_FORCED, clrForced.isEnabled() && clrForced.getSelection());
        flag(configuration, LaunchAttributes.PROFILE_SCRIPTS, profileScripts.getSelection());
        duration(configuration, LaunchAttributes.SILENCE_TIMEOUT, silence.getText());
        duration(configuration, LaunchAttributes.TOTAL_TIMEOUT, total.getText());
        MainTab.set(configuration, LaunchAttributes.ACCEPTED_EXIT_CODES, exitCodes.getText());
    }

    private static void flag(ILaunchConfigurationWorkingCopy configuration, String attribute, boolean value) {
        if (value) {
            configuration.setAttribute(attribute, true);
        } else {
            configuration.removeAttribute(attribute);
        }
    }

    private static void duration(ILaunchConfigurationWorkingCopy configuration, String attribute, String text) {
        Optional<Integer> seconds = seconds(text);
        if (seconds.filter(value -> value > 0).isPresent()) {
            configuration.setAttribute(attribute, seconds.get().intValue());
        } else {
            configuration.removeAttribute(attribute);
        }
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }

    private Optional<String> problem() {
        if (codePageAttribute(codePage.getText()).isEmpty()) {
            return Optional.of(NLS.bind(Messages.RequestReader_codePage, codePage.getText()));
        }
        for (Text text : List.of(silence, total)) {
            if (seconds(text.getText()).isEmpty()) {
                return Optional.of(NLS.bind(Messages.RemoteTab_notSeconds, text.getText()));
            }
        }
        return RequestReader.acceptedExitCodes(exitCodes.getText()).isPresent() ? Optional.empty()
                : Optional.of(NLS.bind(Messages.RequestReader_exitCodes, exitCodes.getText()));
    }

    /** Empty where the text is no number of seconds; nothing typed is 0, no limit. */
    private static Optional<Integer> seconds(String text) {
        String trimmed = text.trim();
        return trimmed.isEmpty() ? Optional.of(0) : trimmed.matches("[0-9]{1,7}") ? Optional.of(Integer.valueOf(trimmed)) : Optional.empty();
    }

    private static String secondsText(int seconds) {
        return seconds > 0 ? Integer.toString(seconds) : "";
    }

    private static String codePageText(String attribute) {
        return attribute.isEmpty() ? Messages.RemoteTab_asTarget : CodePageChoice.parse(attribute).map(choice -> switch (choice) {
            case CodePageChoice.Automatic automatic -> Messages.RemoteTab_automatic;
            case CodePageChoice.Fixed fixed -> fixed.page().toString();
        }).orElse(attribute);
    }

    /** Reads what is chosen or typed, such as "850" or "850 (Western European)". */
    private static Optional<String> codePageAttribute(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty() || trimmed.equals(Messages.RemoteTab_asTarget)) {
            return Optional.of("");
        }
        if (trimmed.equals(Messages.RemoteTab_automatic)) {
            return Optional.of("auto");
        }
        String number = trimmed.split(" ", 2)[0];
        return CodePageChoice.parse(number).map(choice -> number);
    }

    private static String unlessDefault(String value, String standard) {
        return value.equals(standard) ? "" : value;
    }

    private static void choose(Combo combo, Map<String, String> names, String id) {
        String name = names.get(id);
        if (name == null) { // a value of another version stays as it is
            names.put(id, id);
            combo.add(id);
            name = id;
        }
        combo.setText(name);
    }

    private static String chosen(Combo combo, Map<String, String> names) {
        return names.entrySet().stream().filter(entry -> entry.getValue().equals(combo.getText())).map(Map.Entry::getKey).findFirst().orElse("");
    }

    @Override
    public String getName() {
        return Messages.RemoteTab_name;
    }

    @Override
    public Image getImage() {
        return Icons.REMOTE_TAB.image();
    }

    @Override
    public String getId() {
        return "org.poshremote.ui.remoteTab";
    }
}
