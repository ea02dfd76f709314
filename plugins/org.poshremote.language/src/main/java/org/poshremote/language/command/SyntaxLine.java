package org.poshremote.language.command;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.features.Span;

/**
 * A way to call a command, as {@code Get-Command -Syntax} writes it.
 *
 * @param parameters where each parameter stands in the text, in the order of the set's members
 */
public record SyntaxLine(String text, List<Span> parameters) {
    /** @param most parameters that are written out; the others become {@code …}, their spans empty */
    public static SyntaxLine of(CommandInfo command, CommandInfo.Member.Set set, int most) {
        StringBuilder text = new StringBuilder(command.name());
        List<Span> spans = new ArrayList<>();
        boolean cut = false;
        for (CommandInfo.Member member : set.members()) {
            if (spans.size() >= most && !member.mandatory()) {
                cut = true;
                spans.add(new Span(0, 0));
                continue;
            }
            text.append(' ');
            int start = text.length();
            text.append(written(member));
            spans.add(new Span(start, text.length()));
        }
        if (cut) {
            text.append(" …");
        }
        if (command.common()) {
            text.append(" [<CommonParameters>]");
        }
        return new SyntaxLine(text.toString(), spans);
    }

    private static String written(CommandInfo.Member member) {
        ParameterInfo parameter = member.parameter();
        String name = member.positional() && !parameter.isSwitch() ? "[-" + parameter.name() + "]" : "-" + parameter.name();
        String type = parameter.isSwitch() ? "" : " <" + (parameter.type().isEmpty() ? "object" : parameter.type()) + ">";
        return member.mandatory() ? name + type : "[" + name + type + "]";
    }
}
