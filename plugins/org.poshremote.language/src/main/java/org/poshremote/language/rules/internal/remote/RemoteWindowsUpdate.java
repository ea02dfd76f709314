package org.poshremote.language.rules.internal.remote;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** Windows Update refuses remote callers. */
public final class RemoteWindowsUpdate extends Rule {
    private static final List<String> METHODS = List.of("createupdatedownloader", "createupdateinstaller", "addscanpackageservice");

    public RemoteWindowsUpdate() {
        super("PoshRemoteWindowsUpdate", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Install-WindowsUpdate", "Get-WUInstall", "wusa", "wusa.exe", "Download-WindowsUpdate"), command -> on.report(command.elements().get(0)));
        on.each(Expression.Invoke.class, call -> {
            if (call.member().constantText().filter(name -> METHODS.contains(Shapes.lower(name))).isPresent()) {
                on.report(call);
            }
        });
    }
}
