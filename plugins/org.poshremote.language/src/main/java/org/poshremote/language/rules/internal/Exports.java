package org.poshremote.language.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/** Functions that a module exports: those that Export-ModuleMember names, all where it is not called. */
public final class Exports {
    private final List<Pattern> patterns;

    private Exports(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    public static Exports of(ScriptModel model) {
        List<Pattern> patterns = new ArrayList<>();
        boolean called = false;
        for (ScriptModel.Call call : model.calls()) {
            Command command = call.command();
            if (command.name().equalsIgnoreCase("Export-ModuleMember")) {
                called = true;
                Commands.argument(command, "Function", 0).ifPresent(value -> Shapes.all(value, Expression.StringConstant.class).forEach(name -> patterns.add(pattern(name.value()))));
            }
        }
        return new Exports(called ? patterns : List.of(pattern("*")));
    }

    private static Pattern pattern(String wildcard) {
        StringBuilder regex = new StringBuilder();
        wildcard.chars().forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c))));
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }

    public boolean include(String function) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(function).matches());
    }
}
