package org.poshremote.language.rules.internal.remote;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** The script saws at the branch it sits on. */
public final class RemoteCutsConnection extends Rule {
    public RemoteCutsConnection() {
        super("PoshRemoteCutsConnection", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Restart-Service", "Stop-Service", "Set-Service"), command -> {
            boolean winrm = Commands.argument(command, "Name", 0).flatMap(Expression::constantText).filter("WinRM"::equalsIgnoreCase).isPresent();
            if (winrm) {
                on.report(command.elements().get(0), command.name() + " WinRM");
            }
        });
        on.eachCommand(List.of("Enable-PSRemoting", "Disable-PSRemoting", "Set-WSManQuickConfig", "Set-NetIPAddress", "New-NetIPAddress", "Remove-NetIPAddress", "Restart-NetAdapter", "Disable-NetAdapter",
            "Register-PSSessionConfiguration", "Unregister-PSSessionConfiguration", "Set-PSSessionConfiguration", "Set-NetConnectionProfile"),
            command -> on.report(command.elements().get(0), command.name()));
        on.eachCommand(List.of("winrm", "winrm.cmd"), command -> {
            String verb = command.elements().size() > 1 && command.elements().get(1) instanceof Expression word ? Shapes.lower(word.constantText().orElse("")) : "";
            if (List.of("quickconfig", "qc", "set", "s", "delete", "d", "put").contains(verb)) {
                on.report(command.elements().get(0), "winrm " + verb);
            }
        });
        on.eachCommand(List.of("Set-Item", "si", "Remove-Item", "ri"), command -> {
            if (Commands.argument(command, "Path", 0).flatMap(Expression::constantText).filter(path -> path.toLowerCase(Locale.ROOT).startsWith("wsman:")).isPresent()) {
                on.report(command.elements().get(0), command.name() + " WSMan:");
            }
        });
    }
}
