package org.poshremote.language.rules.internal.remote;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Enter-PSSession is for people at a prompt. */
public final class RemoteEnterSession extends Rule {
    public RemoteEnterSession() {
        super("PoshRemoteEnterSession", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Enter-PSSession", "etsn"), command -> on.report(command.elements().get(0)));
    }
}
