package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;

/** The arguments of a command as they were written, values worked out. */
final class Words {
    /**
     * @param parameter the name of "-Name", empty for a value
     * @param value     of the value, or of "-Name:value"
     * @param joined    whether the parameter has its value with it
     * @param text      as written, for native programs
     */
    record Word(String parameter, Object value, boolean joined, String text) {
    }

    final List<Word> all = new ArrayList<>();

    Words(Session session, Evaluator evaluator, List<CommandElement> elements) {
        for (CommandElement element : elements) {
            switch (element) {
                case CommandElement.CommandParameter parameter -> all.add(new Word(parameter.name(), parameter.argument().map(evaluator::argument).orElse(null),
                    parameter.argument().isPresent(), "-" + parameter.name() + (parameter.argument().isPresent() ? ":" + Values.text(evaluator.argument(parameter.argument().get())) : "")));
                case Expression.Variable variable when variable.splatted() -> splat(session.scope.get(variable.name()));
                case Expression expression -> {
                    Object value = evaluator.argument(expression);
                    all.add(new Word("", value, false, Values.text(value)));
                }
            }
        }
    }

    private void splat(Object value) {
        if (value instanceof PsHashtable table) {
            table.entries().forEach((key, entry) -> all.add(new Word(Values.text(key), entry, true, "-" + Values.text(key) + ":" + Values.text(entry))));
        } else if (value != null) {
            Values.list(value).forEach(element -> all.add(new Word("", element, false, Values.text(element))));
        }
    }

    String commandLine(String program) {
        StringBuilder line = new StringBuilder(program);
        for (Word word : all) {
            String text = word.parameter().isEmpty() ? Values.enumerable(word.value()) ? String.join(" ", Values.list(word.value()).stream().map(Values::text).toList()) : word.text() : word.text();
            boolean quote = text.isEmpty() || text.chars().anyMatch(Character::isWhitespace) && !text.startsWith("\"");
            line.append(' ').append(quote ? '"' + text + '"' : text);
        }
        return line.toString();
    }
}
