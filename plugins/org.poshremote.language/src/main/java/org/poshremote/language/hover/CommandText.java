package org.poshremote.language.hover;

import java.util.List;
import org.poshremote.language.command.CommandInfo;
import org.poshremote.language.command.ParameterInfo;
import org.poshremote.language.command.SyntaxLine;
import org.poshremote.language.help.HelpMarkdown;
import org.poshremote.language.markdown.Markdown;

/** A command in words, for pop-ups. */
public final class CommandText {
    private static final int MOST_SETS = 4;
    private static final int MOST_PARAMETERS = 12;
    private static final int MOST_DESCRIBED = 20;

    private CommandText() {
    }

    /** As Markdown: its syntax lines, what it does, where it is. */
    public static String of(CommandInfo command) {
        Markdown text = new Markdown();
        StringBuilder lines = new StringBuilder();
        command.sets().stream().limit(MOST_SETS).forEach(set -> lines.append(SyntaxLine.of(command, set, MOST_PARAMETERS).text()).append('\n'));
        if (command.sets().size() > MOST_SETS) {
            lines.append("# and ").append(command.sets().size() - MOST_SETS).append(" more ways to call it\n");
        }
        text.script(lines.toString());
        if (command.help().isPresent()) {
            HelpMarkdown.write(command.help().get(), text);
        } else {
            command.synopsis().ifPresent(says -> text.paragraph(Markdown.escape(says)));
        }
        parameters(command, text);
        place(command, text);
        return text.toString();
    }

    private static void parameters(CommandInfo command, Markdown text) {
        List<ParameterInfo> described = command.parameters().stream().filter(parameter -> !parameter.common() && parameter.description().isPresent()).limit(MOST_DESCRIBED).toList();
        if (!described.isEmpty() && command.kind() == CommandInfo.Kind.FUNCTION) {
            text.heading("Parameters");
            described.forEach(parameter -> text.item(Markdown.code("-" + parameter.name()) + " " + Markdown.escape(firstParagraph(parameter.description().orElse("")))));
        }
    }

    static String firstParagraph(String text) {
        return text.strip().lines().takeWhile(line -> !line.isBlank()).map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    }

    private static void place(CommandInfo command, Markdown text) {
        if (command.missing()) {
            text.paragraph("⚠ **The target does not have it.**");
        }
        switch (command.kind()) {
            case KNOWN -> text.paragraph("Module " + Markdown.code(command.module()) + " · " + Markdown.escape(command.where()));
            case FUNCTION -> text.paragraph(command.module().isEmpty() ? "" : "From " + Markdown.code(command.module()));
            case OF_NODE -> text.paragraph("On " + Markdown.escape(command.module()));
        }
    }
}
