package org.poshremote.language.rules.internal.remote;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.PipelineElement.Command;

/** Jobs end with the shell that they were started in. */
public final class RemoteOutlivesRun extends Rule {
    private static final List<String> WAITING = List.of("wait-job", "wjb", "receive-job", "rcjb");

    public RemoteOutlivesRun() {
        super("PoshRemoteOutlivesRun", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        List<Command> started = new ArrayList<>();
        on.eachCommand(List.of("Start-Job", "sajb", "Start-ThreadJob"), started::add);
        on.atEnd(() -> {
            boolean waited = on.model().calls().stream().anyMatch(call -> WAITING.contains(Shapes.lower(call.command().name())));
            if (!waited) {
                started.forEach(command -> on.report(command.elements().get(0)));
            }
        });
    }
}
