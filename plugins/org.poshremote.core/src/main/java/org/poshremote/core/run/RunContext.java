package org.poshremote.core.run;

import org.poshremote.core.path.PathContext;
import org.poshremote.core.settings.ConfigFolder;
import org.poshremote.wsman.http.WireLog;

/** What runs share: what is known of nodes, the tunables, where the protocol is logged, and how nodes are reached. */
public record RunContext(NodeMemory memory, RunSettings settings, WireLog wireLog, PathContext path) {
    /** Nodes are reached with this person's environment and SSH folder, and nobody is asked on the way. */
    public RunContext(NodeMemory memory, RunSettings settings, WireLog wireLog) {
        this(memory, settings, wireLog, PathContext.ofThisUser());
    }

    /** With this person's files, the defaults, and no log. */
    public static RunContext ofThisUser() {
        return new RunContext(new NodeMemoryFile(ConfigFolder.ofThisUser()), RunSettings.DEFAULTS, WireLog.OFF);
    }

    public RunContext withMemory(NodeMemory value) {
        return new RunContext(value, settings, wireLog, path);
    }

    public RunContext withSettings(RunSettings value) {
        return new RunContext(memory, value, wireLog, path);
    }

    public RunContext withWireLog(WireLog value) {
        return new RunContext(memory, settings, value, path);
    }

    public RunContext withPath(PathContext value) {
        return new RunContext(memory, settings, wireLog, value);
    }
}
