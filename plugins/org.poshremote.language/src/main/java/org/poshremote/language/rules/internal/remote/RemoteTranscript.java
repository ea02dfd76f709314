package org.poshremote.language.rules.internal.remote;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** The remote PowerShell host writes no transcript before 5.0. */
public final class RemoteTranscript extends Rule {
    public RemoteTranscript() {
        super("PoshRemoteTranscript", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.target().isBefore(5, 0) || on.target().profile().equals("nano-tp3")) {
            on.eachCommand(List.of("Start-Transcript"), command -> on.report(command.elements().get(0), on.target().described()));
        }
    }
}
