package org.poshremote.ui.targets;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.poshremote.ui.common.PoshRemotePlugin;

/** Names of the targets that scripts ran on, the latest first. Kept with the workspace. */
public final class RecentTargets {
    static final int MOST = 8;
    private static final String KEY = "recentTargets";
    private static final RecentTargets SHARED = new RecentTargets(InstanceScope.INSTANCE.getNode(PoshRemotePlugin.ID));

    private final IEclipsePreferences preferences;

    RecentTargets(IEclipsePreferences preferences) {
        this.preferences = preferences;
    }

    public static RecentTargets get() {
        return SHARED;
    }

    public synchronized List<String> names() {
        String text = preferences.get(KEY, "");
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    public synchronized void used(String name) {
        List<String> names = new ArrayList<>(names());
        names.removeIf(name::equalsIgnoreCase);
        names.addFirst(name);
        preferences.put(KEY, String.join("\n", names.subList(0, Math.min(names.size(), MOST))));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            PoshRemotePlugin.log(Messages.RecentTargets_notKept, e);
        }
    }
}
