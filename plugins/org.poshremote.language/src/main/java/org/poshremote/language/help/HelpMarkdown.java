package org.poshremote.language.help;

import org.poshremote.language.analysis.CommentHelp;
import org.poshremote.language.markdown.Markdown;

/** Comment-based help for reading. What stands in it is text of the script, so it is escaped. */
public final class HelpMarkdown {
    private static final int LONGEST_SECTION = 4_000;
    private static final int MOST_EXAMPLES = 5;

    private HelpMarkdown() {
    }

    /** All but the syntax and the parameters, which the command itself tells. */
    public static void write(CommentHelp help, Markdown markdown) {
        markdown.prose(cut(help.synopsis()));
        if (!help.description().equals(help.synopsis())) {
            markdown.prose(cut(help.description()));
        }
        help.examples().stream().limit(MOST_EXAMPLES).forEach(example -> example(example, markdown));
        section(help.inputs(), "Takes", markdown);
        section(help.outputs(), "Gives", markdown);
        section(help.notes(), "Notes", markdown);
        help.links().stream().filter(link -> !link.isBlank()).forEach(link -> markdown.item(link(link.strip())));
    }

    private static void section(String text, String title, Markdown markdown) {
        if (!text.isBlank()) {
            markdown.heading(title).prose(cut(text));
        }
    }

    /** Its first line is the command (about_Comment_Based_Help, EXAMPLE). */
    private static void example(String example, Markdown markdown) {
        String[] parts = example.strip().split("\r\n|\r|\n", 2);
        if (!parts[0].isBlank()) {
            markdown.heading("Example").script(cut(parts[0].replaceFirst("^(PS [^>]*>|C:\\\\PS>)\\s*", "")));
            if (parts.length > 1) {
                markdown.prose(cut(parts[1]));
            }
        }
    }

    private static String link(String link) {
        return link.matches("https?://[\\w./?=&%#:~+,;@-]+") ? "[" + Markdown.escape(link) + "](" + link + ")" : Markdown.escape(link);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SECTION ? text : text.substring(0, LONGEST_SECTION) + "…";
    }
}
