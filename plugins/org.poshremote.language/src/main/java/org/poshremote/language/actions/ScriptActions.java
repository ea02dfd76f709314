package org.poshremote.language.actions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.poshremote.language.features.Span;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.Fix;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.rules.Requirements;
import org.poshremote.language.rules.RuleMeaning;
import org.poshremote.language.rules.TargetVersion;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** What can be done about the problems of a script. No action makes a mistake of syntax that was not there. */
public final class ScriptActions {
    private ScriptActions() {
    }

    /**
     * @param problems all of the script
     * @param range    what the person has selected, or where the cursor is
     */
    public static List<ScriptAction> at(Script script, List<Problem> problems, Span range) {
        List<ScriptAction> actions = new ArrayList<>();
        List<Problem> here = problems.stream().filter(problem -> problem.range().start() <= range.end() && range.start() <= problem.range().end()).toList();
        for (Problem problem : here) {
            problem.fix().ifPresent(fix -> actions.add(new ScriptAction(fix.title(), ScriptAction.Kind.FIX, problem.rule(), fix.edits())));
        }
        Set<String> rules = new TreeSet<>(here.stream().map(Problem::rule).toList());
        for (String rule : rules) {
            fixAll(problems, rule).ifPresent(actions::add);
        }
        for (Problem problem : here) {
            requirement(script, problem).ifPresent(actions::add);
        }
        for (String rule : rules) {
            here.stream().filter(problem -> problem.rule().equals(rule)).findFirst().ifPresent(problem -> suppressions(script, problem, actions));
        }
        return actions.stream().distinct().toList();
    }

    /** Only where there is more than one. */
    private static Optional<ScriptAction> fixAll(List<Problem> problems, String rule) {
        List<Fix> fixes = problems.stream().filter(problem -> problem.rule().equals(rule)).flatMap(problem -> problem.fix().stream()).toList();
        if (fixes.size() < 2) {
            return Optional.empty();
        }
        List<Edit> edits = new ArrayList<>();
        for (Fix fix : fixes) {
            if (fix.edits().stream().noneMatch(edit -> edits.stream().anyMatch(other -> edit.start() < other.end() && other.start() < edit.end() || edit.start() == other.start()))) {
                edits.addAll(fix.edits());
            }
        }
        edits.sort(Comparator.comparingInt(Edit::start));
        return Optional.of(new ScriptAction("Fix all " + fixes.size() + " of " + rule + " in this file", ScriptAction.Kind.FIX_ALL, rule, edits));
    }

    private static Optional<ScriptAction> requirement(Script script, Problem problem) {
        Optional<TargetVersion> needed = RuleMeaning.neededVersion(problem);
        boolean said = Requirements.of(script).version().isPresent();
        return needed.filter(version -> !said).map(version -> {
            int at = Requiring.place(script.text());
            String line = "#Requires -Version " + version;
            return new ScriptAction("Add " + line, ScriptAction.Kind.REQUIRE, problem.rule(), List.of(new Edit(at, at, line + SplatConversion.newline(script.text()))));
        });
    }

    // ---- suppression

    private static void suppressions(Script script, Problem problem, List<ScriptAction> actions) {
        comment(script, problem).ifPresent(edit -> actions.add(new ScriptAction("Ignore " + problem.rule() + " here", ScriptAction.Kind.SUPPRESS, problem.rule(), List.of(edit))));
        attribute(script, problem).ifPresent(actions::add);
    }

    /** At the end of the line, otherwise on a line before; neither within a string nor behind a backtick, where it would be no comment. */
    private static Optional<Edit> comment(Script script, Problem problem) {
        String text = script.text();
        String comment = "# PoshRemote: ignore " + problem.rule();
        int end = problem.range().start();
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        int start = problem.range().start();
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        int indent = start;
        while (indent < text.length() && (text.charAt(indent) == ' ' || text.charAt(indent) == '\t')) {
            indent++;
        }
        for (Edit edit : List.of(new Edit(end, end, " " + comment), new Edit(indent, indent, comment + SplatConversion.newline(text) + text.substring(start, indent)))) {
            if (isComment(script, edit, comment)) {
                return Optional.of(edit);
            }
        }
        return Optional.empty();
    }

    private static boolean isComment(Script script, Edit edit, String comment) {
        int before = edit.start();
        while (before > 0 && (script.text().charAt(before - 1) == ' ' || script.text().charAt(before - 1) == '\t')) {
            before--;
        }
        if (before > 0 && script.text().charAt(before - 1) == '`') { // the line would not go on any more
            return false;
        }
        Script changed = Parser.parse(Fix.apply(script.text(), List.of(new Fix("", List.of(edit)))));
        int at = edit.start() + edit.text().indexOf('#');
        return changed.errors().size() <= script.errors().size()
            && changed.comments().stream().anyMatch(found -> found.start() == at && found.end() == at + comment.length());
    }

    /** On the param block of the function around, or of the script. */
    private static Optional<ScriptAction> attribute(Script script, Problem problem) {
        Optional<Statement.Function> function = innermost(script.root(), problem.range().start(), Optional.empty());
        Optional<ParamBlock> param = function.map(Statement.Function::body).orElse(script.root()).param();
        return param.map(block -> {
            int start = block.start();
            int line = start;
            while (line > 0 && script.text().charAt(line - 1) != '\n' && script.text().charAt(line - 1) != '\r') {
                line--;
            }
            String before = script.text().substring(line, start);
            String attribute = "[Diagnostics.CodeAnalysis.SuppressMessageAttribute('" + problem.rule() + "', '" + problem.subject().replace("'", "''") + "')]";
            String edit = before.isBlank() ? attribute + SplatConversion.newline(script.text()) + before : attribute + " ";
            String where = function.map(Statement.Function::name).map(name -> "in " + name).orElse("in this script");
            return new ScriptAction("Suppress " + problem.rule() + (problem.subject().isEmpty() ? "" : " for " + problem.subject()) + " " + where,
                ScriptAction.Kind.SUPPRESS, problem.rule(), List.of(new Edit(start, start, edit)));
        });
    }

    private static Optional<Statement.Function> innermost(Node node, int offset, Optional<Statement.Function> around) {
        Optional<Statement.Function> here = node instanceof Statement.Function function ? Optional.of(function) : around;
        for (Node child : node.children()) {
            if (child.start() <= offset && offset < child.end()) {
                return innermost(child, offset, here);
            }
        }
        return here;
    }
}
