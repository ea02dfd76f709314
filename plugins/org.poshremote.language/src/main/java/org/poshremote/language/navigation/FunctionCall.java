package org.poshremote.language.navigation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.language.PowerShellQuoting;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/**
 * A function of a script, called without the rest of the script.
 *
 * @param script    what the script declares and its comments, {@code #Requires} among them, on their lines; then the call
 * @param mandatory names of parameters that the call lacks
 */
public record FunctionCall(String script, List<String> mandatory) {
    public FunctionCall {
        mandatory = List.copyOf(mandatory);
    }

    /** Empty where the script does not declare it. */
    public static Optional<FunctionCall> of(String text, String name) {
        Script script = Parser.parse(text);
        ScriptModel model = ScriptModel.of(script);
        // of two with one name the second is called
        return model.root().function(name).stream().reduce((a, b) -> b)
            .map(function -> new FunctionCall(declarations(model) + "\n& " + PowerShellQuoting.literal(name) + "\n",
                function.declaredParameters().stream().filter(FunctionCall::isMandatory).map(parameter -> parameter.name().name()).toList()));
    }

    private static String declarations(ScriptModel model) {
        Script script = model.script();
        StringBuilder kept = new StringBuilder(script.text().length());
        int done = 0;
        for (Span span : spans(model)) {
            if (span.start() >= done) {
                blank(script.text(), done, span.start(), kept);
                kept.append(script.text(), span.start(), span.end());
                done = span.end();
            }
        }
        blank(script.text(), done, script.text().length(), kept);
        return kept.toString();
    }

    private static List<Span> spans(ScriptModel model) {
        Script script = model.script();
        Stream<Span> nodes = Stream.of(script.root().usings(), model.root().functions(), model.types()).flatMap(List::stream)
            .map(node -> new Span(node.start(), node instanceof Statement.Using ? separated(script.text(), node.end()) : node.end()));
        return Stream.concat(nodes, script.comments().stream().map(comment -> new Span(comment.start(), comment.end())))
            .sorted(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder())).toList();
    }

    /** With the semicolon after it, which nothing else stands for on that line. */
    private static int separated(String text, int end) {
        int at = end;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ';' ? at + 1 : end;
    }

    /** Line ends stay, so that lines keep their numbers. */
    private static void blank(String text, int from, int to, StringBuilder into) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            into.append(c == '\n' || c == '\r' ? c : ' ');
        }
    }

    /** In any of its sets: which one a call without arguments means is not looked into. */
    private static boolean isMandatory(Parameter parameter) {
        return parameter.attributes().stream().filter(AttributeNode.Attribute.class::isInstance).map(AttributeNode.Attribute.class::cast)
            .filter(attribute -> List.of("parameter", "parameterattribute").contains(attribute.type().name().toLowerCase(Locale.ROOT)))
            .flatMap(attribute -> attribute.named().stream()).filter(named -> named.name().equalsIgnoreCase("Mandatory"))
            .anyMatch(named -> named.value().map(value -> !(value instanceof Expression.Variable variable && variable.path().equalsIgnoreCase("false"))).orElse(true));
    }
}
