package org.poshremote.language.rules.internal.target;

import java.util.Optional;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/** Commands that the target does not have. */
public final class TargetCommand extends Rule {
    public TargetCommand() {
        super("PoshRemoteTargetCommand", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (TargetCommands.silent(on)) {
            return;
        }
        on.each(Command.class, command -> {
            String name = command.name();
            if (name.isEmpty() || !(command.elements().get(0) instanceof Expression.StringConstant word) || word.quotes() != Expression.Quotes.BARE
                || !on.model().callerOf(command).function(name).isEmpty()) {
                return;
            }
            String meant = Knowledge.alias(name).orElse(name);
            Optional<KnownCommand> known = Knowledge.command(meant);
            TargetCommands.Finding finding = TargetCommands.command(on, name, known);
            if (finding == TargetCommands.Finding.THERE || TargetCommands.guarded(on)) {
                return;
            }
            Inspection.Report report = on.at(word).text(finding.text()).about(name);
            if (finding == TargetCommands.Finding.ALIAS) {
                report.fix(word.start(), word.end(), meant).with(name, on.target().described(), meant);
            } else {
                report.with(known.map(KnownCommand::name).orElse(name), on.target().described(), known.map(found -> found.presence().words()).orElse(""));
            }
            report.as(finding.severity()).report();
        });
    }
}
