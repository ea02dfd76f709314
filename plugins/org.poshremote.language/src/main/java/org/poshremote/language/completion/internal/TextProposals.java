package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.StatementBlock;

/** What a text can be where the tree around it tells: a value that is compared, a key, the value of a key, a file. */
final class TextProposals {
    private final Cursor cursor;
    private final Offers offers;
    private final List<Node> path;

    TextProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
        this.path = cursor.path();
    }

    /** @return whether the question is answered */
    boolean offer(Expression text, int at) {
        Node parent = at > 0 ? path.get(at - 1) : text;
        if (parent instanceof Expression.ExpandableString) {
            return false; // a part of it
        }
        boolean quoted = !(text instanceof Expression.StringConstant constant) || constant.quotes() != Expression.Quotes.BARE;
        if (parent instanceof Expression.MemberAccess access && access.member() == text || parent instanceof Expression.Invoke invoke && invoke.member() == text) {
            return false;
        }
        if (quoted && parent instanceof Expression.Index index && index.index() == text) {
            new MemberProposals(cursor, offers).keys(index.target(), Word.of(cursor, text));
            return true;
        }
        List<String> expected = new Expected(cursor).at(at);
        Word word = Word.of(cursor, text);
        if (!expected.isEmpty() && (quoted || parent instanceof Clause.SwitchCase)) {
            expected.forEach(value -> offers.add(offers.of(Proposal.Kind.VALUE, value, word.replace()).inserting(word.written(value)).ranked(5)));
            return true;
        }
        if (!quoted) {
            return parent instanceof Clause.SwitchCase && switchCase(word);
        }
        for (int i = at - 1; i > 0; i--) {
            if (path.get(i) instanceof AttributeNode.Attribute attribute) {
                new AttributeProposals(cursor, offers).value(attribute, text);
                return true;
            }
            if (path.get(i) instanceof Clause.Entry entry && path.get(i + 1) == entry.value() && path.get(i - 1) instanceof Expression.Hashtable table) {
                entryValue(table, entry, word);
                return true;
            }
            if (path.get(i) instanceof PipelineElement.Command command) {
                return command.elements().get(0) == text && commandInQuotes(command, word);
            }
            if (path.get(i) instanceof StatementBlock block && !(cursor.parentOf(block) instanceof Expression.ArrayExpression) || path.get(i) instanceof NamedBlock) {
                break;
            }
        }
        return true; // within quotes nothing else begins
    }

    private boolean commandInQuotes(PipelineElement.Command command, Word word) {
        if (command.invocation() != PipelineElement.Invocation.NAME) {
            new PathProposals(cursor, offers).offer(word.replace(), word.quote(), file -> command.invocation() != PipelineElement.Invocation.DOT || file.matches("(?i).*\\.ps1"), 8);
            cursor.model().functions().forEach(function -> offers.add(offers.of(Proposal.Kind.FUNCTION, function.name(), word.replace()).inserting(word.written(function.name())).ranked(10)));
        }
        return true;
    }

    private boolean switchCase(Word word) {
        new WordProposals(cursor, offers).keywords(List.of("default"), word.replace());
        return true;
    }

    /** Of a table whose keys are known. */
    void entryValue(Expression.Hashtable table, Clause.Entry entry, Word word) {
        Optional<Entry> known = entry.key().constantText().flatMap(key -> new KeyProposals(cursor, offers).known(table, key));
        known.ifPresent(key -> {
            ValueProposals values = new ValueProposals(cursor, offers);
            if (key.plainType().equals("bool")) {
                values.values(List.of(), "bool", word);
            }
            for (String value : key.values()) {
                String text = word.isQuoted() ? word.written(value) : "'" + value + "'";
                offers.add(offers.of(Proposal.Kind.VALUE, value, word.replace()).inserting(text).ranked(5));
            }
        });
        String key = entry.key().constantText().orElse("").toLowerCase(Locale.ROOT);
        String file = cursor.surroundings().fileName().toLowerCase(Locale.ROOT);
        if (word.isQuoted() && file.equals("psscriptanalyzersettings.psd1") && key.endsWith("rules")) {
            org.poshremote.language.rules.RuleCatalog.all().forEach(rule -> offers.add(offers.of(Proposal.Kind.VALUE, rule.name(), word.replace()).ranked(5)));
        } else if (word.isQuoted() && file.endsWith(".psd1") && (key.equals("rootmodule") || key.equals("nestedmodules") || key.equals("scriptstoprocess") || key.endsWith("toprocess") || key.equals("filelist"))) {
            new PathProposals(cursor, offers).offer(word.replace(), word.quote(), name -> true, 8);
        } else if (word.isQuoted() && file.endsWith(".psd1") && key.equals("compatiblepseditions")) {
            List.of("Desktop", "Core").forEach(edition -> offers.add(offers.of(Proposal.Kind.VALUE, edition, word.replace()).ranked(5)));
        } else if (word.isQuoted() && file.endsWith(".psd1") && key.equals("requiredmodules")) {
            new CommentProposals(cursor, offers).modules(word.replace());
        }
    }
}
