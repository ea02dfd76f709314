package org.poshremote.language.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.layout.internal.Draft;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Token;

/** What one rule sees of one check: it registers what it wants to be shown, and reports what it finds. Of one thread. */
public final class Inspection {
    private final Check check;
    private final Rule rule;

    Inspection(Check check, Rule rule) {
        this.check = check;
        this.rule = rule;
    }

    // ---- what there is

    public Script script() {
        return check.script;
    }

    public String text() {
        return check.script.text();
    }

    public LineMap lines() {
        return check.lines();
    }

    /** The script to be laid out anew. */
    public Draft draft() {
        return check.draft().copy();
    }

    /** With white space and comments. */
    public List<Token> tokens() {
        return check.tokens();
    }

    public ScriptModel model() {
        return check.model();
    }

    public Types types() {
        return check.types();
    }

    public FileFacts file() {
        return check.file;
    }

    public TargetFacts target() {
        return check.target;
    }

    public Requirements requirements() {
        return check.requirements;
    }

    public RuleOptions options() {
        return check.settings.options(rule.name());
    }

    // ---- what it wants to be shown

    /** Each node of exactly that type, in the order of the text, parents first. */
    public <N extends Node> void each(Class<N> type, Consumer<? super N> show) {
        check.dispatch.on(type, node -> show.accept(type.cast(node)));
    }

    /** Each command with one of these names, in any case. */
    public void eachCommand(List<String> names, Consumer<Command> show) {
        names.forEach(name -> check.dispatch.onCommand(name, show));
    }

    /** When the walk over the tree is over. */
    public void atEnd(Runnable last) {
        check.dispatch.atEnd(last);
    }

    // ---- where it is, while it is shown a node

    /** What the node shown lies in; empty for the root. */
    public Optional<Node> parent() {
        return check.dispatch.above(1);
    }

    /** One step above for 1, two for 2. */
    public Optional<Node> above(int steps) {
        return check.dispatch.above(steps);
    }

    /** The nearest of that type around the node shown. */
    public <N extends Node> Optional<N> around(Class<N> type) {
        return check.dispatch.around(type);
    }

    // ---- what it found

    public void report(Node node, Object... arguments) {
        at(node).with(arguments).report();
    }

    public Report at(Node node) {
        return at(node.start(), node.end());
    }

    public Report at(int start, int end) {
        return new Report(start, end);
    }

    /** One problem in the making. */
    public final class Report {
        private final int start;
        private final int end;
        private final List<Edit> edits = new ArrayList<>();
        private String variant = "";
        private Object[] arguments = {};
        private Severity severity = rule.severity();
        private String subject = "";

        private Report(int start, int end) {
            this.start = start;
            this.end = end;
        }

        /** The message {@code RULE.variant} instead of {@code RULE}. */
        public Report text(String name) {
            variant = name.isEmpty() ? "" : "." + name;
            return this;
        }

        public Report with(Object... found) {
            arguments = found;
            return this;
        }

        public Report as(Severity other) {
            severity = other;
            return this;
        }

        public Report about(String name) {
            subject = name;
            return this;
        }

        /** Part of its fix; the title is the message {@code RULE.fix}, or that of the variant where it has one. */
        public Report fix(int from, int to, String text) {
            edits.add(new Edit(from, to, text));
            return this;
        }

        public void report() {
            Optional<Fix> fix = edits.isEmpty() ? Optional.empty() : Optional.of(new Fix(RuleMessages.text(title(), arguments), edits));
            check.problems.add(new Problem(rule.name(), check.settings.severityOf(rule.name()).orElse(severity), new Span(start, end),
                RuleMessages.text(rule.name() + variant, arguments), fix, subject));
        }

        private String title() {
            String special = rule.name() + variant + ".fix";
            return RuleMessages.has(special) ? special : rule.name() + ".fix";
        }
    }
}
