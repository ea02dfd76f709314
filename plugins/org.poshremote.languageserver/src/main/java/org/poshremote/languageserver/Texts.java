package org.poshremote.languageserver;

import java.util.regex.Pattern;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Our Markdown as the client can show it. */
final class Texts {
    private static final Pattern FENCE = Pattern.compile("(?m)^`{3,}\\w*$\n?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_\\[\\]<>|~&#+.)-])|\\*\\*|`");

    private Texts() {
    }

    static MarkupContent content(String markdown, boolean shown) {
        return shown ? new MarkupContent(MarkupKind.MARKDOWN, markdown) : new MarkupContent(MarkupKind.PLAINTEXT, plain(markdown));
    }

    static Either<String, MarkupContent> markup(String markdown, boolean shown) {
        return Either.forRight(content(markdown, shown));
    }

    private static String plain(String markdown) {
        return ESCAPE.matcher(FENCE.matcher(markdown).replaceAll("")).replaceAll(match -> match.group(1) == null ? "" : java.util.regex.Matcher.quoteReplacement(match.group(1))).strip();
    }
}
