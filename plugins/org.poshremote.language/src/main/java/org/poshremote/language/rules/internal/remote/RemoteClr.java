package org.poshremote.language.rules.internal.remote;

import java.util.Locale;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** A process has chosen its runtime before its script begins. */
public final class RemoteClr extends Rule {
    public RemoteClr() {
        super("PoshRemoteClr", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Assignment.class, assignment -> {
            if (assignment.left() instanceof Expression.Variable variable && variable.qualifier().equals("env") && variable.name().toLowerCase(Locale.ROOT).startsWith("complus_")) {
                on.report(variable, "$" + variable.path());
            }
        });
        if (on.target().clr().filter(clr -> clr < 4).isPresent()) {
            on.each(Expression.Invoke.class, call -> {
                if (call.isStatic() && call.member().constantText().filter("LoadFrom"::equalsIgnoreCase).isPresent()
                    && call.arguments().stream().anyMatch(argument -> argument.constantText().filter(path -> path.toLowerCase(Locale.ROOT).matches(".*net4\\d*.*")).isPresent())) {
                    on.at(call).text("assembly").with(on.target().described(), on.target().clr().get()).report();
                }
            });
        }
    }
}
