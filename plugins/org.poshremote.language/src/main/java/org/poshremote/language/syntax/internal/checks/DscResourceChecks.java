package org.poshremote.language.syntax.internal.checks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;

/** A class that is a resource of DSC has a key, and the methods Get, Set and Test (about_Classes_and_DSC). */
final class DscResourceChecks {
    private DscResourceChecks() {
    }

    static void check(Statement.TypeDefinition type, Map<String, Statement.TypeDefinition> defined, Findings findings) {
        AttributeNode attribute = KnownAttributes.find(type.attributes(), "DscResource").orElseThrow();
        List<Member> members = members(type, defined).toList();
        if (type.baseTypes().stream().anyMatch(base -> !defined.containsKey(base.type().name().toLowerCase(Locale.ROOT)))) {
            return; // what it inherits is not known
        }
        List<Member.Method> methods = members.stream().filter(Member.Method.class::isInstance).map(Member.Method.class::cast).toList();
        if (methods.stream().noneMatch(method -> isMethod(method, "Set") && returned(method).map(ClassChecks::isVoid).orElse(true))) {
            findings.add("DscResourceMissingSetMethod", attribute, type.name());
        }
        Optional<Member.Method> get = methods.stream().filter(method -> isMethod(method, "Get")).findFirst();
        if (get.isEmpty()) {
            findings.add("DscResourceMissingGetMethod", attribute, type.name());
        } else if (returned(get.get()).filter(name -> inherits(type, name.name(), defined)).isEmpty()) {
            findings.add("DscResourceInvalidGetMethod", get.get(), type.name());
        }
        if (methods.stream().noneMatch(method -> isMethod(method, "Test") && returned(method).filter(name -> isBoolean(name.name())).isPresent())) {
            findings.add("DscResourceMissingTestMethod", attribute, type.name());
        }
        List<Member.Method> constructors = methods.stream().filter(method -> method.name().equalsIgnoreCase(type.name()) && !method.isStatic()).toList();
        if (!constructors.isEmpty() && constructors.stream().noneMatch(constructor -> constructor.parameters().isEmpty())) {
            findings.add("DscResourceMissingDefaultConstructor", attribute, type.name());
        }
        boolean keyed = members.stream().filter(Member.Property.class::isInstance)
            .anyMatch(member -> KnownAttributes.find(member.attributes(), "DscProperty").filter(DscResourceChecks::isKey).isPresent());
        if (!keyed) {
            findings.add("DscResourceMissingKeyProperty", attribute, type.name());
        }
    }

    /** Its own, and those of the classes that it derives from. */
    private static Stream<Member> members(Statement.TypeDefinition type, Map<String, Statement.TypeDefinition> defined) {
        return Stream.concat(type.members().stream(), type.baseTypes().stream().map(base -> defined.get(base.type().name().toLowerCase(Locale.ROOT)))
            .filter(base -> base != null && base.start() < type.start()).flatMap(base -> members(base, defined)));
    }

    private static boolean inherits(Statement.TypeDefinition type, String name, Map<String, Statement.TypeDefinition> defined) {
        return type.name().equalsIgnoreCase(name) || type.baseTypes().stream().anyMatch(base -> base.type().name().equalsIgnoreCase(name));
    }

    private static boolean isMethod(Member.Method method, String name) {
        return method.name().equalsIgnoreCase(name) && method.parameters().isEmpty();
    }

    private static Optional<TypeName> returned(Member.Method method) {
        return method.attributes().stream().filter(AttributeNode.TypeConstraint.class::isInstance).map(AttributeNode::type).findFirst();
    }

    private static boolean isBoolean(String name) {
        return name.equalsIgnoreCase("bool") || name.equalsIgnoreCase("boolean") || name.equalsIgnoreCase("System.Boolean");
    }

    private static boolean isKey(AttributeNode.Attribute attribute) {
        return attribute.named().stream().anyMatch(named -> named.name().equalsIgnoreCase("Key"));
    }
}
