package org.poshremote.editor.preferences;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.format.FormatOnSave;
import org.poshremote.editor.server.ServerChoice;

/** The editor's preferences, their defaults, and what of them the server is told. A project can have its own. */
public final class EditorPreferences extends AbstractPreferenceInitializer {
    /** What may differ in a project: each is one preference there, true where the project has its own. */
    public enum Group {
        RULES, FORMATTING;

        String flag() {
            return "own." + name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(EditorPlugin.ID);
        defaults.put(ServerChoice.PREFERENCE, ServerChoice.EMBEDDED.name().toLowerCase(Locale.ROOT));
        defaults.put(ServerChoice.POWERSHELL, "pwsh");
        defaults.put(ServerChoice.FOLDER, "");
        defaults.putBoolean(FormatOnSave.PREFERENCE, false);
        defaults.put(RuleChoices.PREFERENCE, "");
        defaults.put(FormatChoices.PREFERENCE, "");
    }

    /** Where a group of preferences is read from: the project's own first, where it has them. */
    public static List<IScopeContext> scopes(Group group, Optional<IProject> project) {
        IScopeContext[] all = project.filter(open -> hasOwn(group, open)).map(open -> new IScopeContext[] {new ProjectScope(open), InstanceScope.INSTANCE, DefaultScope.INSTANCE})
            .orElse(new IScopeContext[] {InstanceScope.INSTANCE, DefaultScope.INSTANCE});
        return Arrays.asList(all);
    }

    public static boolean hasOwn(Group group, IProject project) {
        return project.isAccessible() && new ProjectScope(project).getNode(EditorPlugin.ID).getBoolean(group.flag(), false);
    }

    public static String get(String preference, List<IScopeContext> scopes) {
        IPreferencesService service = Platform.getPreferencesService();
        return service.getString(EditorPlugin.ID, preference, "", scopes.toArray(IScopeContext[]::new));
    }

    /** Whether scripts of a project are formatted when they are saved. */
    public static boolean formatsOnSave(Optional<IProject> project) {
        return Boolean.parseBoolean(get(FormatOnSave.PREFERENCE, scopes(Group.FORMATTING, project)));
    }

    /** What goes under {@code poshremote} for scripts of a project. */
    public static JsonObject serverSettings(Optional<IProject> project) {
        JsonObject settings = new JsonObject();
        RuleChoices rules = RuleChoices.parse(get(RuleChoices.PREFERENCE, scopes(Group.RULES, project)));
        if (!rules.choices().isEmpty()) {
            settings.add("rules", rules.json());
        }
        settings.add("format", FormatChoices.parse(get(FormatChoices.PREFERENCE, scopes(Group.FORMATTING, project))).json());
        return settings;
    }
}
