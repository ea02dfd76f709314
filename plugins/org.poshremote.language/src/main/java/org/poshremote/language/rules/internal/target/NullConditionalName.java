package org.poshremote.language.rules.internal.target;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** A question mark belongs to the variable's name. */
public final class NullConditionalName extends Rule {
    public NullConditionalName() {
        super("PoshRemoteNullConditionalName", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.Variable.class, variable -> {
            String name = variable.path();
            boolean access = on.parent().filter(parent -> parent instanceof Expression.MemberAccess || parent instanceof Expression.Invoke || parent instanceof Expression.Index).isPresent();
            if (name.length() > 1 && name.endsWith("?") && access && on.text().charAt(variable.end() - 1) == '?') {
                String plain = name.substring(0, name.length() - 1);
                on.at(variable).with(name, plain).about(name).fix(variable.start(), variable.end(), "${" + plain + "}?").report();
            }
        });
    }
}
