package org.poshremote.language.navigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** Lines of a script above which an editor can offer something. */
public final class Lenses {
    private static final Set<String> TEST_BLOCKS = Set.of("describe", "context");

    private Lenses() {
    }

    /**
     * @param span the name, or the line's beginning that it stands above
     * @param name of the function, class or test block; empty for the whole script
     */
    public record Lens(Kind kind, Span span, String name) {
        public enum Kind {
            RUN_SCRIPT, RUN_FUNCTION, RUN_TESTS, FUNCTION_REFERENCES, TYPE_REFERENCES
        }
    }

    /** In the order of the text. */
    public static List<Lens> of(ScriptModel model) {
        List<Lens> lenses = new ArrayList<>();
        // modules and files of declarations are not run as a whole: only what says what it requires is
        requires(model.script()).ifPresent(span -> lenses.add(new Lens(Lens.Kind.RUN_SCRIPT, span, "")));
        for (Statement.Function function : model.root().functions()) {
            String name = Callables.unqualified(function.name());
            Span span = new Span(function.nameEnd() - name.length(), function.nameEnd());
            lenses.add(new Lens(Lens.Kind.RUN_FUNCTION, span, name));
            lenses.add(new Lens(Lens.Kind.FUNCTION_REFERENCES, span, name));
        }
        for (Statement.TypeDefinition type : model.types()) {
            lenses.add(new Lens(Lens.Kind.TYPE_REFERENCES, new Span(type.nameStart(), type.nameEnd()), type.name()));
        }
        for (ScriptModel.Call call : model.calls()) {
            tests(call).ifPresent(lenses::add);
        }
        lenses.sort(Comparator.comparingInt(lens -> lens.span().start()));
        return lenses;
    }

    private static Optional<Span> requires(Script script) {
        return script.comments().stream().filter(comment -> script.text().regionMatches(true, comment.start(), "#requires ", 0, "#requires ".length()))
            .map(comment -> new Span(comment.start(), comment.end())).findFirst();
    }

    /** A block of Pester, by its name and that it is given a block. */
    private static Optional<Lens> tests(ScriptModel.Call call) {
        Command command = call.command();
        boolean isBlock = TEST_BLOCKS.contains(command.name().toLowerCase(Locale.ROOT)) && call.scope().kind() != Scope.Kind.FUNCTION
            && command.elements().stream().anyMatch(Expression.ScriptBlockLiteral.class::isInstance) && call.scope().function(command.name()).isEmpty();
        return isBlock ? Commands.argument(command, "Name", 0).filter(title -> !(title instanceof Expression.ScriptBlockLiteral))
            .map(title -> new Lens(Lens.Kind.RUN_TESTS, new Span(command.start(), command.elements().get(0).end()), title.constantText().orElse(""))) : Optional.empty();
    }
}
