package org.poshremote.cli.check;

import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.rules.Fix;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.SyntaxError;
import org.poshremote.language.syntax.SyntaxMessages;

/**
 * One problem of one file, of syntax or of a rule.
 *
 * @param offset from 0, in UTF-16 units, as is the length; line and column are from 1
 */
record Found(String code, Severity severity, String message, int offset, int length, int line, int column, int endLine, int endColumn, Optional<Fix> fix) {
    static Found of(SyntaxError error, LineMap lines) {
        return at(error.id(), Severity.ERROR, SyntaxMessages.of(error), error.start(), error.end(), lines, Optional.empty());
    }

    static Found of(Problem problem, LineMap lines) {
        return at(problem.rule(), problem.severity(), problem.message(), problem.range().start(), problem.range().end(), lines, problem.fix());
    }

    static Found unreadable(String message) {
        return new Found("Unreadable", Severity.ERROR, message, 0, 0, 1, 1, 1, 1, Optional.empty());
    }

    private static Found at(String code, Severity severity, String message, int start, int end, LineMap lines, Optional<Fix> fix) {
        return new Found(code, severity, message, start, end - start, lines.line(start), lines.column(start), lines.line(end), lines.column(end), fix);
    }

    /** For people, JSON and SARIF's levels but for "information", which is "note" there. */
    String severityName() {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
