package org.poshremote.language.rules.internal.remote;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** A window on the node is seen by nobody. */
public final class RemoteNeedsDesktop extends Rule {
    private static final Set<String> WINDOWS = Set.of("notepad", "notepad.exe", "explorer", "explorer.exe", "mmc", "mmc.exe", "control", "control.exe", "iexplore.exe", "msedge.exe", "chrome.exe",
        "regedit", "regedit.exe", "taskmgr", "taskmgr.exe", "calc", "calc.exe", "services.msc", "devmgmt.msc");

    public RemoteNeedsDesktop() {
        super("PoshRemoteNeedsDesktop", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.Invoke.class, call -> {
            if (call.isStatic() && call.target() instanceof Expression.TypeLiteral type) {
                String name = type.type().name().toLowerCase(Locale.ROOT);
                boolean shows = name.endsWith("messagebox") && call.member().constantText().filter("Show"::equalsIgnoreCase).isPresent();
                if (shows) {
                    on.report(call, type.type().name());
                }
            }
        });
        on.eachCommand(List.of("New-Object"), command -> Commands.argument(command, "TypeName", 0).filter(name -> name.constantText().filter(type -> {
            String lower = type.toLowerCase(Locale.ROOT);
            return lower.endsWith("windows.forms.form") || lower.endsWith("filedialog") || lower.endsWith("folderbrowserdialog") || lower.equals("system.windows.window");
        }).isPresent()).ifPresent(name -> on.report(name, name.constantText().orElseThrow())));
        on.eachCommand(List.of("Start-Process", "saps", "start"), command -> Commands.argument(command, "FilePath", 0).ifPresent(program -> {
            String name = program.constantText().orElse("").toLowerCase(Locale.ROOT);
            String base = name.substring(name.lastIndexOf('\\') + 1);
            if (WINDOWS.contains(base)) {
                on.report(program, base);
            } else if (base.endsWith(".msi") || (base.endsWith(".exe") && (base.contains("setup") || base.contains("install"))) && !Commands.hasParameter(command, "ArgumentList", "a")
                && Commands.positional(command).size() < 2) {
                on.at(program).text("installer").with(base).report();
            }
        }));
    }
}
