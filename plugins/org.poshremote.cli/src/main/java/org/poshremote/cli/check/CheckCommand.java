package org.poshremote.cli.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.terminal.ControlSequenceFilter;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.SyntaxError;
import org.poshremote.language.syntax.SyntaxMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads scripts and tells what PowerShell would not understand. Nothing is run and no node is asked. */
@Command(name = "check", description = "Reads scripts and says where PowerShell would not understand them; nothing is run.",
        footer = {"", "Examples:", "  poshremote check setup.ps1", "  poshremote check --json scripts/", "",
            "Each mistake is one line: file, line, column, PowerShell's name for it, and what to do.",
            "Ends with 0 without mistakes, with 1 otherwise."})
public final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Scripts (.ps1, .psm1, .psd1), and folders with such files in them.")
    private List<Path> paths;

    @Option(names = "--json", description = "One mistake a line as JSON: file, code, severity, line, column, offset, length (UTF-16 units), message.")
    private boolean json;

    public CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What was found in one file, in the order of the text. */
    private record Checked(Path file, List<String> lines) {
    }

    @Override
    public Integer call() throws CommandFailure {
        List<Path> files = files();
        // in parallel, told in the order of the files
        List<Checked> checked = files.parallelStream().map(this::check).toList();
        int mistakes = 0;
        for (Checked file : checked) {
            mistakes += file.lines().size();
            file.lines().forEach(line -> surroundings.terminal().out(line + System.lineSeparator()));
        }
        if (!json) {
            summary(files.size(), mistakes);
        }
        return mistakes == 0 ? ExitCodes.SUCCESS : ExitCodes.FAILURE;
    }

    private void summary(int files, int mistakes) {
        String text = files + (files == 1 ? " file, " : " files, ") + mistakes + (mistakes == 1 ? " mistake" : " mistakes");
        surroundings.terminal().errLine(mistakes == 0 ? Style.GOOD : Style.ERROR, text);
    }

    private List<Path> files() throws CommandFailure {
        List<Path> files = new java.util.ArrayList<>();
        for (Path path : paths) {
            Path resolved = surroundings.folder().resolve(path);
            if (!Files.exists(resolved)) {
                throw new CommandFailure(ExitCodes.DATA, "there is no file or folder " + path + ".");
            }
            if (Files.isDirectory(resolved)) {
                try (Stream<Path> inside = Files.walk(resolved)) {
                    inside.filter(CheckCommand::isScript).filter(Files::isRegularFile).sorted().forEach(files::add);
                } catch (IOException | java.io.UncheckedIOException e) {
                    throw new CommandFailure(ExitCodes.DATA, "the folder " + path + " cannot be read: " + e.getMessage(), e);
                }
            } else {
                files.add(resolved);
            }
        }
        return files;
    }

    private static boolean isScript(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ps1") || name.endsWith(".psm1") || name.endsWith(".psd1");
    }

    private Checked check(Path file) {
        try {
            String text = ScriptSource.read(file).text();
            LineMap lines = new LineMap(text);
            return new Checked(file, Parser.parse(text).errors().stream().map(error -> line(file, lines, error)).toList());
        } catch (IOException e) {
            return new Checked(file, List.of(unreadable(file, e)));
        }
    }

    private String line(Path file, LineMap lines, SyntaxError error) {
        int line = lines.line(error.start());
        int column = lines.column(error.start());
        if (json) {
            return problem(file, error.id(), SyntaxMessages.of(error)).put("line", line).put("column", column).put("offset", error.start())
                .put("length", error.end() - error.start()).toString();
        }
        String text = shown(file) + ":" + line + ":" + column + ": " + error.id() + ": " + SyntaxMessages.of(error);
        Terminal terminal = surroundings.terminal();
        return terminal.outIsTerminal() ? new ControlSequenceFilter().filter(text) : text;
    }

    private String unreadable(Path file, IOException e) {
        String message = "The file cannot be read: " + e.getMessage();
        return json ? problem(file, "Unreadable", message).toString() : shown(file) + ": " + message;
    }

    private ObjectNode problem(Path file, String code, String message) {
        return JsonNodeFactory.instance.objectNode().put("file", shown(file)).put("code", code).put("severity", "error").put("message", message);
    }

    /** As the person would name it, from where they are. */
    private String shown(Path file) {
        Path folder = surroundings.folder().toAbsolutePath();
        Path absolute = file.toAbsolutePath();
        return (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute).toString();
    }
}
