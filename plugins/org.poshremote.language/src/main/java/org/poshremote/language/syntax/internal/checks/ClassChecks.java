package org.poshremote.language.syntax.internal.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.AttributeNode.TypeConstraint;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;

/** Classes and enums: their members, what they derive from, and what their attributes promise (about_Classes, about_Enum). */
final class ClassChecks {
    /** Types that nothing can derive from, by the names that scripts use for them. */
    private static final Set<String> SEALED = Set.of("string", "int", "int32", "long", "int64", "short", "int16", "byte", "sbyte", "uint", "uint32", "ulong", "uint64", "ushort", "uint16",
        "bool", "boolean", "char", "double", "single", "float", "decimal", "datetime", "timespan", "guid", "scriptblock", "pscredential", "version", "uri");

    private final Findings findings;
    private final Map<String, Statement.TypeDefinition> defined = new HashMap<>();

    ClassChecks(Findings findings) {
        this.findings = findings;
    }

    /** The types of a script are known in all of it. */
    void types(ScriptBlock root) {
        for (NamedBlock block : root.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement instanceof Statement.TypeDefinition type && defined.putIfAbsent(type.name().toLowerCase(Locale.ROOT), type) != null) {
                    findings.add("MemberAlreadyDefined", type, type.name());
                }
            }
        }
    }

    void check(Statement.TypeDefinition type) {
        bases(type);
        for (AttributeNode attribute : type.attributes()) {
            KnownAttributes.check(attribute, type.keyword().equals("enum") ? KnownAttributes.Place.ENUM : KnownAttributes.Place.CLASS, findings);
        }
        Set<String> names = new HashSet<>();
        for (Member member : type.members()) {
            if (!names.add(signature(member))) {
                findings.add("MemberAlreadyDefined", member, member.name());
            }
            switch (member) {
                case Member.Property property when type.keyword().equals("enum") -> property.initialValue().filter(value -> !ConstantValues.isConstant(value))
                    .filter(value -> value instanceof Expression.Variable).ifPresent(value -> findings.add("EnumeratorValueMustBeConstant", value));
                case Member.Property property -> property(property);
                case Member.Method method -> method(type, method);
            }
        }
        if (KnownAttributes.find(type.attributes(), "DscResource").isPresent()) {
            DscResourceChecks.check(type, defined, findings);
        }
    }

    /** Methods may share a name where their parameters have other types. */
    private static String signature(Member member) {
        String name = member.name().toLowerCase(Locale.ROOT);
        return switch (member) {
            case Member.Property property -> name;
            case Member.Method method -> (method.isStatic() ? "static " : "") + name + method.parameters().stream()
                .map(parameter -> parameter.type().map(type -> type.text().toLowerCase(Locale.ROOT)).orElse("object")).collect(Collectors.joining(",", "(", ")"));
        };
    }

    private void bases(Statement.TypeDefinition type) {
        if (type.keyword().equals("enum")) {
            return;
        }
        for (int i = 0; i < type.baseTypes().size(); i++) {
            TypeConstraint base = type.baseTypes().get(i);
            TypeName name = base.type();
            String key = name.name().toLowerCase(Locale.ROOT);
            if (!name.suffix().isEmpty()) {
                findings.add("SubtypeArray", base, name.text());
            } else if (name.name().indexOf('`') >= 0 && name.arguments().isEmpty()) {
                findings.add("SubtypeUnclosedGeneric", base, name.text());
            } else if (SEALED.contains(key.startsWith("system.") ? key.substring("system.".length()) : key) && !defined.containsKey(key)) {
                findings.add("SealedBaseClass", base, name.text());
            } else if (i > 0 && Optional.ofNullable(defined.get(key)).filter(other -> other.keyword().equals("class")).isPresent()) {
                findings.add("InterfaceNameExpected", base, name.text());
            }
        }
    }

    private void property(Member.Property property) {
        for (AttributeNode attribute : property.attributes()) {
            KnownAttributes.check(attribute, KnownAttributes.Place.PROPERTY, findings);
            if (attribute instanceof TypeConstraint type && type.type().suffix().isEmpty() && isVoid(type.type())) {
                findings.add("TypeNotAllowedForProperty", type, type.type().text());
            }
        }
        if (property.isStatic()) {
            property.initialValue().ifPresent(value -> MethodFlow.thisIn(value, findings));
        }
    }

    static boolean isVoid(TypeName type) {
        return type.name().equalsIgnoreCase("void") || type.name().equalsIgnoreCase("System.Void");
    }

    private void method(Statement.TypeDefinition type, Member.Method method) {
        boolean constructor = method.name().equalsIgnoreCase(type.name());
        Optional<TypeConstraint> returned = method.attributes().stream().filter(TypeConstraint.class::isInstance).map(TypeConstraint.class::cast).findFirst();
        for (AttributeNode attribute : method.attributes()) {
            KnownAttributes.check(attribute, KnownAttributes.Place.METHOD, findings);
        }
        if (constructor && returned.isPresent()) {
            findings.add("ConstructorCantHaveReturnType", returned.get());
        }
        if (constructor && method.isStatic() && !method.parameters().isEmpty()) {
            findings.add("StaticConstructorCantHaveParameters", method.parameters().get(0));
        }
        for (Parameter parameter : method.parameters()) {
            List<TypeConstraint> types = parameter.attributes().stream().filter(TypeConstraint.class::isInstance).map(TypeConstraint.class::cast).toList();
            if (types.size() > 1) {
                findings.add("MultipleTypeConstraintsOnMethodParam", types.get(1));
            }
            parameter.attributes().forEach(attribute -> KnownAttributes.check(attribute, KnownAttributes.Place.PARAMETER, findings));
        }
        ScriptBlock body = method.body();
        body.param().ifPresent(param -> findings.add("ParamBlockNotAllowedInMethod", param));
        body.blocks().stream().filter(block -> !block.implicit()).findFirst().ifPresent(block -> findings.add("NamedBlockNotAllowedInMethod", block));
        boolean returns = returned.isPresent() && !isVoid(returned.get().type());
        if (body.end() > body.start()) {
            new MethodFlow(type, method, returns, findings).check();
        }
    }
}
