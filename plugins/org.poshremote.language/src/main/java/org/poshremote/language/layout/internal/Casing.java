package org.poshremote.language.layout.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.Token.Kind;

/** Commands and their parameters as they are usually written, keywords and operators in lower case. */
public record Casing(boolean commands, boolean keywords, boolean operators) implements Pass {
    @Override
    public void apply(Draft draft) {
        for (int i = 0; i < draft.size(); i++) {
            Kind kind = draft.kind(i);
            boolean word = kind == Kind.KEYWORD && keywords || kind == Kind.OPERATOR && operators && draft.token(i).length() > 2;
            if (word) {
                wanted(draft, i, draft.word(i).toLowerCase(Locale.ROOT));
            }
        }
        if (commands) {
            commands(draft);
        }
    }

    private static void commands(Draft draft) {
        Set<String> own = new HashSet<>();
        List<Command> found = new ArrayList<>();
        Tree.walk(draft.script().root(), node -> {
            if (node instanceof Statement.Function function) {
                own.add(function.name().toLowerCase(Locale.ROOT));
            } else if (node instanceof Command command && !command.elements().isEmpty() && command.elements().get(0) instanceof Expression.StringConstant word
                    && word.quotes() == Expression.Quotes.BARE) {
                found.add(command);
            }
        });
        found.stream().filter(command -> !own.contains(command.name().toLowerCase(Locale.ROOT))).forEach(command -> command(draft, command));
    }

    private static void command(Draft draft, Command command) {
        String name = command.name();
        Optional<KnownCommand> known = Knowledge.resolve(name);
        if (known.isEmpty()) {
            return;
        }
        // a module's name before it stays
        String usual = name.substring(0, name.lastIndexOf('\\') + 1) + known.get().name();
        if (usual.equalsIgnoreCase(name)) {
            wanted(draft, draft.at(command.elements().get(0).start()), usual);
        }
        // "Where-Object Name -eq x": its parameters are called like operators, and people write them so
        boolean operators = known.get().name().equals("Where-Object");
        for (CommandElement element : command.elements()) {
            if (!operators && element instanceof CommandParameter parameter) {
                known.get().parameter(parameter.name(), Knowledge.commonParameters()).filter(found -> found.name().equalsIgnoreCase(parameter.name())).ifPresent(found -> {
                    int token = draft.at(parameter.start());
                    wanted(draft, token, draft.word(token).charAt(0) + found.name() + (parameter.argument().isPresent() ? ":" : ""));
                });
            }
        }
    }

    private static void wanted(Draft draft, int token, String word) {
        String written = token < draft.size() ? draft.word(token) : word;
        if (!written.equals(word) && written.equalsIgnoreCase(word)) {
            draft.replace(token, word);
            draft.noteWord(token, word);
        }
    }
}
