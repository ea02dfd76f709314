package org.poshremote.language.rules.internal.encoding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.PipelineElement.CommandExpression;
import org.poshremote.language.syntax.Statement.Pipeline;

/** Scripts of other shells that are written out of a here-string, whose lines end as this script's own. */
public final class LineEnds extends Rule {
    private static final Pattern LABEL = Pattern.compile("(?m)^\\s*:[A-Za-z]");
    private static final Pattern JUMP = Pattern.compile("(?im)\\b(goto|call)\\s+:?[a-z]");
    private static final Pattern LONE_LF = Pattern.compile("(?<!\r)\n");

    public LineEnds() {
        super("PoshRemoteLineEnds", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Set-Content", "Add-Content", "sc", "ac"), command -> written(on, command, "Path", "Value"));
        on.eachCommand(List.of("Out-File"), command -> written(on, command, "FilePath", "InputObject"));
    }

    private static void written(Inspection on, Command command, String path, String value) {
        if (Commands.isSplatted(command)) {
            return;
        }
        Optional<Expression> given = Commands.argument(command, value, 1).or(() -> piped(on, command)).map(Shapes::bare).filter(LineEnds::isHereString);
        Commands.argument(command, path, 0).flatMap(EncodingOfOutput::name).ifPresent(name -> given.ifPresent(text -> {
            String lower = name.toLowerCase(Locale.ROOT);
            String source = Shapes.source(on.text(), text);
            if (lower.endsWith(".sh") && source.contains("\r\n")) {
                on.report(text, name);
            } else if ((lower.endsWith(".cmd") || lower.endsWith(".bat")) && LONE_LF.matcher(source).find() && LABEL.matcher(source).find() && JUMP.matcher(source).find()) {
                on.at(text).text("batch").with(name).report();
            }
        }));
    }

    /** What is before the bar, where that is one value. */
    private static Optional<Expression> piped(Inspection on, Command command) {
        return on.parent().filter(Pipeline.class::isInstance).map(Pipeline.class::cast)
            .filter(pipeline -> pipeline.elements().size() == 2 && pipeline.elements().get(1) == command && pipeline.elements().get(0) instanceof CommandExpression)
            .map(pipeline -> ((CommandExpression) pipeline.elements().get(0)).expression());
    }

    private static boolean isHereString(Expression expression) {
        return expression instanceof Expression.StringConstant text && (text.quotes() == Expression.Quotes.SINGLE_HERE || text.quotes() == Expression.Quotes.DOUBLE_HERE)
            || expression instanceof Expression.ExpandableString expandable && expandable.quotes() == Expression.Quotes.DOUBLE_HERE;
    }
}
