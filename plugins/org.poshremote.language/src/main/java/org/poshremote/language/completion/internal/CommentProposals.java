package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.help.HelpTags;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** What is written in comments: tags of help, names of parameters behind {@code .PARAMETER}, {@code #Requires}. */
final class CommentProposals {
    private final Cursor cursor;
    private final Offers offers;

    CommentProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    /** The comment that the cursor is in, behind its mark. */
    static Optional<Script.Comment> around(Cursor cursor) {
        List<Script.Comment> comments = cursor.script().comments();
        int low = 0;
        int high = comments.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Script.Comment comment = comments.get(middle);
            boolean block = cursor.script().text().startsWith("<#", comment.start());
            int end = cursor.real(comment.end());
            if (end < cursor.offset() || block && end == cursor.offset() && cursor.script().text().startsWith("#>", comment.end() - 2)) {
                low = middle + 1;
            } else if (comment.start() >= cursor.offset()) {
                high = middle - 1;
            } else {
                return Optional.of(comment);
            }
        }
        return Optional.empty();
    }

    void offer(Script.Comment comment) {
        String line = cursor.line();
        int lineStart = cursor.offset() - line.length();
        String written = comment.start() >= lineStart ? line.substring(comment.start() - lineStart) : line;
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.startsWith("#requires")) {
            requires(written);
            return;
        }
        String text = written.replaceFirst("^<?#?\\s*", "");
        int start = cursor.offset() - text.length();
        if (text.startsWith(".")) {
            int blank = text.indexOf(' ');
            if (blank < 0) {
                tags(new Span(start, cursor.offset()), comment);
            } else if (text.substring(0, blank).equalsIgnoreCase(".PARAMETER")) {
                parameters(comment, new Span(cursor.offset() - text.substring(blank).strip().length(), cursor.offset()));
            }
        } else if (lower.matches("#\\w*") && comment.start() == cursor.offset() - written.length()) {
            Span replace = new Span(comment.start(), cursor.offset());
            offers.add(offers.of(Proposal.Kind.KEYWORD, "#Requires", replace).inserting("#Requires -").ranked(10).documented(() -> "What the script needs to run."));
            offers.add(offers.of(Proposal.Kind.KEYWORD, "#region", replace).ranked(11).documented(() -> "Begins a part that can be folded."));
            offers.add(offers.of(Proposal.Kind.KEYWORD, "#endregion", replace).ranked(12).documented(() -> "Ends a part that can be folded."));
        }
    }

    private void tags(Span replace, Script.Comment comment) {
        String written = cursor.script().text().substring(comment.start(), comment.end()).toUpperCase(Locale.ROOT);
        int rank = 10;
        for (Map.Entry<String, String> tag : HelpTags.all().entrySet()) {
            boolean several = List.of("PARAMETER", "EXAMPLE", "LINK").contains(tag.getKey());
            boolean there = !several && written.lines().anyMatch(line -> line.strip().equals("." + tag.getKey())) && !cursor.before(replace.start()).equalsIgnoreCase("." + tag.getKey());
            if (!there) {
                offers.add(offers.of(Proposal.Kind.TAG, "." + tag.getKey(), replace).inserting("." + tag.getKey() + (tag.getKey().equals("PARAMETER") ? " " : "")).ranked(rank++)
                    .documented(tag::getValue));
            }
        }
    }

    private void parameters(Script.Comment comment, Span replace) {
        Optional<Statement.Function> described = cursor.model().functions().stream()
            .filter(function -> function.start() >= comment.end() || function.body().start() <= comment.start() && comment.end() <= function.body().end())
            .min(java.util.Comparator.comparingInt((Statement.Function function) -> function.start() >= comment.end() ? function.start() - comment.end() : comment.start() - function.start()));
        List<Parameter> parameters = described.map(Statement.Function::declaredParameters)
            .orElseGet(() -> cursor.model().script().root().param().map(param -> param.parameters()).orElse(List.of()));
        String written = cursor.script().text().substring(comment.start(), comment.end()).toLowerCase(Locale.ROOT);
        for (Parameter parameter : parameters) {
            String name = parameter.name().name();
            boolean there = written.lines().anyMatch(line -> line.strip().equals(".parameter " + name.toLowerCase(Locale.ROOT)));
            offers.add(offers.of(Proposal.Kind.VARIABLE, name, replace).detailed(parameter.type().map(type -> type.text()).orElse("")).ranked(there ? 30 : 10));
        }
    }

    private void requires(String written) {
        int blank = Math.max(written.lastIndexOf(' '), written.lastIndexOf('\t'));
        if (blank < 0) {
            return;
        }
        Span replace = new Span(cursor.offset() - (written.length() - blank - 1), cursor.offset());
        String word = written.substring(blank + 1);
        String before = written.substring(0, blank).strip().toLowerCase(Locale.ROOT);
        if (word.startsWith("-") || before.equals("#requires")) {
            for (Entry entry : Reference.all(Reference.Kind.REQUIRES)) {
                offers.add(offers.of(Proposal.Kind.PARAMETER, "-" + entry.name(), replace).detailed(entry.type()).ranked(10).documented(entry::says));
            }
        } else if (before.endsWith("-version")) {
            int rank = 10;
            for (String version : List.of("5.1", "7.0", "7.2", "7.4", "3.0", "4.0", "5.0", "2.0", "6.0")) {
                offers.add(offers.of(Proposal.Kind.VALUE, version, replace).ranked(rank++));
            }
        } else if (before.endsWith("-psedition")) {
            List.of("Desktop", "Core").forEach(edition -> offers.add(offers.of(Proposal.Kind.VALUE, edition, replace).ranked(10)));
        } else if (before.matches(".*-modules?")) {
            modules(replace);
        }
    }

    /** Modules that the knowledge has commands of. */
    void modules(Span replace) {
        for (Entry entry : Reference.all(Reference.Kind.MODULE)) {
            offers.add(offers.of(Proposal.Kind.MODULE, entry.name(), replace).ranked(10).documented(entry::says));
        }
        org.poshremote.language.knowledge.Knowledge.commands().stream().map(org.poshremote.language.knowledge.KnownCommand::module).distinct()
            .filter(module -> !module.isEmpty()).forEach(module -> offers.add(offers.of(Proposal.Kind.MODULE, module, replace).ranked(20)));
    }
}
