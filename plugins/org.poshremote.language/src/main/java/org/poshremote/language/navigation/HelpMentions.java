package org.poshremote.language.navigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.language.analysis.CommentHelp;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;

/** Parameters in comment-based help and in {@code $PSBoundParameters}; functions in the examples and links of their own help. */
final class HelpMentions {
    private static final Pattern PARAMETER = Pattern.compile("(?im)^[ \\t#]*\\.PARAMETER[ \\t]+([\\w-]+)");

    private final Mentions mentions;

    HelpMentions(Mentions mentions) {
        this.mentions = mentions;
    }

    void collect() {
        for (Statement.Function function : mentions.model.functions()) {
            Entity.Function entity = mentions.callables.of(function);
            List<Parameter> parameters = function.declaredParameters();
            CommentHelp.spanOf(mentions.model.script(), function).ifPresent(help -> {
                parameters(help, entity, parameters);
                name(help, Callables.unqualified(function.name()), entity);
            });
            bound(function, entity, parameters);
        }
        mentions.model.script().root().param().ifPresent(param -> CommentHelp.spanOf(mentions.model.script())
            .ifPresent(help -> parameters(help, new Entity.ScriptFile(mentions.file), param.parameters())));
    }

    private void parameters(Span help, Entity.Callable of, List<Parameter> declared) {
        Matcher matcher = PARAMETER.matcher(mentions.text).region(help.start(), help.end());
        while (matcher.find()) {
            String name = matcher.group(1);
            if (declared.stream().anyMatch(parameter -> parameter.name().name().equalsIgnoreCase(name))) {
                mentions.add(matcher.start(1), matcher.end(1), new Entity.Parameter(of, Mentions.key(name)), Mention.Role.COMMENT);
            }
        }
    }

    private void name(Span help, String name, Entity.Function entity) {
        String text = mentions.text;
        for (int at = indexOf(text, name, help.start(), help.end()); at >= 0; at = indexOf(text, name, at + 1, help.end())) {
            boolean whole = (at == 0 || !isName(text.charAt(at - 1))) && (at + name.length() >= text.length() || !isName(text.charAt(at + name.length())));
            // a name without a dash may be a word of the language people speak
            if (whole && name.indexOf('-') > 0) {
                mentions.add(at, at + name.length(), entity, Mention.Role.COMMENT);
            }
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static int indexOf(String text, String name, int from, int to) {
        for (int i = from; i + name.length() <= to; i++) {
            if (!name.isEmpty() && text.regionMatches(true, i, name, 0, name.length())) {
                return i;
            }
        }
        return -1;
    }

    private void bound(Statement.Function function, Entity.Function entity, List<Parameter> parameters) {
        List<Expression.StringConstant> keys = new ArrayList<>();
        SplatUses.collect(function.body(), node -> node instanceof Expression.Variable variable && variable.path().equalsIgnoreCase("PSBoundParameters"), keys);
        for (Expression.StringConstant key : keys) {
            Optional<Parameter> named = parameters.stream().filter(parameter -> parameter.name().name().equalsIgnoreCase(key.value())).findFirst();
            named.ifPresent(parameter -> mentions.addWord(key, Callables.declared(entity, parameter), Mention.Role.READ));
        }
    }
}
