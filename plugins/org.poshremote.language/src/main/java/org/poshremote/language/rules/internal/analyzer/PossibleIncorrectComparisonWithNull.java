package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** With a list on the left a comparison filters. */
public final class PossibleIncorrectComparisonWithNull extends Rule {
    private static final List<String> OPERATORS = List.of("-eq", "-ne", "-ieq", "-ine", "-ceq", "-cne");
    private static final List<String> SINGLE = List.of("switch", "bool");

    public PossibleIncorrectComparisonWithNull() {
        super("PSPossibleIncorrectComparisonWithNull", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.Binary.class, binary -> {
            if (OPERATORS.contains(binary.operator()) && Shapes.isVariable(binary.right(), "null") && !Shapes.isVariable(binary.left(), "null")
                && !on.types().of(binary.left()).filter(SINGLE::contains).isPresent()) {
                String text = on.text();
                String left = Shapes.source(text, binary.left());
                String between = text.substring(binary.left().end(), binary.right().start());
                on.at(binary).with(binary.operator()).fix(binary.start(), binary.end(), Shapes.source(text, binary.right()) + between + left).report();
            }
        });
    }
}
