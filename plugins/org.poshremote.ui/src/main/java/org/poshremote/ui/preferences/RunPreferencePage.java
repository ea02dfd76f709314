package org.poshremote.ui.preferences;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.settings.Setting;
import org.poshremote.ui.common.Accessible;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.PoshRemotePlugin;

/** One field for each tunable of a run, made from its definition. */
public final class RunPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
    private final Map<Setting<?>, Text> fields = new LinkedHashMap<>();
    private Combo wireLog;

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(PoshRemotePlugin.get().getPreferenceStore());
        setDescription(Messages.RunPreferencePage_description);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 8).applyTo(page);
        RunSettings.ALL.forEach(setting -> field(page, setting));
        wireLog(page);
        link(page, Messages.RunPreferencePage_secureStorage, "org.eclipse.equinox.security.ui.storage");
        link(page, Messages.RunPreferencePage_console, "org.eclipse.debug.ui.ConsolePreferencePage");
        link(page, Messages.RunPreferencePage_colors, "org.eclipse.ui.preferencePages.ColorsAndFonts");
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, Help.PREFERENCES);
        return page;
    }

    private void field(Composite page, Setting<?> setting) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(setting.doc());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(360, SWT.DEFAULT).applyTo(label);
        Text text = new Text(page, SWT.BORDER | SWT.RIGHT);
        text.setText(Long.toString(getPreferenceStore().getLong(setting.name())));
        Accessible.name(text, setting.doc());
        GridDataFactory.swtDefaults().hint(convertWidthInCharsToPixels(14), SWT.DEFAULT).applyTo(text);
        text.addModifyListener(e -> check());
        new Label(page, SWT.NONE).setText(setting.defaultValue() instanceof Duration ? Messages.RunPreferencePage_seconds : setting.unit());
        fields.put(setting, text);
    }

    private void wireLog(Composite page) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(Messages.RunPreferencePage_wireLog);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(360, SWT.DEFAULT).applyTo(label);
        wireLog = new Combo(page, SWT.READ_ONLY);
        wireLog.setItems(Arrays.stream(WireLogPreference.values()).map(WireLogPreference::words).toArray(String[]::new));
        wireLog.select(WireLogPreference.of(getPreferenceStore().getString(WireLogPreference.NAME)).ordinal());
        Accessible.name(wireLog, Messages.RunPreferencePage_wireLog);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(wireLog);
    }

    private void link(Composite page, String text, String target) {
        Link link = new Link(page, SWT.NONE);
        link.setText(text);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(link);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> PreferencesUtil.createPreferenceDialogOn(getShell(), target, null, null)));
    }

    private void check() {
        String problem = null;
        for (var entry : fields.entrySet()) {
            if (!valid(entry.getKey(), entry.getValue().getText())) {
                problem = NLS.bind(Messages.RunPreferencePage_notANumber, entry.getValue().getText());
            }
        }
        setErrorMessage(problem);
        setValid(problem == null);
    }

    private static boolean valid(Setting<?> setting, String text) {
        return text.matches("[0-9]{1,18}") && Long.parseLong(text) >= 1 && Long.parseLong(text) <= RunPreferences.largest(setting);
    }

    @Override
    protected void performDefaults() {
        IPreferenceStore store = getPreferenceStore();
        fields.forEach((setting, text) -> text.setText(Long.toString(store.getDefaultLong(setting.name()))));
        wireLog.select(WireLogPreference.OFF.ordinal());
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        fields.forEach((setting, text) -> getPreferenceStore().setValue(setting.name(), Long.parseLong(text.getText())));
        getPreferenceStore().setValue(WireLogPreference.NAME, WireLogPreference.values()[wireLog.getSelectionIndex()].name());
        return true;
    }
}
