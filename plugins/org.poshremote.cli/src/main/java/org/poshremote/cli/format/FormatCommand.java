package org.poshremote.cli.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.scripts.Progress;
import org.poshremote.cli.scripts.ScriptFile;
import org.poshremote.cli.scripts.ScriptPaths;
import org.poshremote.cli.terminal.ControlSequenceFilter;
import org.poshremote.cli.terminal.Style;
import org.poshremote.language.format.FormatOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays scripts out. What they mean stays as it is; nothing is run. */
@Command(name = "format", description = "Lays scripts out: braces, indentation, blanks, casing. What a script means stays as it is; nothing is run.",
        footer = {"", "Examples:", "  poshremote format setup.ps1", "  poshremote format --check scripts/", "  poshremote format --diff --preset otbs scripts/",
            "  poshremote format --set indentationSize=2 setup.ps1", "  poshremote format - < setup.ps1", "",
            "Files keep their encodings, byte order marks and line ends. A script with a mistake of syntax,",
            "or one that is signed, is left alone. docs/format.md describes presets and options.",
            "Ends with 0; with --check or --diff with 1 where something would change; with 65 where a file",
            "could not be formatted."})
public final class FormatCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Scripts (.ps1, .psm1, .psd1), and folders with such files in them; - for one from standard input, which goes to standard output.")
    private List<Path> paths;

    @Mixin
    private final LayoutOptions layout = new LayoutOptions();

    @Option(names = "--check", description = "Writes nothing, and names the files that would change.")
    private boolean check;

    @Option(names = "--diff", description = "Writes nothing, and shows what would change as a unified diff, which git apply can read.")
    private boolean diff;

    public FormatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        FormatOptions options = layout.options(surroundings.folder());
        if (paths.contains(Path.of(STANDARD_INPUT))) {
            if (paths.size() > 1) {
                throw new CommandFailure(ExitCodes.USAGE, "standard input (-) comes alone, without other files.");
            }
            return standardInput(options);
        }
        ScriptPaths scripts = new ScriptPaths(surroundings.folder());
        List<Path> files = scripts.files(paths);
        Progress progress = new Progress(surroundings.terminal(), files.size());
        boolean write = !check && !diff;
        // in parallel, told in the order of the files
        List<FormattedFile> done = files.parallelStream().map(file -> {
            FormattedFile formatted = FormattedFile.of(scripts.shown(file), file, options, write);
            progress.step();
            return formatted;
        }).toList();
        progress.end();
        done.forEach(this::tell);
        summary(done);
        return status(done);
    }

    private int standardInput(FormatOptions options) throws CommandFailure {
        try {
            ScriptFile file = ScriptFile.of(Path.of("standard input"), surroundings.in().readAllBytes());
            FormattedFile done = FormattedFile.of("standard input", file, options);
            if (check || diff) {
                tell(done);
            } else {
                surroundings.terminal().outBytes(file.bytes(done.formatted().text()));
                trouble(done);
            }
            return status(List.of(done));
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.DATA, "standard input cannot be read: " + e.getMessage(), e);
        }
    }

    private int status(List<FormattedFile> done) {
        if (done.stream().anyMatch(file -> file.trouble().isPresent())) {
            return ExitCodes.DATA;
        }
        return (check || diff) && done.stream().anyMatch(file -> file.formatted().changed()) ? ExitCodes.FAILURE : ExitCodes.SUCCESS;
    }

    private void tell(FormattedFile file) {
        if (file.formatted().changed()) {
            surroundings.terminal().out(diff ? shown(UnifiedDiff.of(file.name(), file.before(), file.formatted())) : shown(file.name()) + System.lineSeparator());
        }
        trouble(file);
    }

    private void trouble(FormattedFile file) {
        file.trouble().ifPresent(why -> surroundings.terminal().errLine(Style.ERROR, shown(file.name() + ": " + why)));
        file.remark().ifPresent(why -> surroundings.terminal().errLine(Style.PLAIN, shown(file.name() + ": " + why)));
    }

    /** What stands in a script or its name is data. */
    private String shown(String text) {
        return surroundings.terminal().outIsTerminal() ? new ControlSequenceFilter().filter(text) : text;
    }

    private void summary(List<FormattedFile> done) {
        long changed = done.stream().filter(file -> file.formatted().changed()).count();
        long left = done.stream().filter(file -> file.trouble().isPresent()).count();
        String what = check || diff ? " would change" : " formatted";
        surroundings.terminal().errLine(left > 0 ? Style.ERROR : changed > 0 && (check || diff) ? Style.WARNING : Style.GOOD,
            done.size() + " file" + (done.size() == 1 ? "" : "s") + ": " + (changed == 0 ? "none" : changed) + what + (left > 0 ? ", " + left + " could not be" : ""));
    }
}
