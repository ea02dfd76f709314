package org.poshremote.language.navigation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Script;

/** Parts of a file that lead elsewhere: files that it takes in or calls, and addresses in its comments. */
public final class DocumentLinks {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`\u2018\u2019\u201C\u201D]+");
    /** What ends a sentence rather than an address. */
    private static final String CLOSING = ".,;:!?)]}";

    private DocumentLinks() {
    }

    /** @param toFile whether it leads to a file of the workspace */
    public record Link(Span span, URI target, boolean toFile) {
    }

    /** In the order of the text. */
    public static List<Link> of(ScriptFileView view) {
        List<Link> links = new ArrayList<>();
        for (Mention mention : view.mentions()) {
            if (mention.entity() instanceof Entity.ScriptFile script) {
                links.add(new Link(new Span(mention.start(), mention.end()), script.file(), true));
            }
        }
        String text = view.script().text();
        for (Script.Comment comment : view.script().comments()) {
            Matcher addresses = ADDRESS.matcher(text).region(comment.start(), comment.end());
            while (addresses.find()) {
                int end = addresses.end();
                while (end > addresses.start() && (CLOSING.indexOf(text.charAt(end - 1)) >= 0 || text.startsWith("#>", end - 2) && end == comment.end())) {
                    end--;
                }
                int last = end;
                uri(text.substring(addresses.start(), end)).ifPresent(uri -> links.add(new Link(new Span(addresses.start(), last), uri, false)));
            }
        }
        links.sort(Comparator.comparingInt(link -> link.span().start()));
        return links;
    }

    private static Optional<URI> uri(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
