package org.poshremote.language.syntax.internal.checks;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** What can be assigned to, and the conversions around it (language specification 7.11; about_Ref). */
final class Assignments {
    private static final Set<String> REFERENCE = Set.of("ref", "psreference", "system.management.automation.psreference");
    private static final Set<String> VOID = Set.of("void", "system.void");
    /** Automatic variables, with the types that they may be declared with. */
    private static final Map<String, Set<String>> AUTOMATIC = Map.of("_", Set.of("object"), "args", Set.of("object[]"), "this", Set.of("object"), "input", Set.of("object"),
        "pscmdlet", Set.of("management.automation.psscriptcmdlet"), "psboundparameters", Set.of(), "myinvocation", Set.of("management.automation.invocationinfo"), "psscriptroot", Set.of("string"), "pscommandpath", Set.of("string"));

    private final Findings findings;
    /** On the left of an assignment a reference has its own rules. */
    private Expression assigned;

    Assignments(Findings findings) {
        this.findings = findings;
    }

    void assignment(Statement.Assignment assignment) {
        assigned = assignment.left();
        target(assignment.left(), assignment.operator().equals("="), "InvalidLeftHandSide", "");
    }

    void step(Expression.Unary unary) {
        if (unary.operator().equals("++") || unary.operator().equals("--")) {
            target(unary.operand(), false, "OperatorRequiresVariableOrProperty", unary.operator());
        }
    }

    private void target(Expression target, boolean simple, String id, String detail) {
        switch (target) {
            case Expression.ArrayLiteral list when simple -> list.elements().forEach(element -> target(element, true, id, detail));
            case Expression.Paren paren when paren.pipeline() instanceof Statement.Pipeline inside && inside.expression().isPresent() ->
                target(inside.expression().get(), simple, id, detail);
            case Expression.Paren paren -> findings.add(id, paren.pipeline(), detail);
            case Expression.Convert convert -> declared(convert, simple, id, detail);
            case Expression.Attributed attributed -> declared(attributed, simple, id, detail);
            case Expression.Variable variable -> {
            }
            case Expression.MemberAccess member when !member.nullConditional() -> {
            }
            case Expression.Invoke call when !call.nullConditional() -> { // a property with parameters
            }
            case Expression.Index index when !index.nullConditional() -> {
            }
            case Expression.Error broken when broken.parts().isEmpty() -> { // told already
            }
            default -> findings.add(id, target, detail);
        }
    }

    private void declared(Expression target, boolean simple, String id, String detail) {
        Expression at = target;
        AttributeNode reference = null;
        String type = "";
        int converts = 0;
        while (true) {
            if (at instanceof Expression.Convert convert) {
                converts++;
                type = convert.constraint().type().text().toLowerCase(Locale.ROOT);
                if (REFERENCE.contains(type)) {
                    reference = convert.constraint();
                } else if (VOID.contains(type)) {
                    findings.add("VoidTypeConstraintNotAllowed", convert.constraint());
                }
                at = convert.operand();
            } else if (at instanceof Expression.Attributed attributed) {
                at = attributed.operand();
            } else {
                break;
            }
        }
        if (reference != null && converts > 1) {
            findings.add("ReferenceNeedsToBeByItselfInTypeConstraint", reference);
            return;
        }
        if (at instanceof Expression.Variable variable && (variable.qualifier().isEmpty() || variable.qualifier().equals("local") || variable.qualifier().equals("private"))) {
            Set<String> allowed = AUTOMATIC.get(variable.name().toLowerCase(Locale.ROOT));
            if (allowed != null && !type.isEmpty() && !allowed.contains(type.startsWith("system.") ? type.substring("system.".length()) : type)) {
                findings.add("AssignmentStatementToAutomaticNotSupported", target, variable.name());
            }
        }
        target(at, simple, id, detail);
    }

    /** [ref] stands alone, and last; [ordered] stands before a hashtable. */
    void convert(Expression.Convert convert) {
        String type = convert.constraint().type().name();
        if (type.equalsIgnoreCase("ordered")) {
            if (!(convert.operand() instanceof Expression.Hashtable)) {
                findings.add("OrderedAttributeOnlyOnHashLiteralNode", convert, type);
            }
            return;
        }
        boolean outer = isReference(convert);
        if (convert == assigned && !outer) {
            return;
        }
        Expression at = convert.operand();
        while (true) {
            if (at instanceof Expression.Convert inner) {
                if (isReference(inner)) {
                    findings.add(outer ? "ReferenceNeedsToBeByItselfInTypeSequence" : "ReferenceNeedsToBeLastTypeInTypeConversion", inner.constraint());
                }
                at = inner.operand();
            } else if (at instanceof Expression.Attributed attributed) {
                at = attributed.operand();
            } else {
                return;
            }
        }
    }

    private static boolean isReference(Expression.Convert convert) {
        return REFERENCE.contains(convert.constraint().type().name().toLowerCase(Locale.ROOT));
    }

    /** An attribute stands before a variable, types between them or not. */
    void attributed(Expression.Attributed attributed) {
        Expression at = attributed;
        while (true) {
            if (at instanceof Expression.Attributed outer) {
                at = outer.operand();
            } else if (at instanceof Expression.Convert convert) {
                at = convert.operand();
            } else {
                break;
            }
        }
        if (!(at instanceof Expression.Variable) && !(at instanceof Expression.Error)) {
            findings.add("UnexpectedAttribute", attributed.attribute(), attributed.attribute().type().name());
        }
    }
}
