package org.poshremote.language.completion.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.PowerShellQuoting;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.hover.MemberText;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.types.KnownMember;
import org.poshremote.language.types.KnownType;
import org.poshremote.language.types.Shape;
import org.poshremote.language.types.TypeTable;

/** What stands behind a dot or two colons. */
final class MemberProposals {
    private static final int OWN = 10;
    private static final int INHERITED = 20;
    /** Properties are wanted more often than methods. */
    private static final int CALLED = 3;
    private static final int OF_ALL = 60;

    private final Cursor cursor;
    private final Offers offers;

    MemberProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    void offer(Expression target, boolean isStatic, Span replace) {
        if (isStatic && target instanceof Expression.TypeLiteral literal) {
            cursor.inference().named(literal.type().text()).ifPresent(shape -> members(shape, true, replace, 0));
            return;
        }
        List<Node> path = cursor.path();
        Optional<Shape> shape = cursor.inference().of(target, path);
        if (shape.isPresent()) {
            members(shape.get(), isStatic, replace, 0);
        } else if (!isStatic) {
            mentioned(target, replace);
        }
    }

    /** Those of a table that is indexed with a text. */
    void keys(Expression target, Word word) {
        if (cursor.inference().of(target, cursor.path()).orElse(null) instanceof Shape.Keys table) {
            table.entries().forEach(entry -> entry.key().constantText()
                .ifPresent(name -> offers.add(offers.of(Proposal.Kind.PROPERTY, name, word.replace()).inserting(word.written(name)).ranked(OWN))));
        }
    }

    /** Where nothing is known of the value: members that the script uses of the same variable. */
    private void mentioned(Expression target, Span replace) {
        if (target instanceof Expression.Variable variable) {
            String text = cursor.text();
            cursor.model().variableAt(variable.name(), cursor.offset()).ifPresent(symbol -> symbol.uses().stream().map(use -> use.end())
                .filter(end -> end < text.length() && text.charAt(end) == '.').forEach(dot -> {
                    int end = dot + 1;
                    while (end < text.length() && Cursor.isWord(text.charAt(end))) {
                        end++;
                    }
                    // not the one that is being written
                    if (end > dot + 1 && !(dot < cursor.offset() && cursor.offset() <= end)) {
                        offers.add(offers.of(Proposal.Kind.PROPERTY, text.substring(dot + 1, end), replace).ranked(INHERITED));
                    }
                }));
        }
        TypeTable.find("Object").ifPresent(object -> known(object, object.own(), false, replace, OF_ALL));
    }

    private void members(Shape shape, boolean isStatic, Span replace, int depth) {
        if (depth > 8) {
            return;
        }
        switch (shape) {
            case Shape.Known known -> {
                known(known.type(), known.type().members(), isStatic, replace, OWN);
                if (isStatic && known.type().isEnum()) {
                    TypeTable.find("Enum").ifPresent(type -> known(type, type.own(), true, replace, OF_ALL));
                }
            }
            case Shape.Declared declared -> declared(declared.type(), isStatic, replace, depth);
            case Shape.Keys keys -> keys(keys, replace);
            case Shape.Properties properties -> properties.properties().forEach(name -> offers.add(property(name, replace).ranked(OWN)));
            case Shape.Many many -> {
                many.element().ifPresent(element -> members(element, isStatic, replace, depth + 1));
                TypeTable.find("Array").ifPresent(array -> known(array, array.own(), isStatic, replace, INHERITED));
            }
            case Shape.Named named -> TypeTable.find("Object").ifPresent(object -> {
                known(object, object.own(), isStatic, replace, OF_ALL);
                if (isStatic) {
                    offers.add(method("new", replace).ranked(OWN));
                }
            });
        }
    }

    // ---- known types

