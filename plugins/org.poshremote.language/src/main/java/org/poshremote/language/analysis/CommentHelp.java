package org.poshremote.language.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/**
 * Help in a comment (about_Comment_Based_Help). Texts keep their line ends as LF and lose the indentation they share.
 *
 * @param parameters by name in lower case, in the order of the comment
 */
public record CommentHelp(String synopsis, String description, Map<String, String> parameters, List<String> examples, String inputs, String outputs, String notes,
        List<String> links) {
    private static final Set<String> KEYWORDS = Set.of("synopsis", "description", "parameter", "example", "inputs", "outputs", "notes", "link", "component", "role",
        "functionality", "forwardhelptargetname", "forwardhelpcategory", "remotehelprunspace", "externalhelp");
    /** A comment that stands farther from what it is about is not its help (about_Comment_Based_Help: one blank line at most). */
    private static final int MOST_BLANK_LINES = 1;
    /** A script's help is not looked for behind more comments. */
    private static final int MOST_COMMENTS = 50;

    public CommentHelp {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        examples = List.copyOf(examples);
        links = List.copyOf(links);
    }

    /** One section as written in the comment. */
    private record Section(String keyword, String argument, String text) {
    }

    /** Of a function; empty where it has none. */
    public static Optional<CommentHelp> of(Script script, Statement.Function function) {
        return commentOf(script, function).flatMap(CommentHelp::parse);
    }

    /** The comment in which a function's help is, as written. */
    public static Optional<String> commentOf(Script script, Statement.Function function) {
        return spanOf(script, function).map(span -> script.text().substring(span.start(), span.end()));
    }

    /** Where it is: before the function, or first or last in its body. */
    public static Optional<Span> spanOf(Script script, Statement.Function function) {
        return Comments.before(script, function.start()).filter(run -> Comments.blankLines(script.text(), run.end(), function.start()) <= MOST_BLANK_LINES)
            .filter(run -> isHelp(script, run))
            .or(() -> Comments.firstIn(script, function.body().start(), function.end()).filter(run -> isHelp(script, run)))
            .or(() -> Comments.lastIn(script, function.body().start(), function.end()).filter(run -> isHelp(script, run)));
    }

    /** The same of a whole script: among the comments at its beginning. */
    public static Optional<Span> spanOf(Script script) {
        return script.comments().stream().limit(MOST_COMMENTS).map(comment -> Comments.run(script, comment.start())).filter(run -> isHelp(script, run)).findFirst();
    }

    private static boolean isHelp(Script script, Span run) {
        return isHelp(script.text().substring(run.start(), run.end()));
    }

    static boolean isHelp(String comment) {
        return comment.lines().anyMatch(line -> keyword(bare(line)).isPresent());
    }

    /** Empty where the comment holds no keyword of help. */
    public static Optional<CommentHelp> parse(String comment) {
        if (!isHelp(comment)) {
            return Optional.empty();
        }
        String synopsis = "";
        String description = "";
        String inputs = "";
        String outputs = "";
        String notes = "";
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> examples = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (Section section : sections(comment)) {
            switch (section.keyword()) {
                case "synopsis" -> synopsis = section.text();
                case "description" -> description = section.text();
                case "parameter" -> parameters.putIfAbsent(section.argument().toLowerCase(Locale.ROOT), section.text());
                case "example" -> examples.add(section.text());
                case "inputs" -> inputs = section.text();
                case "outputs" -> outputs = section.text();
                case "notes" -> notes = section.text();
                case "link" -> section.text().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(links::add);
                default -> { }
            }
        }
        return Optional.of(new CommentHelp(synopsis, description, parameters, examples, inputs, outputs, notes, links));
    }

    private static List<Section> sections(String comment) {
        List<Section> sections = new ArrayList<>();
        String keyword = "";
        String argument = "";
        List<String> lines = new ArrayList<>();
        for (String raw : comment.lines().toList()) {
            String line = bare(raw);
            Optional<String> next = keyword(line);
            if (next.isPresent()) {
                add(sections, keyword, argument, lines);
                keyword = next.get();
                argument = line.strip().substring(keyword.length() + 1).strip();
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        add(sections, keyword, argument, lines);
        return sections;
    }

    private static void add(List<Section> sections, String keyword, String argument, List<String> lines) {
        if (!keyword.isEmpty()) {
            sections.add(new Section(keyword, argument, String.join("\n", lines).stripIndent().strip()));
        }
    }

    /** Without the signs of a comment. */
    private static String bare(String line) {
        String text = line;
        String stripped = text.stripLeading();
        if (stripped.startsWith("<#")) {
            text = stripped.substring(2);
        } else if (stripped.startsWith("#") && !stripped.startsWith("#>")) {
            text = stripped.substring(1);
        }
        int close = text.indexOf("#>");
        return close >= 0 ? text.substring(0, close) : text;
    }

    /** {@code .SYNOPSIS}: a dot, a word that is known, nothing else before. */
    private static Optional<String> keyword(String line) {
        String text = line.strip();
        if (text.length() < 2 || text.charAt(0) != '.') {
            return Optional.empty();
        }
        int end = 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String word = text.substring(1, end).toLowerCase(Locale.ROOT);
        return KEYWORDS.contains(word) && (end == text.length() || Character.isWhitespace(text.charAt(end))) ? Optional.of(word) : Optional.empty();
    }
}
