package org.poshremote.core.run.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;

/** What a script expects of being a file, which it is not on the node: said before the run. */
final class ScriptNotes {
    private static final Set<String> VARIABLES = Set.of("psscriptroot", "pscommandpath");
    private static final Set<String> OF_COMMAND = Set.of("path", "definition", "source");

    private ScriptNotes() {
    }

    /** Sentences for the person; none for most scripts. Each thing is named once, where it comes first. */
    static List<String> of(ScriptFacts facts) {
        Map<String, String> notes = new LinkedHashMap<>();
        facts.each(node -> note(node, facts, notes));
        return List.copyOf(notes.values());
    }

    private static void note(Node node, ScriptFacts facts, Map<String, String> notes) {
        if (node instanceof Expression.Variable variable && VARIABLES.contains(variable.name().toLowerCase(Locale.ROOT))) {
            notes.putIfAbsent("$" + variable.name().toLowerCase(Locale.ROOT), "Line " + facts.line(node.start()) + " uses $"
                    + variable.name() + ", which is empty on the node: the script arrives as text, not as a file.");
        } else if (node instanceof Expression.MemberAccess access && ownPath(access)) {
            notes.putIfAbsent("$MyInvocation", "Line " + facts.line(node.start())
                    + " asks $MyInvocation for the script's own path; on the node the script is text and has none.");
        } else if (node instanceof Command command && !command.elements().isEmpty()) {
            neighbour(command.elements().get(0)).ifPresent(path -> notes.putIfAbsent(path, "Line " + facts.line(node.start())
                    + " runs " + path + ", which is not brought to the node; there the path is relative to the working folder."));
        }
    }

    /** {@code $MyInvocation.MyCommand.Path} and its like. */
    private static boolean ownPath(Expression.MemberAccess access) {
        return access.member().constantText().filter(member -> OF_COMMAND.contains(member.toLowerCase(Locale.ROOT))).isPresent()
                && access.target() instanceof Expression.MemberAccess inner
                && inner.member().constantText().filter("MyCommand"::equalsIgnoreCase).isPresent()
                && inner.target() instanceof Expression.Variable variable && variable.name().equalsIgnoreCase("MyInvocation");
    }

    private static Optional<String> neighbour(CommandElement name) {
        return name instanceof Expression expression ? expression.constantText().filter(ScriptNotes::relative) : Optional.empty();
    }

    private static boolean relative(String path) {
        return path.startsWith("./") || path.startsWith(".\\") || path.startsWith("../") || path.startsWith("..\\");
    }
}
