package org.poshremote.language.hover;

import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.features.Span;
import org.poshremote.language.help.HelpTags;
import org.poshremote.language.markdown.Markdown;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.rules.RuleCatalog;

/** Words in comments that mean something: tags of help, {@code #Requires}, names of rules. */
final class CommentHover {
    private CommentHover() {
    }

    static Optional<HoverText> at(String text, int offset) {
        int start = offset;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        String word = text.substring(start, end);
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        Span span = new Span(start, end);
        if (before == '.' && HelpTags.isTag(word)) {
            return Optional.of(new HoverText(span, Markdown.escape(HelpTags.all().get(word.toUpperCase(Locale.ROOT)))));
        }
        if (before == '-' && line(text, start).stripLeading().toLowerCase(Locale.ROOT).startsWith("#requires")) {
            return Reference.find(Reference.Kind.REQUIRES, word).map(entry -> Hover.entry(entry, span, ""));
        }
        return RuleCatalog.find(word).map(rule -> new HoverText(span, new Markdown().heading(rule.name()).paragraph(rule.about()).toString()));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static String line(String text, int offset) {
        int start = offset;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return text.substring(start, offset);
    }
}
