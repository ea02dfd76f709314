package org.poshremote.cli.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.scripts.Progress;
import org.poshremote.cli.scripts.ScriptPaths;
import org.poshremote.cli.terminal.ControlSequenceFilter;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.language.rules.Severity;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads scripts and tells what is wrong with them. Nothing is run and no node is asked. */
@Command(name = "check", description = "Reads scripts and says what is wrong with them, on any PowerShell or on that of a target; nothing is run.",
        footer = {"", "Examples:", "  poshremote check setup.ps1", "  poshremote check --profile windows-server-2022 scripts/",
            "  poshremote check --rules PSAvoidUsingCmdletAliases --fix scripts/", "  poshremote check --sarif scripts/ > problems.sarif", "",
            "Each problem is one line: file, line, column, severity, rule, and what to do. docs/rules.md describes the rules.",
            "Ends with 1 where there are errors, with 2 where there are warnings but no errors, otherwise with 0."})
public final class CheckCommand implements Callable<Integer> {
    /** What it ends with where the worst problem is a warning. */
    static final int WARNINGS = 2;
    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Scripts (.ps1, .psm1, .psd1), and folders with such files in them.")
    private List<Path> paths;

    @Mixin
    private final CheckOptions options = new CheckOptions();

    @Option(names = "--fix", description = "Writes the fixes of problems that have one into the files, which keep their encodings and line ends, and tells what is left.")
    private boolean fix;

    @ArgGroup(exclusive = true)
    private Format format = new Format();

    /** At most one of them. */
    static final class Format {
        @Option(names = "--json", description = "One problem a line as JSON: file, code, severity, line, column, offset, length (UTF-16 units), message.")
        private boolean json;

        @Option(names = "--sarif", description = "All problems as a SARIF 2.1.0 log, which build servers show beside the code.")
        private boolean sarif;
    }

    public CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        ScriptPaths scripts = new ScriptPaths(surroundings.folder());
        List<Path> files = scripts.files(paths);
        Inspector inspector = new Inspector(options.analyzer(surroundings.folder()), fix);
        Progress progress = new Progress(surroundings.terminal(), files.size());
        // in parallel, told in the order of the files
        List<Checked> checked = files.parallelStream().map(file -> {
            Checked done = inspector.check(new Checked.ScriptPath(file, scripts.shown(file)));
            progress.step();
            return done;
        }).toList();
        progress.end();
        if (format.sarif) {
            surroundings.terminal().out(SarifReport.of(checked).toPrettyString() + System.lineSeparator());
        } else {
            checked.forEach(file -> file.problems().forEach(problem -> surroundings.terminal().out(line(file, problem) + System.lineSeparator())));
        }
        if (!format.json && !format.sarif) {
            summary(checked);
        }
        if (count(checked, Severity.ERROR) > 0) {
            return ExitCodes.FAILURE;
        }
        return count(checked, Severity.WARNING) > 0 ? WARNINGS : ExitCodes.SUCCESS;
    }

    private static long count(List<Checked> checked, Severity severity) {
        return checked.stream().flatMap(file -> file.problems().stream()).filter(problem -> problem.severity() == severity).count();
    }

    private void summary(List<Checked> checked) {
        long errors = count(checked, Severity.ERROR);
        long warnings = count(checked, Severity.WARNING);
        long rest = count(checked, Severity.INFORMATION);
        int fixed = checked.stream().mapToInt(Checked::fixed).sum();
        String text = counted(checked.size(), "file") + ": " + (errors + warnings + rest == 0 ? "no problems"
            : counted(errors, "error") + ", " + counted(warnings, "warning") + ", " + counted(rest, "remark")) + (fixed > 0 ? "; " + fixed + " fixed" : "");
        surroundings.terminal().errLine(errors > 0 ? Style.ERROR : warnings > 0 ? Style.WARNING : Style.GOOD, text);
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private String line(Checked file, Found problem) {
        if (format.json) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("file", file.shown().name()).put("code", problem.code()).put("severity", problem.severityName())
                .put("message", problem.message()).put("line", problem.line()).put("column", problem.column()).put("offset", problem.offset()).put("length", problem.length());
            problem.fix().ifPresent(known -> json.put("fix", known.title()));
            return json.toString();
        }
        String text = file.shown().name() + ":" + problem.line() + ":" + problem.column() + ": " + problem.severityName() + " " + problem.code() + ": " + problem.message();
        Terminal terminal = surroundings.terminal();
        // what stands in a script is data, and one line stays one line
        return terminal.outIsTerminal() ? new ControlSequenceFilter().filter(text.replaceAll("\\R", " ")) : text.replaceAll("\\R", " ");
    }
}
