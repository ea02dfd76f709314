package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** The switch statement. */
final class SwitchRunner {
    private final Session session;
    private final Interpreter interpreter;

    SwitchRunner(Session session, Interpreter interpreter) {
        this.session = session;
        this.interpreter = interpreter;
    }

    void run(Statement.Switch choice, Sink out) {
        Object value = interpreter.value(choice.condition());
        List<Object> values = choice.flags().contains("file")
            ? new ArrayList<>(Arrays.asList((Object[]) session.cmdlets.files().read(Values.text(value)).split("\\r?\\n")))
            : value == null ? new ArrayList<>(Arrays.asList((Object) null)) : Values.list(value);
        for (Object element : values) {
            session.step();
            try {
                one(choice, element, out);
            } catch (Leave.Loop jump) {
                if (!jump.isFor(choice.label())) {
                    throw jump;
                }
                if (!jump.goesOn) {
                    return;
                }
            }
        }
    }

    private void one(Statement.Switch choice, Object element, Sink out) {
        Object before = session.scope.get("_");
        session.scope.set("_", element);
        try {
            boolean any = false;
            for (Clause.SwitchCase test : choice.cases()) {
                if (matches(choice, element, test.condition())) {
                    any = true;
                    interpreter.block(test.body(), out);
                }
            }
            if (!any && choice.defaultCase().isPresent()) {
                interpreter.block(choice.defaultCase().get(), out);
            }
        } finally {
            session.scope.set("_", before);
        }
    }

    private boolean matches(Statement.Switch choice, Object element, Expression condition) {
        boolean caseSensitive = choice.flags().contains("casesensitive");
        if (condition instanceof Expression.ScriptBlockLiteral block) {
            List<Object> output = new ArrayList<>();
            interpreter.body(new ScriptBlockValue(interpreter.script(), block.scriptBlock()), Sink.into(output));
            return Values.truth(Values.collapsed(output));
        }
        Object test = interpreter.evaluator().argument(condition);
        if (choice.flags().contains("regex")) {
            return Values.truth(session.operators.apply(caseSensitive ? "-cmatch" : "-match", Values.text(element), test));
        }
        if (choice.flags().contains("wildcard")) {
            return Patterns.like(Values.text(element), Values.text(test), caseSensitive);
        }
        return Operators.equal(test instanceof String ? Values.text(element) : element, test, caseSensitive);
    }
}
