package org.poshremote.cli.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.poshremote.cli.scripts.ScriptFile;
import org.poshremote.language.rules.Analyzer;
import org.poshremote.language.rules.Fix;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/**
 * Checks one file at a time, and fixes it where that is asked for. Thread-safe.
 *
 * @param analyzer empty for syntax alone
 */
record Inspector(Optional<Analyzer> analyzer, boolean fix) {
    /** A fix may make room for another; more rounds than this are none that end. */
    private static final int MOST_ROUNDS = 10;

    Checked check(Checked.ScriptPath path) {
        try {
            ScriptFile file = ScriptFile.read(path.file());
            Script script = Parser.parse(file.text());
            int fixed = 0;
            if (fix && analyzer.isPresent()) {
                for (int round = 0; round < MOST_ROUNDS; round++) {
                    List<Fix> fixes = problems(script, file).stream().flatMap(problem -> problem.fix().stream()).toList();
                    Script changed = fixes.isEmpty() ? script : Parser.parse(Fix.apply(script.text(), fixes));
                    // a fix never breaks a script
                    if (changed.text().equals(script.text()) || changed.errors().size() > script.errors().size()) {
                        break;
                    }
                    fixed += Math.max(1, fixes.size() - (int) problems(changed, file).stream().filter(problem -> problem.fix().isPresent()).count());
                    script = changed;
                }
                if (fixed > 0) {
                    file.write(script.text());
                }
            }
            LineMap lines = new LineMap(script.text());
            List<Found> found = new ArrayList<>();
            script.errors().forEach(error -> found.add(Found.of(error, lines)));
            problems(script, file).forEach(problem -> found.add(Found.of(problem, lines)));
            found.sort(Comparator.comparingInt(Found::offset));
            return new Checked(path, List.copyOf(found), fixed, lines);
        } catch (IOException e) {
            return new Checked(path, List.of(Found.unreadable("The file cannot be " + (fix ? "read or written: " : "read: ") + e.getMessage())), 0, new LineMap(""));
        }
    }

    private List<Problem> problems(Script script, ScriptFile file) {
        return analyzer.map(rules -> rules.check(script, file.facts())).orElse(List.of());
    }
}
