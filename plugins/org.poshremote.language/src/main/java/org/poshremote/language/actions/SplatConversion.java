package org.poshremote.language.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.internal.Lines;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Moves the parameters of a call into a table before it, one a line (about_Splatting). */
final class SplatConversion {
    private static final int FEWEST = 2;

    private SplatConversion() {
    }

    static Optional<ScriptAction> of(ScriptModel model, CallShape shape, Command command, List<Node> around) {
        String text = model.script().text();
        Optional<Statement> statement = statement(command, around);
        Optional<Arguments> arguments = Arguments.of(command, shape).filter(found -> found.named().size() >= FEWEST);
        boolean comments = model.script().comments().stream().anyMatch(comment -> command.start() <= comment.start() && comment.start() < command.end());
        if (statement.isEmpty() || arguments.isEmpty() || comments) {
            return Optional.empty();
        }
        int line = Lines.start(text, statement.get().start());
        String indent = text.substring(line, Lines.skipBlanks(text, line));
        if (line + indent.length() != statement.get().start()) {
            return Optional.empty(); // something stands before it on its line
        }
        String newline = newline(text);
        String inner = indent + (indent.contains("\t") ? "\t" : "    ");
        String variable = variable(model, command);
        List<String> keys = arguments.get().named().stream().map(Arguments.Named::name).toList();
        int widest = keys.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder table = new StringBuilder("$" + variable + " = @{" + newline);
        for (Arguments.Named each : arguments.get().named()) {
            Optional<String> value = each.value().isEmpty() ? Optional.of("$true") : each.value().flatMap(given -> Arguments.asExpression(text, given));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            table.append(inner).append(each.name()).append(" ".repeat(widest - each.name().length())).append(" = ").append(value.get()).append(newline);
        }
        table.append(indent).append('}').append(newline).append(indent);
        StringBuilder call = new StringBuilder(text.substring(command.start(), command.elements().get(0).end())).append(" @").append(variable);
        arguments.get().positional().forEach(word -> call.append(' ').append(text, word.start(), word.end()));
        command.redirections().forEach(redirection -> call.append(' ').append(text, redirection.start(), redirection.end()));
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(statement.get().start(), statement.get().start(), table.toString()));
        edits.add(new Edit(command.start(), command.end(), call.toString()));
        if (statement.get().start() == command.start()) {
            edits.clear();
            edits.add(new Edit(command.start(), command.end(), table.toString() + call));
        }
        return Optional.of(new ScriptAction("Put the parameters of " + command.name() + " into a table", ScriptAction.Kind.REWRITE, "", edits));
    }

    /** The statement that the call is or is assigned by: what stands before it runs right before the call. */
    private static Optional<Statement> statement(Command command, List<Node> around) {
        for (int i = around.size() - 1; i > 0; i--) {
            Node node = around.get(i);
            Node parent = around.get(i - 1);
            boolean passes = node instanceof Statement.Pipeline || node instanceof Statement.Assignment || node instanceof Statement.Leave || node == command;
            if (!passes) {
                return Optional.empty();
            }
            if (node instanceof Statement found && (parent instanceof StatementBlock || parent instanceof NamedBlock)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String variable(ScriptModel model, Command command) {
        String base = command.name().replaceAll("[^\\p{L}\\p{Nd}]", "");
        String name = base.isEmpty() ? "parameters" : Character.toLowerCase(base.charAt(0)) + base.substring(1) + "Parameters";
        String free = name;
        for (int i = 2; model.variableAt(free, command.start()).isPresent(); i++) {
            free = name + i;
        }
        return free;
    }

    static String newline(String text) {
        int at = text.indexOf('\n');
        return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
    }
}
