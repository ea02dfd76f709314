package org.poshremote.demo.interpreter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poshremote.demo.machine.MachineModel;
import org.poshremote.demo.process.ProgramContext;

/** powershell.exe of the demo node: reads its switches and interprets the command. */
final class PowerShellProgram {
    /** What a process of CLR 4 under the host of PowerShell 2 ends with in a remote shell: an unhandled .NET exception. */
    private static final int CRASHED = 0xE0434352;

    private final MachineModel machine;
    private final CommandShell shell;

    PowerShellProgram(MachineModel machine, CommandShell shell) {
        this.machine = machine;
        this.shell = shell;
    }

    int run(List<String> arguments, String rest, ProgramContext context, Map<String, String> environment, String folder) {
        if (machine.clr4ChildCrashes() && environment.getOrDefault("COMPLUS_version", "").toLowerCase(Locale.ROOT).startsWith("v4")) {
            return CRASHED;
        }
        Charset charset = CommandShell.charset(context.codePage());
        String command = null;
        boolean encoded = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            String lower = word.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("-") && !lower.startsWith("/")) {
                command = machine.fewSwitches() ? rest : String.join(" ", arguments.subList(i, arguments.size()));
                break;
            }
            String name = lower.substring(1);
            if (machine.fewSwitches() && !List.of("verbose", "debug", "command").contains(name)) {
                TextHost.write(context.stderr(), "powershell [-Verbose] [-Debug] [-Command] <CommandLine>\r\nUnknown option: " + word + "\r\n", charset);
                return 1;
            }
            if (prefix(name, "encodedcommand", 1) || name.equals("ec")) {
                encoded = true;
                command = i + 1 < arguments.size() ? decode(arguments.get(i + 1)) : "";
                break;
            } else if (prefix(name, "command", 1)) {
                command = String.join(" ", arguments.subList(Math.min(i + 1, arguments.size()), arguments.size()));
                break;
            } else if (prefix(name, "executionpolicy", 2) || name.equals("ep") || prefix(name, "inputformat", 2) || prefix(name, "outputformat", 1) || prefix(name, "version", 1)
                    || prefix(name, "windowstyle", 1) || prefix(name, "configurationname", 2)) {
                i++;
            } else if (!prefix(name, "nologo", 3) && !prefix(name, "noprofile", 3) && !prefix(name, "noninteractive", 4) && !prefix(name, "noexit", 3) && !prefix(name, "sta", 1) && !name.equals("mta")) {
                TextHost.write(context.stderr(), "The argument '" + word + "' is not recognized as the name of a script file or switch.\r\n", charset);
                return 1;
            }
        }
        if (command == null) {
            TextHost.write(context.stderr(), "The demo node runs commands and no prompt: use -Command or -EncodedCommand.\r\n", charset);
            return 1;
        }
        TextHost host = encoded ? new ClixmlHost(context.stdout(), context.stderr(), charset) : new TextHost(context.stdout(), context.stderr(), charset);
        try {
            return interpret(command, new Session(machine, context, host, shell, charset, environment, folder), host);
        } finally {
            host.close();
        }
    }

    private static boolean prefix(String typed, String name, int least) {
        return typed.length() >= least && name.startsWith(typed);
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_16LE);
        } catch (IllegalArgumentException e) {
            return "throw 'Cannot process the command because the value specified with -EncodedCommand is not properly encoded.'";
        }
    }

    private static int interpret(String command, Session session, TextHost host) {
        OutDefault out = new OutDefault(session, host);
        try {
            ScriptBlockValue block = session.scriptBlock(command);
            session.interpreter.body(block, out);
            out.flush();
            return session.success ? 0 : 1;
        } catch (Leave.Exit exit) {
            out.flush();
            return exit.code;
        } catch (Leave.Return | Leave.Loop end) {
            out.flush();
            return 0;
        } catch (Leave.Interrupted end) {
            return 1;
        } catch (PsError e) {
            out.flush();
            host.error(e.errorRecord().text());
            return 1;
        } catch (StackOverflowError e) {
            host.error("The script failed due to call depth overflow.\r\n");
            return 1;
        } catch (OutOfMemoryError e) {
            host.error("Insufficient memory to continue the execution of the program.\r\n");
            return 1;
        }
    }

    /** Where the last command's objects become text. Strings go out at once; what needs its neighbours is held until they end. */
    private static final class OutDefault implements Sink {
        private final Session session;
        private final Host host;
        private final List<Object> held = new ArrayList<>();

        OutDefault(Session session, Host host) {
            this.session = session;
            this.host = host;
        }

        @Override
        public void write(Object value) {
            if (Formatter.laidOut(value)) {
                held.add(value);
                session.reserve(1);
            } else if (value != null) {
                flush();
                host.output(new Formatter(session).lines(List.of(value)));
            }
        }

        void flush() {
            if (!held.isEmpty()) {
                String text = new Formatter(session).lines(held);
                held.clear();
                host.output(text);
            }
        }
    }
}
