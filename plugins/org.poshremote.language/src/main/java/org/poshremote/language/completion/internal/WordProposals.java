package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Words of the language: keywords, operators, templates. */
final class WordProposals {
    private static final int FOLLOWING = 3;
    private static final int KEYWORD = 18;
    private static final int SNIPPET = 19;
    private static final int CASE = 45;
    private static final Set<String> UNARY = Set.of("-not", "-bnot", "-join", "-split", "-csplit", "-isplit");
    /** Those that are written within another statement only. */
    private static final Set<String> ELSEWHERE = Set.of("in", "else", "elseif", "catch", "finally", "until", "default", "hidden", "static", "base", "begin", "process", "end", "clean", "dynamicparam", "using");
    private static final Set<String> IN_EXPRESSION = Set.of("if", "switch", "foreach", "for", "while", "do", "try", "data");
    private static final Set<String> BLOCKS = Set.of("begin", "process", "end", "clean", "dynamicparam");

    private final Cursor cursor;
    private final Offers offers;

    WordProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    // ---- where a statement begins

    void statement(Statement statement, Span replace) {
        Optional<Statement> before = before(statement);
        boolean afterIf = before.filter(each -> each instanceof Statement.If choice && choice.otherwise().isEmpty()).isPresent();
        boolean afterTry = before.filter(each -> each instanceof Statement.Try whole && whole.finallyBlock().isEmpty()).isPresent();
        boolean afterDo = before.filter(each -> each instanceof Statement.Do).isPresent();
        for (Entry keyword : Reference.all(Reference.Kind.KEYWORD)) {
            String name = keyword.name();
            boolean follows = afterIf && name.startsWith("else") || afterTry && (name.equals("catch") || name.equals("finally")) || afterDo && (name.equals("while") || name.equals("until"));
            boolean fits = follows || !ELSEWHERE.contains(name) || BLOCKS.contains(name) && inBody(statement) || name.equals("using") && atTop(statement);
            if (fits) {
                keyword(keyword, replace, follows ? FOLLOWING : KEYWORD);
            }
        }
        boolean inConfiguration = cursor.around(Statement.Configuration.class).isPresent();
        for (Template template : Template.all()) {
            boolean fits = switch (template.place()) {
                case "statement" -> true;
                case "top" -> atTop(statement) || cursor.before(replace.start()).length() > 2;
                case "after-if" -> afterIf;
                case "after-try" -> afterTry;
                case "configuration" -> inConfiguration;
                default -> false;
            };
            if (fits) {
                template(template, replace);
            }
        }
    }

    void template(Template template, Span replace) {
        offers.add(offers.of(Proposal.Kind.SNIPPET, template.name(), replace).inserting(Template.plain(template.text())).withSnippet(template.text()).detailed("template").ranked(SNIPPET)
            .documented(() -> org.poshremote.language.markdown.Markdown.escape(template.says()) + "\n\n```powershell\n" + Template.plain(template.text()) + "\n```"));
    }

    void templates(String place, Span replace) {
        Template.all().stream().filter(template -> template.place().equals(place)).forEach(template -> template(template, replace));
    }

    private void keyword(Entry keyword, Span replace, int rank) {
        offers.add(offers.of(Proposal.Kind.KEYWORD, keyword.name(), replace).ranked(rank).documented(keyword::says));
    }

    /** What an assignment or parenthesis can begin with. */
    void expression(Span replace) {
        Reference.all(Reference.Kind.KEYWORD).stream().filter(keyword -> IN_EXPRESSION.contains(keyword.name())).forEach(keyword -> keyword(keyword, replace, KEYWORD + 10));
    }

    void keywords(List<String> names, Span replace) {
        Reference.all(Reference.Kind.KEYWORD).stream().filter(keyword -> names.contains(keyword.name())).forEach(keyword -> keyword(keyword, replace, KEYWORD));
    }

    private List<Statement> siblings(Statement statement) {
        Node parent = cursor.parentOf(statement);
        return switch (parent) {
            case StatementBlock block -> block.statements();
            case NamedBlock block -> block.statements();
            default -> List.of();
        };
    }

    private Optional<Statement> before(Statement statement) {
        Optional<Statement> before = Optional.empty();
        for (Statement each : siblings(statement)) {
            if (each == statement) {
                return before;
            }
            before = Optional.of(each);
        }
        return Optional.empty();
    }

    private boolean atTop(Statement statement) {
        List<Statement> siblings = siblings(statement);
        return cursor.path().size() <= 5 && !siblings.isEmpty() && siblings.get(0) == statement
            && cursor.model().script().root().children().stream().noneMatch(part -> part.start() < statement.start());
    }

    /** Directly in a function or block that has nothing else yet but named blocks. */
    private boolean inBody(Statement statement) {
        List<Statement> siblings = siblings(statement);
        return cursor.parentOf(statement) instanceof NamedBlock block && block.implicit() && !siblings.isEmpty() && siblings.get(0) == statement;
    }

    // ---- operators

    /** @param binary a value stands before */
    void operators(Span replace, boolean binary) {
        String typed = cursor.before(replace.start()).toLowerCase(Locale.ROOT);
        for (Entry operator : Reference.all(Reference.Kind.OPERATOR)) {
            if (operator.name().startsWith("-") && (UNARY.contains(operator.name()) ? !binary || operator.name().equals("-join") || operator.name().contains("split") : binary)) {
                boolean variant = operator.name().length() > 3 && "ci".indexOf(operator.name().charAt(1)) >= 0
                    && Reference.find(Reference.Kind.OPERATOR, "-" + operator.name().substring(2)).isPresent();
                boolean asked = typed.length() > 1 && "ci".indexOf(typed.charAt(1)) >= 0;
                offers.add(offers.of(Proposal.Kind.OPERATOR, operator.name(), replace).ranked(variant && !asked ? CASE : KEYWORD).committedBy(" ").documented(operator::says));
            }
        }
    }

    void switchFlags(Span replace) {
        Reference.all(Reference.Kind.SWITCH).forEach(flag -> offers.add(offers.of(Proposal.Kind.PARAMETER, flag.name(), replace).ranked(KEYWORD).documented(flag::says)));
    }
}
