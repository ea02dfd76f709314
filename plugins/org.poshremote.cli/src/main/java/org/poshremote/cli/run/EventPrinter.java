package org.poshremote.cli.run;

import java.util.function.Consumer;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunOutcome;

/** Shows a run as it goes. */
interface EventPrinter extends Consumer<RunEvent> {
    /** Called once, after the last event. */
    void end(RunOutcome outcome);
}
