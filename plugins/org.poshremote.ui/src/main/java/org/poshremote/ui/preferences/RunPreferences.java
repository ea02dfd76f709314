package org.poshremote.ui.preferences;

import java.time.Duration;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.settings.Setting;
import org.poshremote.ui.common.PoshRemotePlugin;

/** The tunables of runs as preferences. Times are kept in seconds. */
public final class RunPreferences extends AbstractPreferenceInitializer {
    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(PoshRemotePlugin.ID);
        RunSettings.ALL.forEach(setting -> defaults.putLong(setting.name(), number(setting.defaultValue())));
    }

    /** As the person has set them; what is out of any reason counts as not set. */
    public static RunSettings settings() {
        return new RunSettings(duration(RunSettings.CONNECT_TIMEOUT), duration(RunSettings.READ_TIMEOUT), duration(RunSettings.OPERATION_TIMEOUT),
                duration(RunSettings.SHELL_IDLE_TIMEOUT), duration(RunSettings.CANCEL_GRACE),
                Math.toIntExact(value(RunSettings.STDIN_IN_FIRST_SEND)), value(RunSettings.RECORDING_IN_MEMORY), value(RunSettings.RECORDING_LIMIT));
    }

    private static Duration duration(Setting<Duration> setting) {
        return Duration.ofSeconds(value(setting));
    }

    private static long value(Setting<?> setting) {
        IPreferencesService service = Platform.getPreferencesService();
        long standard = number(setting.defaultValue());
        long value = service.getLong(PoshRemotePlugin.ID, setting.name(), standard, null);
        return value < 1 || value > largest(setting) ? standard : value;
    }

    static long largest(Setting<?> setting) {
        return setting.defaultValue() instanceof Long ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }

    static long number(Object value) {
        return switch (value) {
            case Duration duration -> duration.toSeconds();
            case Number number -> number.longValue();
            default -> throw new IllegalArgumentException("no preference can be made of " + value.getClass());
        };
    }
}