    private void known(KnownType type, List<KnownMember> members, boolean isStatic, Span replace, int rank) {
        Map<String, List<KnownMember>> byName = new LinkedHashMap<>();
        members.stream().filter(member -> member.isStatic() == isStatic).forEach(member -> byName.computeIfAbsent(member.name(), key -> new java.util.ArrayList<>()).add(member));
        byName.forEach((name, overloads) -> {
            KnownMember first = overloads.get(0);
            boolean own = type.own().contains(first);
            boolean ofAll = TypeTable.find("Object").filter(object -> object != type && object.own().contains(first)).isPresent();
            Proposal proposal = switch (first.kind()) {
                case PROPERTY -> property(name, replace).committedBy(".");
                case ENUM_VALUE -> offers.of(Proposal.Kind.ENUM_VALUE, name, replace);
                case METHOD, CONSTRUCTOR -> method(name, replace, overloads.stream().allMatch(each -> each.parameters().isEmpty()));
            };
            String detail = first.isCalled() ? first.signature() + (overloads.size() > 1 ? " +" + (overloads.size() - 1) : "") : first.type();
            offers.add(proposal.detailed(detail).ranked(ofAll ? OF_ALL : (own ? rank : Math.max(rank, INHERITED)) + (first.isCalled() ? CALLED : 0)).documented(() -> MemberText.of(type, overloads)));
        });
    }

    private Proposal property(String name, Span replace) {
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return offers.of(Proposal.Kind.PROPERTY, name, replace).inserting(plain ? name : PowerShellQuoting.literal(name));
    }

    private Proposal method(String name, Span replace) {
        return method(name, replace, false);
    }

    private Proposal method(String name, Span replace, boolean withoutArguments) {
        Proposal proposal = offers.of(Proposal.Kind.METHOD, name, replace);
        // where it is called already only the name is written
        if (replace.end() < cursor.text().length() && cursor.text().charAt(replace.end()) == '(') {
            return proposal;
        }
        return withoutArguments ? proposal.inserting(name + "()") : proposal.inserting(name + "(").withSnippet(name + "($1)$0");
    }

    // ---- of scripts

    private void declared(Statement.TypeDefinition type, boolean isStatic, Span replace, int depth) {
        boolean isEnum = type.keyword().equalsIgnoreCase("enum");
        Set<String> methods = new HashSet<>();
        boolean constructor = false;
        for (Member member : type.members()) {
            boolean ofType = member instanceof Member.Property property ? property.isStatic() || isEnum : ((Member.Method) member).isStatic();
            boolean makes = member instanceof Member.Method method && method.name().equalsIgnoreCase(type.name());
            constructor |= makes;
            if (makes || ofType != isStatic || isAtCursor(member)) {
                continue;
            }
            String given = member.attributes().stream().filter(AttributeNode.TypeConstraint.class::isInstance).map(attribute -> attribute.type().text()).findFirst().orElse("");
            switch (member) {
                case Member.Property property -> offers.add((isEnum ? offers.of(Proposal.Kind.ENUM_VALUE, member.name(), replace) : property(member.name(), replace))
                    .detailed(isEnum ? type.name() : given).ranked(OWN).documented(() -> MemberText.of(type, property)));
                case Member.Method method -> {
                    if (methods.add(member.name().toLowerCase(java.util.Locale.ROOT))) {
                        offers.add(method(member.name(), replace, method.parameters().isEmpty()).detailed(MemberText.signature(method)).ranked(OWN).documented(() -> MemberText.of(type, method)));
                    }
                }
            }
        }
        if (isStatic && !isEnum) {
            offers.add(method("new", replace, !constructor).detailed(type.name()).ranked(OWN));
        }
        if (isStatic && isEnum) {
            TypeTable.find("Enum").ifPresent(found -> known(found, found.own(), true, replace, OF_ALL));
        }
        Optional<Shape> base = type.baseTypes().stream().findFirst().flatMap(each -> cursor.inference().named(each.type().text()));
        base.ifPresent(above -> members(above, isStatic, replace, depth + 1));
        if (!isStatic && depth == 0) {
            TypeTable.find("Object").ifPresent(object -> known(object, object.own(), false, replace, OF_ALL));
        }
    }

    private boolean isAtCursor(Member member) {
        int start = member instanceof Member.Property property ? property.nameStart() : ((Member.Method) member).nameStart();
        return start <= cursor.offset() && cursor.offset() <= start + member.name().length();
    }

    private void keys(Shape.Keys keys, Span replace) {
        for (Clause.Entry entry : keys.entries()) {
            entry.key().constantText().ifPresent(name -> offers.add(property(name, replace).ranked(OWN)));
        }
        String type = keys.name().equals("ordered") ? "OrderedDictionary" : keys.name().equals("hashtable") ? "Hashtable" : "PSObject";
        TypeTable.find(type).ifPresent(found -> known(found, found.members(), false, replace, INHERITED));
    }
}
