package org.poshremote.language.rules.internal.remote;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** Nobody sits at the node to answer. */
public final class RemoteNeedsUser extends Rule {
    public RemoteNeedsUser() {
        super("PoshRemoteNeedsUser", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Read-Host", "Out-GridView", "ogv", "pause", "choice", "choice.exe", "Show-Command"), command -> on.report(command.elements().get(0), command.name()));
        on.eachCommand(List.of("Get-Credential"), command -> {
            if (!Commands.hasParameter(command, "Credential", "cr") && !Commands.isSplatted(command)) {
                on.report(command.elements().get(0), command.name());
            }
        });
        on.each(Expression.Invoke.class, call -> {
            String method = call.member().constantText().map(Shapes::lower).orElse("");
            boolean console = call.isStatic() && call.target() instanceof Expression.TypeLiteral type && type.type().name().toLowerCase(Locale.ROOT).endsWith("console") && method.startsWith("read");
            boolean host = call.target() instanceof Expression.MemberAccess access && Shapes.isVariable(access.target(), "Host") && access.member().constantText().filter("UI"::equalsIgnoreCase).isPresent()
                && (method.startsWith("prompt") || method.startsWith("readline"));
            boolean key = method.equals("readkey") && !console;
            if (console || host || key) {
                on.report(call, Shapes.source(on.text(), call.target()) + (call.isStatic() ? "::" : ".") + call.member().constantText().orElse(""));
            }
        });
    }
}
