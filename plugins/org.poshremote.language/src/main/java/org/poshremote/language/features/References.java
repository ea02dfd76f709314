package org.poshremote.language.features;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** Functions of one file: where they are declared and where they are called. Names compare without regard to case. */
public final class References {
    /** @param declaration whether it is the name in a declaration */
    public record Occurrence(Span span, boolean declaration) {
    }

    private References() {
    }

    /** All occurrences of the function whose name stands at the offset, in the order of the text; none where there is no name. */
    public static List<Occurrence> at(Script script, int offset) {
        List<Named> all = names(script);
        Optional<Named> here = all.stream().filter(named -> named.span().start() <= offset && offset <= named.span().end()).findFirst();
        return here.map(name -> all.stream().filter(named -> named.name().equalsIgnoreCase(name.name()))
            .map(named -> new Occurrence(named.span(), named.declaration())).toList()).orElse(List.of());
    }

    private record Named(String name, Span span, boolean declaration) {
    }

    private static List<Named> names(Script script) {
        List<Named> names = new ArrayList<>();
        Deque<Node> left = new ArrayDeque<>(List.of(script.root()));
        while (!left.isEmpty()) {
            Node node = left.pop();
            switch (node) {
                case Statement.Function function -> names.add(new Named(function.name(), new Span(function.nameStart(), function.nameEnd()), true));
                case PipelineElement.Command command when !command.elements().isEmpty() && command.elements().get(0) instanceof Expression.StringConstant name
                    && name.quotes() == Expression.Quotes.BARE -> names.add(new Named(name.value(), new Span(name.start(), name.end()), false));
                default -> { }
            }
            node.children().forEach(left::push);
        }
        names.sort(Comparator.comparingInt(named -> named.span().start()));
        return names;
    }
}
