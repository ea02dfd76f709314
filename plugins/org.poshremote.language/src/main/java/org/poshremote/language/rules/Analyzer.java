package org.poshremote.language.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.Script;

/** Looks at scripts with all rules in one walk. Nothing is run. Thread-safe. */
public final class Analyzer {
    private final RuleSettings settings;
    private final TargetFacts target;
    private final List<Rule> rules;

    public Analyzer(RuleSettings settings, TargetFacts target) {
        this.settings = settings;
        this.target = target;
        this.rules = RuleCatalog.all().stream().filter(settings::takesPart).toList();
    }

    public List<Rule> rules() {
        return rules;
    }

    /** What is wrong and not suppressed, in the order of the text; without mistakes of syntax, which the script itself has. */
    public List<Problem> check(Script script, FileFacts file) {
        return check(script, () -> ScriptModel.of(script), file);
    }

    /** @param model of the script, which others may know already; asked for where a rule needs it */
    public List<Problem> check(Script script, Supplier<ScriptModel> model, FileFacts file) {
        Check check = new Check(script, model, file, target, settings);
        for (Rule rule : rules) {
            rule.begin(new Inspection(check, rule));
        }
        check.dispatch.run(script.root());
        if (check.problems.isEmpty()) {
            return List.of();
        }
        Suppressions suppressions = Suppressions.of(script);
        return check.problems.stream().filter(problem -> settings.keeps(problem.severity()) && !suppressions.hold(problem)).distinct()
            .sorted(Comparator.comparingInt((Problem problem) -> problem.range().start()).thenComparing(Problem::rule)).toList();
    }
}
