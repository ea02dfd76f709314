package org.poshremote.language.hints;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.Binding;
import org.poshremote.language.command.CommandFinder;
import org.poshremote.language.command.CommandInfo;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement;

/** The names of parameters that are given by position. */
public final class ArgumentNames {
    /** Which arguments get names. */
    public enum Extent {
        NONE,
        /** Texts, numbers and the like: what does not say by itself what it is. */
        LITERALS,
        ALL
    }

    /** @param offset where the argument begins */
    public record Name(int offset, String parameter) {
    }

    /** Everybody knows what is given to them. */
    private static final Set<String> PLAIN = Set.of("write-host", "write-output", "write-verbose", "write-warning", "write-error", "write-debug", "write-information", "where-object", "foreach-object",
        "select-object", "sort-object", "import-module", "set-location", "cd", "out-null", "format-table", "format-list", "describe", "context", "it", "measure-command", "set-strictmode");

    private ArgumentNames() {
    }

    /** Of the commands that begin in a part of the text, in its order. */
    public static List<Name> of(ScriptModel model, Surroundings surroundings, Span part, Extent extent) {
        List<Name> names = new ArrayList<>();
        if (extent == Extent.NONE) {
            return names;
        }
        CommandFinder commands = new CommandFinder(model, surroundings.others(), surroundings.target());
        for (ScriptModel.Call call : model.calls()) {
            PipelineElement.Command command = call.command();
            if (command.start() < part.end() && part.start() < command.end() && hasWord(command)) {
                Optional<CommandInfo> info = commands.of(command).filter(known -> !PLAIN.contains(known.name().toLowerCase(Locale.ROOT)));
                info.ifPresent(known -> Binding.of(known, command, Integer.MAX_VALUE).bound().stream().filter(bound -> !bound.named() && !isDash(bound.element()))
                    .filter(bound -> extent == Extent.ALL || bound.value().filter(ArgumentNames::isLiteral).isPresent())
                    .forEach(bound -> names.add(new Name(bound.element().start(), bound.parameter().name()))));
            }
        }
        names.sort(java.util.Comparator.comparingInt(Name::offset));
        return names;
    }

    /** Whether anything can be given by position, so that most commands need no look-up. */
    private static boolean hasWord(PipelineElement.Command command) {
        return command.elements().stream().skip(1).anyMatch(Expression.class::isInstance);
    }

    /** A parameter whose name is still to be written. */
    private static boolean isDash(CommandElement element) {
        return element instanceof Expression.StringConstant text && text.quotes() == Expression.Quotes.BARE && text.value().startsWith("-");
    }

    private static boolean isLiteral(Expression value) {
        return switch (value) {
            case Expression.StringConstant text -> true;
            case Expression.Constant number -> true;
            case Expression.ExpandableString text -> true;
            case Expression.ArrayLiteral array -> true;
            case Expression.Variable variable -> Set.of("true", "false", "null").contains(variable.path().toLowerCase(Locale.ROOT));
            case Expression.Unary unary -> true;
            default -> false;
        };
    }
}
