package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** A member's name that is put together hides which member it is. */
public final class AvoidInvokingEmptyMembers extends Rule {
    public AvoidInvokingEmptyMembers() {
        super("PSAvoidInvokingEmptyMembers", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.MemberAccess.class, access -> check(on, access, access.member()));
        on.each(Expression.Invoke.class, access -> check(on, access, access.member()));
    }

    private static void check(Inspection on, Expression whole, Expression member) {
        if (member instanceof Expression.Paren paren && Shapes.any(paren, node -> node instanceof Expression.Binary)) {
            on.report(whole);
        }
    }
}
