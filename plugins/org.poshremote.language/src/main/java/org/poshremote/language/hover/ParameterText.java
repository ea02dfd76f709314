package org.poshremote.language.hover;

import java.util.List;
import org.poshremote.language.command.CommandInfo;
import org.poshremote.language.command.ParameterInfo;
import org.poshremote.language.markdown.Markdown;

/** A parameter in words, for pop-ups. */
public final class ParameterText {
    private static final int MOST_VALUES = 30;

    private ParameterText() {
    }

    /** As Markdown. */
    public static String of(CommandInfo command, ParameterInfo parameter) {
        Markdown text = new Markdown();
        text.script(parameter.written());
        parameter.description().filter(says -> !says.isBlank()).ifPresent(text::prose);
        text.paragraph(facts(command, parameter));
        if (!parameter.values().isEmpty()) {
            List<String> values = parameter.values();
            text.paragraph("Values: " + String.join(", ", values.stream().limit(MOST_VALUES).map(Markdown::code).toList()) + (values.size() > MOST_VALUES ? " …" : ""));
        }
        if (!parameter.since().isEmpty()) {
            text.paragraph("In " + Markdown.escape(parameter.since()));
        }
        if (parameter.missing()) {
            text.paragraph("⚠ **The target's " + Markdown.code(command.name()) + " does not have it.**");
        }
        return text.toString();
    }

    private static String facts(CommandInfo command, ParameterInfo parameter) {
        if (parameter.common()) {
            return "Common parameter" + aliases(parameter);
        }
        boolean always = command.sets().stream().allMatch(set -> set.members().stream().anyMatch(member -> member.mandatory() && member.parameter().name().equals(parameter.name())));
        String needed = always ? "Mandatory" : command.needs(parameter) ? "Mandatory in some ways to call it" : "Optional";
        String place = "";
        for (CommandInfo.Member.Set set : command.sets()) {
            for (int i = 0; i < set.positional().size(); i++) {
                if (place.isEmpty() && set.positional().get(i).parameter().name().equals(parameter.name())) {
                    place = " · position " + i;
                }
            }
        }
        return needed + place + aliases(parameter);
    }

    private static String aliases(ParameterInfo parameter) {
        return parameter.aliases().isEmpty() ? "" : " · also " + String.join(", ", parameter.aliases().stream().map(alias -> Markdown.code("-" + alias)).toList());
    }
}
