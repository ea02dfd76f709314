package org.poshremote.language.rules.internal.remote;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** The process that runs a remote script has no console. */
public final class RemoteConsole extends Rule {
    public RemoteConsole() {
        super("PoshRemoteConsole", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.MemberAccess.class, access -> {
            String member = access.member().constantText().map(Shapes::lower).orElse("");
            if (access.isStatic() && access.target() instanceof Expression.TypeLiteral type && List.of("console", "system.console").contains(Shapes.lower(type.type().name()))
                && !List.of("outputencoding", "inputencoding", "out", "error", "in").contains(member)) {
                on.report(access, Shapes.source(on.text(), access));
            } else if (member.equals("rawui") && access.target() instanceof Expression.MemberAccess ui && Shapes.isVariable(ui.target(), "Host")) {
                on.report(access, "$Host.UI.RawUI");
            }
        });
    }
}
