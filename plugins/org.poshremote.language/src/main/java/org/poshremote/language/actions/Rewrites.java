package org.poshremote.language.actions;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.features.Span;
import org.poshremote.language.rules.Fix;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.workspace.WorkspaceIndex;

/** Other ways to write what stands at the cursor, whether a rule finds something there or not. No action makes a mistake of syntax that was not there. */
public final class Rewrites {
    private Rewrites() {
    }

    public static List<ScriptAction> at(URI file, ScriptModel model, WorkspaceIndex index, Span range) {
        List<ScriptAction> actions = new ArrayList<>();
        List<Node> around = around(model.script().root(), range.start());
        Optional<Command> command = around.stream().filter(Command.class::isInstance).map(Command.class::cast).reduce((outer, inner) -> inner);
        command.ifPresent(here -> {
            List<Node> path = around.subList(0, around.indexOf(here) + 1);
            CimConversion.of(model, here, path).ifPresent(actions::add);
            if (!here.elements().isEmpty() && range.start() <= here.elements().get(0).end()) {
                actions.addAll(AliasExpansion.of(model, index, here));
            }
            CallShape.of(model, index, file, here).flatMap(shape -> SplatConversion.of(model, shape, here, path)).ifPresent(actions::add);
        });
        PlainPunctuation.of(model.script(), range).ifPresent(actions::add);
        actions.addAll(Requiring.of(model.script(), command, range));
        return actions.stream().filter(action -> Parser.parse(Fix.apply(model.script().text(), List.of(new Fix("", action.edits())))).errors().size()
            <= model.script().errors().size()).toList();
    }

    /** The nodes at an offset from the whole script down; a command is at its end too. */
    private static List<Node> around(Node root, int offset) {
        List<Node> path = new ArrayList<>();
        Optional<Node> at = Optional.of(root);
        while (at.isPresent()) {
            path.add(at.get());
            at = at.get().children().stream().filter(child -> child.start() <= offset && offset <= child.end())
                .reduce((before, behind) -> offset < before.end() ? before : behind);
        }
        return path;
    }
}
