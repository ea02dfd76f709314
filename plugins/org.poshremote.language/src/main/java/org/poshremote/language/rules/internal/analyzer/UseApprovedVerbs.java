package org.poshremote.language.rules.internal.analyzer;

import java.util.Set;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Statement;

/** Commands are found by their verbs. */
public final class UseApprovedVerbs extends Rule {
    private static final Set<String> VERBS = Set.of("add", "approve", "assert", "backup", "block", "build", "checkpoint", "clear", "close", "compare", "complete", "compress", "confirm",
        "connect", "convert", "convertfrom", "convertto", "copy", "debug", "deny", "deploy", "disable", "disconnect", "dismount", "edit", "enable", "enter", "exit", "expand", "export",
        "find", "format", "get", "grant", "group", "hide", "import", "initialize", "install", "invoke", "join", "limit", "lock", "measure", "merge", "mount", "move", "new", "open",
        "optimize", "out", "ping", "pop", "protect", "publish", "push", "read", "receive", "redo", "register", "remove", "rename", "repair", "request", "reset", "resize", "resolve",
        "restart", "restore", "resume", "revoke", "save", "search", "select", "send", "set", "show", "skip", "split", "start", "step", "stop", "submit", "suspend", "switch", "sync",
        "test", "trace", "unblock", "undo", "uninstall", "unlock", "unprotect", "unpublish", "unregister", "update", "use", "wait", "watch", "write", "foreach", "sort", "tee", "where");

    public UseApprovedVerbs() {
        super("PSUseApprovedVerbs", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            String verb = Shapes.verb(function.name());
            if (!verb.isEmpty() && !VERBS.contains(Shapes.lower(verb))) {
                on.at(function.nameStart(), function.nameEnd()).with(verb).about(function.name()).report();
            }
        });
    }
}
