package org.poshremote.demo.interpreter;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.poshremote.demo.machine.MachineModel;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.HostedProgram;
import org.poshremote.demo.process.ProgramContext;
import org.poshremote.demo.process.ProgramResolver;

/** cmd.exe of the demo node: reads a command line by its rules and runs programs that exist as code of ours alone. */
public final class CommandShell implements ProgramResolver {
    /** cmd.exe takes no longer line. */
    private static final int LONGEST_LINE = 8191;

    private final Personality personality;

    public CommandShell(Personality personality) {
        this.personality = personality;
    }

    /** A program that the machine has. */
    interface Program {
        int run(List<String> arguments, String rest, ProgramContext context, Map<String, String> environment, String[] folder) throws InterruptedException;
    }

    /** What a program called by a script left behind. */
    record Result(String output, String errors, int exitCode) {
    }

    @Override
    public HostedProgram resolve(String commandLine, ProgramContext context) {
        return world -> new Line(MachineModel.of(personality)).run(commandLine, world);
    }

    /** The charset of a Windows code page; Latin 1 where this Java runtime has none. */
    static Charset charset(int codePage) {
        for (String name : codePage == 65001 ? List.of("UTF-8") : List.of("IBM" + codePage, "windows-" + codePage, "Cp" + codePage, "MS" + codePage, "x-windows-" + codePage, "IBM00" + codePage)) {
            if (Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    Optional<Program> program(String name) {
        return new Line(MachineModel.of(personality)).program(name);
    }

    /** For a script that calls a program: with its environment and folder, its output collected. */
    Result run(Program program, String line, ProgramContext context, Map<String, String> environment, String folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Charset charset = charset(context.codePage());
        List<String> words = CommandLineText.words(line);
        try {
            int code = program.run(words.subList(1, words.size()), CommandLineText.rest(line), new Redirected(context, InputStream.nullInputStream(), out, err, environment), environment,
                new String[] {folder});
            return new Result(out.toString(charset), err.toString(charset), code);
        } catch (InterruptedException e) {
            throw new Leave.Interrupted();
        }
    }

    /** A context with other streams. */
    private record Redirected(ProgramContext outer, InputStream stdin, OutputStream stdout, OutputStream stderr, Map<String, String> environment) implements ProgramContext {
        @Override
        public String workingDirectory() {
            return outer.workingDirectory();
        }

        @Override
        public int codePage() {
            return outer.codePage();
        }

        @Override
        public boolean interrupted() {
            return outer.interrupted();
        }
    }

    /** One command line on one machine. */
    private final class Line {
        private final MachineModel machine;

        Line(MachineModel machine) {
            this.machine = machine;
        }

        int run(String commandLine, ProgramContext context) throws InterruptedException {
            Charset charset = charset(context.codePage());
            if (commandLine.length() > LONGEST_LINE) {
                TextHost.write(context.stderr(), "The command line is too long.\r\n", charset);
                return 1;
            }
            Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            environment.putAll(machine.environment());
            environment.putAll(context.environment());
            String[] folder = {context.workingDirectory().isEmpty() ? environment.getOrDefault("USERPROFILE", "C:\\") : context.workingDirectory()};
            try {
                return commands(commandLine, context, environment, folder);
            } catch (Leave.Interrupted end) {
                throw new InterruptedException();
            } catch (Leave.Exit exit) {
                return exit.code;
            }
        }

        private int commands(String line, ProgramContext context, Map<String, String> environment, String[] folder) throws InterruptedException {
            int code = 0;
            String before = "";
            for (CommandLineText.Part part : CommandLineText.parts(line)) {
                boolean skip = before.equals("&&") && code != 0 || before.equals("||") && code == 0;
                if (!skip) {
                    code = command(CommandLineText.expand(part.text(), environment), context, environment, folder);
                }
                before = part.operator();
            }
            return code;
        }

        private int command(String text, ProgramContext context, Map<String, String> environment, String[] folder) throws InterruptedException {
            CommandLineText.Redirections redirections = CommandLineText.redirections(text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            boolean toNull = redirections.out().equalsIgnoreCase("nul");
            OutputStream stdout = redirections.outToErr() ? context.stderr() : redirections.out().isEmpty() ? context.stdout() : toNull ? OutputStream.nullOutputStream() : out;
            OutputStream stderr = redirections.errToOut() ? stdout : redirections.err().isEmpty() ? context.stderr() : OutputStream.nullOutputStream();
            int code = simple(redirections.command().stripLeading(), new Redirected(context, context.stdin(), stdout, stderr, environment), environment, folder);
            if (!redirections.out().isEmpty() && !toNull && !redirections.outToErr()) {
                String path = MachineModel.fullPath(folder[0], redirections.out());
                String before = redirections.append() ? machine.files().getOrDefault(path, "") : "";
                machine.files().put(path, before + out.toString(charset(context.codePage())));
            }
            return code;
        }

        private int simple(String text, ProgramContext context, Map<String, String> environment, String[] folder) throws InterruptedException {
            if (text.isEmpty()) {
                return 0;
            }
            String command = text.startsWith("@") ? text.substring(1).strip() : text;
            List<String> words = CommandLineText.words(command);
            String name = words.isEmpty() ? "" : words.get(0);
            if (name.toLowerCase(Locale.ROOT).startsWith("echo") && !name.equalsIgnoreCase("echo") && ".:(".indexOf(name.charAt(4)) >= 0) {
                TextHost.write(context.stdout(), command.substring(5) + "\r\n", charset(context.codePage()));
                return 0;
            }
            Optional<Program> program = program(name);
            if (program.isEmpty()) {
                TextHost.write(context.stderr(), "'" + name + "' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n", charset(context.codePage()));
                return 1;
            }
            return program.get().run(words.subList(1, words.size()), CommandLineText.rest(command), context, environment, folder);
        }

        Optional<Program> program(String typed) {
            String name = typed.toLowerCase(Locale.ROOT).replaceAll(".*\\\\", "").replaceAll("\\.(exe|cmd|bat|com)$", "");
            if (machine.lacks(name)) {
                return Optional.empty();
            }
            return Optional.ofNullable(switch (name) {
                case "powershell" -> (arguments, rest, context, environment, folder) -> new PowerShellProgram(machine, CommandShell.this).run(arguments, unquoted(rest), context, environment, folder[0]);
                case "cmd" -> (arguments, rest, context, environment, folder) -> {
                    int at = rest.toLowerCase(Locale.ROOT).indexOf("/c");
                    try {
                        return at < 0 ? 0 : commands(unquoted(rest.substring(at + 2).strip()), context, environment, folder);
                    } catch (Leave.Exit exit) {
                        return exit.code; // of this cmd, not of the one around it
                    }
                };
                case "echo" -> (arguments, rest, context, environment, folder) -> write(context, rest.isEmpty() ? "ECHO is on." : rest, 0);
                case "exit" -> (arguments, rest, context, environment, folder) -> {
                    String code = arguments.isEmpty() ? "0" : arguments.get(arguments.size() - 1);
                    throw new Leave.Exit(code.matches("-?\\d{1,10}") ? (int) Long.parseLong(code) : 0);
                };
                case "set" -> (arguments, rest, context, environment, folder) -> set(rest, context, environment);
                case "cd", "chdir" -> (arguments, rest, context, environment, folder) -> {
                    String path = unquoted(rest.replaceAll("(?i)^/d\\s*", ""));
                    if (path.isEmpty()) {
                        return write(context, folder[0], 0);
                    }
                    String full = MachineModel.fullPath(folder[0], path);
                    if (!machine.folderExists(full)) {
                        return error(context, "The system cannot find the path specified.", 1);
                    }
                    folder[0] = full;
                    return 0;
                };
                case "type" -> (arguments, rest, context, environment, folder) -> {
                    String file = machine.files().get(MachineModel.fullPath(folder[0], unquoted(rest)));
                    return file == null ? error(context, "The system cannot find the file specified.", 1) : raw(context, file, 0);
                };
                case "ver" -> (arguments, rest, context, environment, folder) -> write(context, "\r\nMicrosoft Windows [Version " + machine.osVersion() + "]", 0);
                case "hostname" -> (arguments, rest, context, environment, folder) -> write(context, machine.computerName(), 0);
                case "whoami" -> (arguments, rest, context, environment, folder) -> write(context, machine.computerName().toLowerCase(Locale.ROOT) + "\\"
                    + environment.getOrDefault("USERNAME", "demo"), 0);
                case "chcp" -> (arguments, rest, context, environment, folder) -> write(context, "Active code page: " + context.codePage(), 0);
                case "rem", "title", "cls", "setlocal", "endlocal" -> (arguments, rest, context, environment, folder) -> 0;
                case "ping" -> (arguments, rest, context, environment, folder) -> {
                    int at = arguments.indexOf("-n");
                    int count = at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).matches("\\d{1,5}") ? Integer.parseInt(arguments.get(at + 1)) : 4;
                    for (int i = 0; i < count; i++) {
                        write(context, "Reply from 127.0.0.1: bytes=32 time<1ms TTL=128", 0);
                        if (i < count - 1) {
                            Thread.sleep(1000);
                        }
                    }
                    return 0;
                };
                case "timeout" -> (arguments, rest, context, environment, folder) -> error(context, "ERROR: Input redirection is not supported, exiting the process immediately.", 1);
                case "findstr", "sort", "more" -> (arguments, rest, context, environment, folder) -> passInput(name, arguments, context);
                default -> null;
            });
        }

        private int set(String rest, ProgramContext context, Map<String, String> environment) {
            int equals = rest.indexOf('=');
            if (rest.isEmpty()) {
                StringBuilder all = new StringBuilder();
                environment.forEach((key, value) -> all.append(key).append('=').append(value).append("\r\n"));
                return raw(context, all.toString(), 0);
            }
            if (equals < 0) {
                StringBuilder found = new StringBuilder();
                environment.forEach((key, value) -> {
                    if (key.toLowerCase(Locale.ROOT).startsWith(rest.strip().toLowerCase(Locale.ROOT))) {
                        found.append(key).append('=').append(value).append("\r\n");
                    }
                });
                return found.isEmpty() ? error(context, "Environment variable " + rest.strip() + " not defined", 1) : raw(context, found.toString(), 0);
            }
            String assignment = unquoted(rest.strip());
            int at = assignment.indexOf('=');
            String value = assignment.substring(at + 1);
            if (value.isEmpty()) {
                environment.remove(assignment.substring(0, at));
            } else {
                environment.put(assignment.substring(0, at), value);
            }
            return 0;
        }

        private int passInput(String name, List<String> arguments, ProgramContext context) {
            Charset charset = charset(context.codePage());
            List<String> lines = new ArrayList<>();
            try {
                new String(context.stdin().readNBytes(16 << 20), charset).lines().forEach(lines::add);
            } catch (java.io.IOException e) {
                throw new Leave.Interrupted();
            }
            if (name.equals("sort")) {
                lines.sort(String.CASE_INSENSITIVE_ORDER);
            } else if (name.equals("findstr")) {
                String wanted = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
                lines.removeIf(line -> !line.contains(wanted));
            }
            return raw(context, String.join("", lines.stream().map(line -> line + "\r\n").toList()), lines.isEmpty() ? 1 : 0);
        }

        private static int write(ProgramContext context, String text, int code) {
            return raw(context, text + "\r\n", code);
        }

        private static int raw(ProgramContext context, String text, int code) {
            TextHost.write(context.stdout(), text, charset(context.codePage()));
            return code;
        }

        private static int error(ProgramContext context, String text, int code) {
            TextHost.write(context.stderr(), text + "\r\n", charset(context.codePage()));
            return code;
        }

        private static String unquoted(String text) {
            return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
        }
    }
}
