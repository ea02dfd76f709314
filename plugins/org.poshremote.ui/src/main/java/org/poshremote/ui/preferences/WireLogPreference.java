package org.poshremote.ui.preferences;

import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.poshremote.core.wirelog.WireLogContent;
import org.poshremote.ui.common.PoshRemotePlugin;

/** Whether runs write a wire log, and how much is in it. Off unless switched on. */
public enum WireLogPreference {
    OFF, HIDDEN, SHOWN;

    static final String NAME = "wireLog";

    /** As the person has set it; empty where no log is wanted. */
    public static Optional<WireLogContent> content() {
        return switch (of(Platform.getPreferencesService().getString(PoshRemotePlugin.ID, NAME, OFF.name(), null))) {
            case OFF -> Optional.empty();
            case HIDDEN -> Optional.of(WireLogContent.HIDDEN);
            case SHOWN -> Optional.of(WireLogContent.SHOWN);
        };
    }

    /** What is not known counts as off. */
    static WireLogPreference of(String name) {
        for (WireLogPreference value : values()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return OFF;
    }

    String words() {
        return switch (this) {
            case OFF -> Messages.WireLog_off;
            case HIDDEN -> Messages.WireLog_hidden;
            case SHOWN -> Messages.WireLog_shown;
        };
    }
}
