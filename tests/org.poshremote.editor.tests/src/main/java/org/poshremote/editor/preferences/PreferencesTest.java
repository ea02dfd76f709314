package org.poshremote.editor.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.testing.Bench;

/** Preference pages and what follows from them. */
public class PreferencesTest {
    private static final String PROBLEM = "org.poshremote.editor.problem";

    @AfterEach
    void clear() throws org.osgi.service.prefs.BackingStoreException {
        InstanceScope.INSTANCE.getNode(EditorPlugin.ID).clear();
        org.poshremote.editor.server.ServerSettings.changed();
        Bench.clear();
        assertEquals(List.of(), Bench.log());
    }

    public static PreferenceDialog open(String page) {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Bench.page().getWorkbenchWindow().getShell(), page, null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        return dialog;
    }

    private static <T extends Control> T find(Control in, Class<T> type) {
        if (type.isInstance(in)) {
            return type.cast(in);
        }
        if (in instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                T found = find(child, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Test
    void rulesAreSearchedAndSwitched() {
        IFile file = Bench.file("rules.ps1", "gci\n");
        Bench.open(file);
        Bench.until("the alias is told", () -> Bench.markers(file, PROBLEM).stream().anyMatch(marker -> marker.getAttribute("code", "").equals("PSAvoidUsingCmdletAliases")));
        PreferenceDialog dialog = open("org.poshremote.editor.rulesPreferences");
        RulesPage page = (RulesPage) dialog.getSelectedPage();
        Table table = find(page.getControl(), Table.class);
        Bench.until("the server told its rules", () -> table.getItemCount() > 50);
        find(page.getControl(), Text.class).setText("alias cmdlet");
        Bench.settle();
        assertTrue(table.getItemCount() > 0 && table.getItemCount() < 10, () -> "found " + table.getItemCount());
        page.check("PSAvoidUsingCmdletAliases", false);
        page.performOk();
        dialog.close();
        Bench.until("it is told no more", () -> Bench.markers(file, PROBLEM).stream().noneMatch(marker -> marker.getAttribute("code", "").equals("PSAvoidUsingCmdletAliases")));
    }

    @Test
    void aProjectHasItsOwn() {
        InstanceScope.INSTANCE.getNode(EditorPlugin.ID).put(RuleChoices.PREFERENCE, "PSAvoidUsingCmdletAliases=off");
        PreferenceDialog dialog = PreferencesUtil.createPropertyDialogOn(Bench.page().getWorkbenchWindow().getShell(), Bench.project(), "org.poshremote.editor.rulesProperties", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        RulesPage page = (RulesPage) dialog.getSelectedPage();
        assertTrue(EditorPreferences.serverSettings(Optional.of(Bench.project())).toString().contains("\"Enable\":false"));
        Bench.check(page.getControl(), "Enable project specific settings");
        Table table = find(page.getControl(), Table.class);
        Bench.until("the server told its rules", () -> table.getItemCount() > 50);
        page.check("PSAvoidUsingCmdletAliases", true);
        page.performOk();
        dialog.close();
        assertTrue(EditorPreferences.hasOwn(EditorPreferences.Group.RULES, Bench.project()));
        assertFalse(EditorPreferences.serverSettings(Optional.of(Bench.project())).has("rules"));
        assertTrue(EditorPreferences.serverSettings(Optional.empty()).has("rules"));
    }

    @Test
    void theSampleShowsEachChoice() {
        PreferenceDialog dialog = open("org.poshremote.editor.formatPreferences");
        FormatPage page = (FormatPage) dialog.getSelectedPage();
        Bench.until("formatted as the default says", () -> page.sample().contains("function Get-Site {"));
        page.choose("allman");
        Bench.until("formatted as Allman wants it", () -> page.sample().contains("function Get-Site\n{"));
        Bench.check(page.getControl(), "Format scripts when they are saved");
        page.performOk();
        dialog.close();
        assertTrue(EditorPreferences.formatsOnSave(Optional.empty()));
        assertEquals("{\"preset\":\"allman\"}", EditorPreferences.serverSettings(Optional.empty()).get("format").toString());
    }

    @Test
    void everyOptionHasWords() {
        assertEquals(FormatPage.labels().size(), FormatPage.labels().stream().distinct().count());
        FormatOption.ALL.stream().flatMap(option -> option.choices().stream()).forEach(choice -> assertFalse(FormatLabels.choice(choice).isBlank()));
    }

    @Test
    void layoutIsTextAndBack() {
        FormatChoices choices = FormatChoices.parse("preset=otbs;newLineAfterCloseBrace=true;insertFinalNewline=true;trimFinalNewlines=maybe;other=1");
        assertEquals("preset=otbs;newLineAfterCloseBrace=true", choices.text());
        assertEquals(choices, FormatChoices.parse(choices.text()));
        assertEquals("", FormatChoices.parse("preset=default").text());
    }

    @Test
    void choicesAreTextAndBack() {
        RuleChoices choices = RuleChoices.parse("A=on,Error; B=off;C=,Warning;D=;=on;nonsense;E=maybe");
        assertEquals("A=on,Error;B=off;C=,Warning", choices.text());
        assertEquals(choices, RuleChoices.parse(choices.text()));
        assertEquals("{\"Rules\":{\"A\":{\"Enable\":true,\"Severity\":\"Error\"},\"B\":{\"Enable\":false},\"C\":{\"Severity\":\"Warning\"}}}", choices.json().toString());
    }
}
