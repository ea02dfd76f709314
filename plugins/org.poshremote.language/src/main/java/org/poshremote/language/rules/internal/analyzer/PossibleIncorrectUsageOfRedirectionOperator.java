package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Redirection;

/** A greater-than sign writes a file. */
public final class PossibleIncorrectUsageOfRedirectionOperator extends Rule {
    public PossibleIncorrectUsageOfRedirectionOperator() {
        super("PSPossibleIncorrectUsageOfRedirectionOperator", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Redirection.ToFile.class, redirection -> {
            boolean condition = on.above(3).filter(clause -> clause instanceof Clause.IfBranch branch && branch.condition() == on.above(2).orElseThrow()).isPresent();
            if (condition) {
                Inspection.Report report = on.at(redirection);
                boolean value = !(redirection.target() instanceof Expression.StringConstant word) || word.quotes() != Expression.Quotes.BARE || word.value().matches("\\d+");
                if (value && on.text().startsWith("> ", redirection.start()) && Character.isWhitespace(on.text().charAt(redirection.start() - 1))) {
                    report.fix(redirection.start(), redirection.start() + 1, "-gt");
                }
                report.report();
            }
        });
    }
}
