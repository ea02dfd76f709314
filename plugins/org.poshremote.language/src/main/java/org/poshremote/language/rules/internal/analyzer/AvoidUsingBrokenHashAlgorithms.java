package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.PipelineElement.Command;

/** Two texts with the same MD5 or SHA-1 can be made. */
public final class AvoidUsingBrokenHashAlgorithms extends Rule {
    private static final List<String> BROKEN = List.of("md5", "sha1");

    public AvoidUsingBrokenHashAlgorithms() {
        super("PSAvoidUsingBrokenHashAlgorithms", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Command.class, command -> Commands.valueOf(command, "Algorithm", "a").ifPresent(value -> value.constantText()
            .filter(name -> BROKEN.contains(Shapes.lower(name))).ifPresent(name -> on.at(value).with(name).about(name).report())));
    }
}
