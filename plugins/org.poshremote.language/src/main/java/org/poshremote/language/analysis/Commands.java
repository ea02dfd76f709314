package org.poshremote.language.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/**
 * A command's words as PowerShell binds them, as far as the text alone tells: parameters may be abbreviated, and a parameter takes
 * the word behind it. Which parameters are switches is known only of those named here.
 */
public final class Commands {
    /** Common parameters and others that are switches wherever they occur. */
    private static final Set<String> SWITCHES = Set.of("verbose", "debug", "whatif", "confirm", "force", "passthru", "recurse", "asjob", "wait", "raw", "append", "noclobber",
        "nonewline", "asplaintext", "usebasicparsing", "listavailable", "global", "asstring", "ashashtable", "notypeinformation", "casesensitive", "simplematch", "allmatches",
        "quiet", "nonewwindow", "file", "directory", "hidden", "unique", "descending", "mandatory", "autosize", "wrap", "autoremove", "leaf", "parent", "resolve",
        "useculture", "compress", "disablenamechecking", "nooverwrite", "skipcertificatecheck", "noelement", "stdin", "asbytestream");
    private static final Set<String> VARIABLE_PARAMETERS = Set.of("outvariable", "ov", "errorvariable", "ev", "warningvariable", "wv", "informationvariable", "iv",
        "pipelinevariable", "pv", "sessionvariable", "sv", "responseheadersvariable", "rhv", "statuscodevariable");

    private Commands() {
    }

    /** Whether a parameter of that name is written, or a beginning of it that is at least as long as the shortest one. */
    public static boolean hasParameter(Command command, String name, String shortest) {
        return parameter(command, name, shortest).isPresent();
    }

    /** @param shortest beginning that can mean no other parameter of the command */
    public static Optional<CommandParameter> parameter(Command command, String name, String shortest) {
        for (CommandElement element : command.elements()) {
            if (element instanceof CommandParameter parameter) {
                String written = parameter.name();
                if (written.length() >= shortest.length() && written.length() <= name.length() && name.regionMatches(true, 0, written, 0, written.length())) {
                    return Optional.of(parameter);
                }
            }
        }
        return Optional.empty();
    }

    public static boolean hasParameter(Command command, String name) {
        return hasParameter(command, name, name);
    }

    public static Optional<CommandParameter> parameter(Command command, String name) {
        return parameter(command, name, name);
    }

    /** What a parameter is given: behind the colon, or the next word. */
    public static Optional<Expression> valueOf(Command command, CommandParameter parameter) {
        if (parameter.argument().isPresent()) {
            return parameter.argument();
        }
        List<CommandElement> elements = command.elements();
        for (int i = 0; i + 1 < elements.size(); i++) {
            if (elements.get(i) == parameter) {
                return elements.get(i + 1) instanceof Expression value ? Optional.of(value) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    public static Optional<Expression> valueOf(Command command, String name, String shortest) {
        return parameter(command, name, shortest).flatMap(parameter -> valueOf(command, parameter));
    }

    /** By name, or by position among the words that no parameter takes. */
    public static Optional<Expression> argument(Command command, String name, int position) {
        Optional<CommandParameter> named = parameter(command, name);
        if (named.isPresent()) {
            return valueOf(command, named.get());
        }
        List<Expression> positional = positional(command);
        return position < positional.size() ? Optional.of(positional.get(position)) : Optional.empty();
    }

    /** The words behind the name that no parameter takes. */
    public static List<Expression> positional(Command command) {
        List<Expression> found = new ArrayList<>();
        List<CommandElement> elements = command.elements();
        for (int i = 1; i < elements.size(); i++) {
            if (elements.get(i) instanceof CommandParameter parameter) {
                if (parameter.argument().isEmpty() && !isSwitch(parameter.name()) && i + 1 < elements.size() && elements.get(i + 1) instanceof Expression) {
                    i++;
                }
            } else if (elements.get(i) instanceof Expression.Variable variable && variable.splatted()) {
                // may hold anything
            } else if (elements.get(i) instanceof Expression word) {
                found.add(word);
            }
        }
        return found;
    }

    /** Whether a parameter takes no word behind it, by its usual meaning. */
    public static boolean isSwitch(String parameter) {
        return SWITCHES.contains(parameter.toLowerCase(Locale.ROOT));
    }

    /** Whether its value names a variable that the command sets. */
    static boolean isVariableParameter(String parameter) {
        return VARIABLE_PARAMETERS.contains(parameter.toLowerCase(Locale.ROOT));
    }

    /** Whether some of its parameters are in a variable, so that the text does not tell them all. */
    public static boolean isSplatted(Command command) {
        return command.elements().stream().anyMatch(element -> element instanceof Expression.Variable variable && variable.splatted());
    }
}
