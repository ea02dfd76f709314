package org.poshremote.language.rules.internal.remote;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** A command line of cmd has an end. */
public final class RemoteCommandLine extends Rule {
    private static final int MOST = 8191;

    public RemoteCommandLine() {
        super("PoshRemoteCommandLine", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("cmd", "cmd.exe"), command -> command.elements().stream().filter(Expression.StringConstant.class::isInstance).map(Expression.StringConstant.class::cast)
            .filter(text -> text.value().length() > MOST).forEach(text -> on.report(text, text.value().length())));
    }
}
