package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.poshremote.language.command.OtherScripts;
import org.poshremote.language.completion.Matching;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.hover.MemberText;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.types.KnownType;
import org.poshremote.language.types.TypeTable;

/** Names of types: of the script, PowerShell's short ones, .NET's with what "using namespace" allows, and namespaces. */
final class TypeProposals {
    private static final int OWN = 10;
    private static final int SHORT = 20;
    private static final int FIRST_ATTRIBUTE = 12;
    private static final int ATTRIBUTE = 22;
    private static final int KNOWN = 30;
    private static final int NAMESPACE = 40;

    private final Cursor cursor;
    private final Offers offers;

    TypeProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    void offer(Span replace) {
        // what is offered depends on the dots typed
        offers.incomplete();
        for (Statement.TypeDefinition type : cursor.model().types()) {
            if (!(type.nameStart() <= cursor.offset() && cursor.offset() <= cursor.real(type.nameEnd()))) {
                offers.add(offers.of(kind(type.keyword()), type.name(), replace).detailed(type.keyword()).ranked(OWN).documented(() -> MemberText.of(type)));
            }
        }
        for (OtherScripts.Declared type : cursor.surroundings().others().types()) {
            offers.add(offers.of(Proposal.Kind.TYPE, type.name(), replace).detailed(type.file()).ranked(OWN + 1)
                .documented(() -> cursor.surroundings().others().type(type.name()).map(found -> MemberText.of(found.declaration())).orElse("")));
        }
        for (Map.Entry<String, String> accelerator : TypeTable.accelerators().entrySet()) {
            Optional<KnownType> known = TypeTable.find(accelerator.getValue());
            offers.add(offers.of(Proposal.Kind.TYPE, accelerator.getKey(), replace).detailed(accelerator.getValue()).ranked(SHORT)
                .documented(() -> known.map(MemberText::of).orElse("")));
        }
        known(replace);
        namespaces(replace);
    }

    private static Proposal.Kind kind(String keyword) {
        return keyword.equalsIgnoreCase("enum") ? Proposal.Kind.ENUM : Proposal.Kind.TYPE;
    }

    /** By whole name, without "System." where that is enough, or by short name after "using namespace". */
    private void known(Span replace) {
        List<String> used = cursor.model().script().root().usings().stream().filter(using -> using.kind().equalsIgnoreCase("namespace"))
            .flatMap(using -> using.name().stream()).map(name -> name.constantText().orElse("").toLowerCase(Locale.ROOT)).toList();
        String typed = cursor.before(replace.start()).toLowerCase(Locale.ROOT);
        for (KnownType type : TypeTable.all()) {
            if (!type.name().contains(".")) {
                continue; // classes of the operating system's management are no .NET types
            }
            String name = type.name();
            String brief = used.contains(type.namespace().toLowerCase(Locale.ROOT)) ? type.shortName()
                : name.startsWith("System.") && !typed.startsWith("system") ? name.substring("System.".length()) : name;
            // a namespace is completed step by step, a short name finds its type anywhere
            boolean inNamespace = typed.contains(".") && brief.toLowerCase(Locale.ROOT).startsWith(typed);
            if (!typed.isEmpty() || used.contains(type.namespace().toLowerCase(Locale.ROOT))) {
                Proposal proposal = offers.of(type.isEnum() ? Proposal.Kind.ENUM : Proposal.Kind.TYPE, inNamespace || brief.equals(type.shortName()) ? brief : name, replace)
                    .detailed(type.namespace()).ranked(used.contains(type.namespace().toLowerCase(Locale.ROOT)) ? SHORT : KNOWN).documented(() -> MemberText.of(type));
                boolean exactly = typed.equals(brief.substring(0, Math.max(0, brief.length() - type.shortName().length())).toLowerCase(Locale.ROOT));
                offers.add(typed.contains(".") ? proposal.inserting(inNamespace ? brief : name).ranked(exactly ? SHORT : KNOWN) : proposal.inserting(brief).filteredBy(type.shortName()));
            }
        }
    }

    private void namespaces(Span replace) {
        String typed = cursor.before(replace.start());
        if (typed.isEmpty()) {
            return;
        }
        for (String namespace : TypeTable.namespaces()) {
            offers.add(offers.of(Proposal.Kind.NAMESPACE, namespace, replace).ranked(NAMESPACE));
            if (namespace.startsWith("System.") && !typed.toLowerCase(Locale.ROOT).startsWith("system")) {
                offers.add(offers.of(Proposal.Kind.NAMESPACE, namespace.substring("System.".length()), replace).ranked(NAMESPACE));
            }
        }
    }

    /** Names of attributes, with brackets to fill in. */
    void attributes(Span replace, Predicate<String> wanted) {
        for (Entry entry : Reference.all(Reference.Kind.ATTRIBUTE)) {
            if (!wanted.test(entry.name())) {
                continue;
            }
            int rank = entry.name().equals("Parameter") ? FIRST_ATTRIBUTE : ATTRIBUTE;
            Proposal proposal = offers.of(Proposal.Kind.TYPE, entry.name(), replace).detailed("attribute").ranked(rank).documented(entry::says);
            boolean written = replace.end() < cursor.text().length() && cursor.text().charAt(replace.end()) == '(';
            offers.add(written ? proposal : proposal.inserting(entry.name() + "()").withSnippet(entry.name() + "($1)$0"));
        }
    }

    /** For {@code New-Object}: those that can be made. */
    void creatable(Span replace) {
        offers.incomplete();
        for (Statement.TypeDefinition type : cursor.model().types()) {
            if (type.keyword().equalsIgnoreCase("class")) {
                offers.add(offers.of(Proposal.Kind.TYPE, type.name(), replace).detailed("class").ranked(OWN).documented(() -> MemberText.of(type)));
            }
        }
        offers.add(offers.of(Proposal.Kind.TYPE, "PSObject", replace).detailed("System.Management.Automation").ranked(SHORT));
        for (KnownType type : TypeTable.all()) {
            if (type.own().stream().anyMatch(member -> member.kind() == org.poshremote.language.types.KnownMember.Kind.CONSTRUCTOR) && !type.name().equals("System.Object")) {
                String generic = type.namespace().endsWith("Generic") ? type.shortName().equals("Dictionary") ? "[string,object]" : "[object]" : "";
                String text = type.name() + generic;
                boolean quoted = isQuoted(replace);
                offers.add(offers.of(Proposal.Kind.TYPE, text, replace).inserting(!generic.isEmpty() && !quoted ? "'" + text + "'" : text)
                    .filteredBy(Matching.matches(cursor.before(replace.start()), type.shortName()) ? type.shortName() : text).detailed(type.shortName()).ranked(KNOWN).documented(() -> MemberText.of(type)));
            }
        }
    }

    private boolean isQuoted(Span replace) {
        return replace.start() > 0 && "'\"".indexOf(cursor.text().charAt(replace.start() - 1)) >= 0;
    }

    void namespacesOnly(Span replace) {
        for (String namespace : TypeTable.namespaces()) {
            offers.add(offers.of(Proposal.Kind.NAMESPACE, namespace, replace).ranked(NAMESPACE));
        }
    }
}
