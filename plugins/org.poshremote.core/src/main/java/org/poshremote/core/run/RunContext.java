package org.poshremote.core.run;

import org.poshremote.core.settings.ConfigFolder;
import org.poshremote.wsman.http.WireLog;

/** What runs share: what is known of nodes, the tunables, and where the protocol is logged. */
public record RunContext(NodeMemory memory, RunSettings settings, WireLog wireLog) {
    /** With this person's files, the defaults, and no log. */
    public static RunContext ofThisUser() {
        return new RunContext(new NodeMemoryFile(ConfigFolder.ofThisUser()), RunSettings.DEFAULTS, WireLog.OFF);
    }

    public RunContext withMemory(NodeMemory value) {
        return new RunContext(value, settings, wireLog);
    }

    public RunContext withSettings(RunSettings value) {
        return new RunContext(memory, value, wireLog);
    }

    public RunContext withWireLog(WireLog value) {
        return new RunContext(memory, settings, value);
    }
}
