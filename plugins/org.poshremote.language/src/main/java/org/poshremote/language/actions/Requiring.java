package org.poshremote.language.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.features.Span;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.Requirements;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Script;

/** Lines that say what a script needs, so that PowerShell refuses to run it where it cannot work (about_Requires). */
final class Requiring {
    /** Part of every PowerShell. */
    private static final Set<String> ALWAYS_THERE = Set.of("microsoft.powershell.core", "microsoft.powershell.management", "microsoft.powershell.utility", "microsoft.powershell.security",
        "microsoft.powershell.host", "microsoft.powershell.diagnostics", "microsoft.wsman.management", "");
    /** What their commands change takes an administrator. */
    private static final Set<String> FOR_ADMINISTRATORS = Set.of("servermanager", "dism", "netadapter", "netsecurity", "nettcpip", "netlbfo", "storage", "scheduledtasks", "bitlocker",
        "hyper-v", "dnsserver", "dhcpserver", "iisadministration", "webadministration", "defender", "failoverclusters", "microsoft.powershell.localaccounts", "smbshare", "printmanagement");
    private static final Set<String> ADMINISTRATION = Set.of("enable-psremoting", "set-executionpolicy", "new-service", "set-service", "start-service", "stop-service", "restart-service",
        "restart-computer", "stop-computer", "rename-computer", "add-computer", "remove-computer", "enable-pssessionconfiguration", "register-pssessionconfiguration", "new-eventlog",
        "checkpoint-computer", "enable-computerrestore");
    private static final Set<String> HARMLESS_VERBS = Set.of("get", "test", "find", "show", "measure", "compare", "select", "search", "resolve", "convertto", "convertfrom", "format", "out");

    private Requiring() {
    }

    static List<ScriptAction> of(Script script, Optional<Command> command, Span range) {
        Requirements said = Requirements.of(script);
        List<ScriptAction> actions = new ArrayList<>();
        Optional<KnownCommand> known = command.flatMap(called -> Knowledge.resolve(called.name()));
        known.map(KnownCommand::module).filter(module -> !ALWAYS_THERE.contains(key(module)) && said.modules().stream().noneMatch(module::equalsIgnoreCase))
            .ifPresent(module -> actions.add(action(script, "#Requires -Modules " + module)));
        boolean top = script.comments().stream().anyMatch(comment -> comment.start() <= range.end() && range.start() <= comment.end()
            && script.text().regionMatches(true, comment.start(), "#requires", 0, "#requires".length()));
        if (!said.administrator() && (top || known.filter(Requiring::takesAdministrator).isPresent())) {
            actions.add(action(script, "#Requires -RunAsAdministrator"));
        }
        return actions;
    }

    private static boolean takesAdministrator(KnownCommand command) {
        String name = key(command.name());
        int dash = name.indexOf('-');
        return ADMINISTRATION.contains(name) || FOR_ADMINISTRATORS.contains(key(command.module())) && dash > 0 && !HARMLESS_VERBS.contains(name.substring(0, dash));
    }

    private static ScriptAction action(Script script, String line) {
        int at = place(script.text());
        return new ScriptAction("Add " + line, ScriptAction.Kind.REWRITE, "", List.of(new Edit(at, at, line + SplatConversion.newline(script.text()))));
    }

    /** Behind {@code #!}, which has to be the first line. */
    static int place(String text) {
        return text.startsWith("#!") ? Math.max(text.indexOf('\n') + 1, 0) : 0;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
