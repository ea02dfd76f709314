package org.poshremote.language.rules.internal.encoding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Redirection;

/** Files for other programs in an encoding that those do not read. */
public final class EncodingOfOutput extends Rule {
    private static final List<String> ENDS = List.of(".json", ".yml", ".yaml", ".sh", ".cmd", ".bat", ".conf", ".ini", ".cfg", ".properties", ".toml", ".py", ".js", ".html", ".css", ".xml", ".csv", ".env");

    public EncodingOfOutput() {
        super("PoshRemoteEncodingOfOutput", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (!on.target().isBefore(6, 0)) {
            return;
        }
        on.eachCommand(List.of("Out-File"), command -> written(on, command, Commands.argument(command, "FilePath", 0), "UTF-16", "Out-File"));
        on.eachCommand(List.of("Set-Content", "Add-Content", "sc", "ac"), command -> {
            if (!Shapes.any(command, node -> node instanceof Expression.StringConstant || node instanceof Expression.Variable) || onlyAscii(command)) {
                return;
            }
            written(on, command, Commands.argument(command, "Path", 0), "ANSI", command.name());
        });
        on.each(Redirection.ToFile.class, redirection -> file(redirection.target()).ifPresent(name ->
            on.report(redirection.target(), redirection.append() ? ">>" : ">", name, "UTF-16", on.target().described())));
    }

    private static void written(Inspection on, Command command, Optional<Expression> path, String encoding, String how) {
        if (!Commands.hasParameter(command, "Encoding", "enc") && !Commands.isSplatted(command)) {
            path.ifPresent(target -> file(target).ifPresent(name -> on.report(target, how, name, encoding, on.target().described())));
        }
    }

    /** What is written stands in the command and has nothing in it that the code pages disagree about. */
    private static boolean onlyAscii(Command command) {
        return Commands.argument(command, "Value", 1).flatMap(Expression::constantText).map(text -> text.chars().allMatch(c -> c < 128)).orElse(true);
    }

    private static Optional<String> file(Expression target) {
        return name(target).filter(name -> ENDS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith));
    }

    /** A file's name, or the end of it. */
    static Optional<String> name(Expression target) {
        return switch (target) {
            case Expression.StringConstant text -> Optional.of(text.value());
            case Expression.ExpandableString text -> text.parts().get(text.parts().size() - 1).constantText();
            default -> Optional.empty();
        };
    }
}
