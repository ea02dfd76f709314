package org.poshremote.language.layout.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.PipelineElement.Invocation;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.Token;

/**
 * Lists with commas that may go to a program: it gets "a,b" as one argument and "a, b" as two, so the blanks between matter. For a
 * command of PowerShell's they do not.
 */
final class NativeArguments {
    private static final Pattern CMDLET = Pattern.compile("\\p{Lu}\\p{Alpha}*-\\p{Lu}\\w*");
    private final Set<Node> lists = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> functions = new HashSet<>();

    NativeArguments(Script script) {
        List<Command> commands = new ArrayList<>();
        Tree.walk(script.root(), node -> {
            if (node instanceof Statement.Function function) {
                functions.add(function.name().toLowerCase(Locale.ROOT));
            } else if (node instanceof Command command && command.elements().stream().anyMatch(NativeArguments::isList)) {
                commands.add(command);
            }
        });
        for (Command command : commands) {
            if (!ofPowerShell(command)) {
                command.elements().stream().filter(NativeArguments::isList).forEach(element -> lists.add(element instanceof CommandParameter parameter ? parameter.argument().orElseThrow() : element));
            }
        }
    }

    private static boolean isList(CommandElement element) {
        return element instanceof Expression.ArrayLiteral || element instanceof CommandParameter parameter && parameter.argument().orElse(null) instanceof Expression.ArrayLiteral;
    }

    private boolean ofPowerShell(Command command) {
        String name = command.name();
        return !name.isEmpty() && command.invocation() == Invocation.NAME
            && (CMDLET.matcher(name).matches() || Knowledge.resolve(name).isPresent() || functions.contains(name.toLowerCase(Locale.ROOT)));
    }

    boolean hold(Token comma) {
        return lists.contains(comma.owner());
    }
}
