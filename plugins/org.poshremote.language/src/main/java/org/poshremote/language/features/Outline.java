package org.poshremote.language.features;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** What a script declares, in the order of the text; what stands within a declaration is its child. */
public final class Outline {
    private Outline() {
    }

    public static List<Symbol> of(Script script) {
        List<Symbol> symbols = new ArrayList<>();
        script.root().param().ifPresent(param -> symbols.addAll(parameters(param)));
        script.root().blocks().forEach(block -> collect(block, symbols));
        return symbols;
    }

    private static void collect(Node node, List<Symbol> symbols) {
        switch (node) {
            case Statement.Function function -> symbols.add(symbol(function));
            case Statement.TypeDefinition type -> symbols.add(symbol(type));
            case Statement.Configuration configuration -> symbols.add(new Symbol(configuration.name().constantText().orElse("configuration"), Symbol.Kind.CONFIGURATION,
                span(configuration), span(configuration.name()), List.of()));
            default -> node.children().forEach(child -> collect(child, symbols));
        }
    }

    private static Symbol symbol(Statement.Function function) {
        List<Symbol> children = new ArrayList<>();
        function.declaredParameters().forEach(parameter -> children.add(symbol(parameter)));
        function.body().blocks().forEach(block -> collect(block, children));
        return new Symbol(function.name(), Symbol.Kind.FUNCTION, span(function), new Span(function.nameStart(), function.nameEnd()), children);
    }

    private static List<Symbol> parameters(ParamBlock block) {
        return block.parameters().stream().map(Outline::symbol).toList();
    }

    private static Symbol symbol(Parameter parameter) {
        return new Symbol("$" + parameter.name().path(), Symbol.Kind.PARAMETER, span(parameter), span(parameter.name()), List.of());
    }

    private static Symbol symbol(Statement.TypeDefinition type) {
        boolean isEnum = type.keyword().equals("enum");
        List<Symbol> members = type.members().stream().map(member -> member(member, isEnum)).toList();
        return new Symbol(type.name(), isEnum ? Symbol.Kind.ENUM : Symbol.Kind.CLASS, span(type), new Span(type.nameStart(), type.nameEnd()), members);
    }

    private static Symbol member(Member member, boolean ofEnum) {
        return switch (member) {
            case Member.Property property -> new Symbol(property.name(), ofEnum ? Symbol.Kind.ENUM_VALUE : Symbol.Kind.PROPERTY, span(property),
                new Span(property.nameStart(), property.nameStart() + property.name().length() + (ofEnum ? 0 : 1)), List.of());
            case Member.Method method -> new Symbol(method.name(), Symbol.Kind.METHOD, span(method),
                new Span(method.nameStart(), method.nameStart() + method.name().length()), List.of());
        };
    }

    static Span span(Node node) {
        return new Span(node.start(), node.end());
    }
}
