package org.poshremote.language.hover;

import java.util.List;
import java.util.stream.Collectors;
import org.poshremote.language.markdown.Markdown;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;
import org.poshremote.language.types.KnownMember;
import org.poshremote.language.types.KnownType;

/** Members of types and types themselves in words, for pop-ups. */
public final class MemberText {
    private static final int MOST_MEMBERS = 30;

    private MemberText() {
    }

    /** @param overloads of one name */
    public static String of(KnownType type, List<KnownMember> overloads) {
        Markdown text = new Markdown();
        text.script(overloads.stream().map(member -> (member.isStatic() && member.kind() == KnownMember.Kind.METHOD || member.isStatic() && member.kind() == KnownMember.Kind.PROPERTY ? "static " : "")
            + member.signature()).collect(Collectors.joining("\n")));
        overloads.stream().map(KnownMember::description).filter(says -> !says.isEmpty()).findFirst().ifPresent(says -> text.paragraph(Markdown.escape(says)));
        text.paragraph("Of " + Markdown.code("[" + type.name() + "]"));
        return text.toString();
    }

    public static String of(KnownType type) {
        Markdown text = new Markdown();
        text.script("[" + type.name() + "]");
        text.paragraph(Markdown.escape(type.description()));
        if (type.isEnum()) {
            text.paragraph("Values: " + String.join(", ", type.own().stream().limit(MOST_MEMBERS).map(member -> Markdown.code(member.name())).toList())
                + (type.own().size() > MOST_MEMBERS ? " …" : ""));
        }
        List<String> constructors = type.own().stream().filter(member -> member.kind() == KnownMember.Kind.CONSTRUCTOR).map(KnownMember::signature).toList();
        text.script(String.join("\n", constructors));
        return text.toString();
    }

    /** A class or enum of a script. */
    public static String of(Statement.TypeDefinition type) {
        Markdown text = new Markdown();
        String bases = type.baseTypes().isEmpty() ? "" : " : " + String.join(", ", type.baseTypes().stream().map(base -> base.type().text()).toList());
        text.script(type.keyword() + " " + type.name() + bases);
        type.members().stream().limit(MOST_MEMBERS).forEach(member -> text.item(Markdown.code(type.keyword().equalsIgnoreCase("enum") ? member.name() : signature(member))));
        return text.toString();
    }

    public static String of(Statement.TypeDefinition type, Member member) {
        Markdown text = new Markdown();
        text.script(signature(member));
        text.paragraph("Of " + Markdown.code("[" + type.name() + "]"));
        return text.toString();
    }

    /** As it would be declared. */
    public static String signature(Member member) {
        boolean isStatic = member instanceof Member.Property property ? property.isStatic() : ((Member.Method) member).isStatic();
        String type = member.attributes().stream().filter(AttributeNode.TypeConstraint.class::isInstance).map(attribute -> "[" + attribute.type().text() + "] ").findFirst().orElse("");
        String start = (isStatic ? "static " : "") + type;
        return switch (member) {
            case Member.Property property -> start + "$" + property.name();
            case Member.Method method -> start + method.name() + method.parameters().stream().map(MemberText::parameter).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    public static String parameter(Parameter parameter) {
        return parameter.type().map(TypeName::text).map(type -> "[" + type + "] ").orElse("") + "$" + parameter.name().name();
    }
}
