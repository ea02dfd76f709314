package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what a command's name means, in PowerShell's order: alias, function, cmdlet, program. */
final class Commands {
    static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("%", "ForEach-Object"), Map.entry("foreach", "ForEach-Object"), Map.entry("?", "Where-Object"),
        Map.entry("where", "Where-Object"), Map.entry("echo", "Write-Output"), Map.entry("write", "Write-Output"), Map.entry("select", "Select-Object"),
        Map.entry("sort", "Sort-Object"), Map.entry("measure", "Measure-Object"), Map.entry("group", "Group-Object"), Map.entry("dir", "Get-ChildItem"),
        Map.entry("ls", "Get-ChildItem"), Map.entry("gci", "Get-ChildItem"), Map.entry("gi", "Get-Item"), Map.entry("gc", "Get-Content"), Map.entry("cat", "Get-Content"),
        Map.entry("type", "Get-Content"), Map.entry("sc", "Set-Content"), Map.entry("ac", "Add-Content"), Map.entry("ni", "New-Item"), Map.entry("rm", "Remove-Item"),
        Map.entry("del", "Remove-Item"), Map.entry("ri", "Remove-Item"), Map.entry("cd", "Set-Location"), Map.entry("sl", "Set-Location"), Map.entry("pwd", "Get-Location"),
        Map.entry("gl", "Get-Location"), Map.entry("gp", "Get-ItemProperty"), Map.entry("sp", "Set-ItemProperty"), Map.entry("gsv", "Get-Service"), Map.entry("gps", "Get-Process"),
        Map.entry("ps", "Get-Process"), Map.entry("gcm", "Get-Command"), Map.entry("gv", "Get-Variable"), Map.entry("sv", "Set-Variable"), Map.entry("set", "Set-Variable"),
        Map.entry("ft", "Format-Table"), Map.entry("fl", "Format-List"), Map.entry("oh", "Out-Host"), Map.entry("sleep", "Start-Sleep"), Map.entry("gwmi", "Get-WmiObject"),
        Map.entry("gcim", "Get-CimInstance"), Map.entry("gm", "Get-Member"), Map.entry("gmo", "Get-Module"), Map.entry("ipmo", "Import-Module"), Map.entry("iex", "Invoke-Expression"),
        Map.entry("tee", "Tee-Object"), Map.entry("mkdir", "mkdir"), Map.entry("md", "mkdir"));

    private final Session session;

    Commands(Session session) {
        this.session = session;
    }

    Stage stage(String typed, Words words, Sink out, boolean piped, String position, boolean dot) {
        String name = ALIASES.getOrDefault(typed.toLowerCase(Locale.ROOT), typed);
        if (name.equals("mkdir")) {
            words.all.add(new Words.Word("ItemType", "Directory", true, ""));
            name = "New-Item";
        }
        FunctionValue function = session.scope.function(typed);
        if (function != null) {
            return new FunctionStage(session, function, words, out, piped, !dot, position);
        }
        if (!session.machine.lacks(name) && !session.machine.lacks(typed)) {
            Optional<Commands.Cmdlet> cmdlet = session.cmdlets.find(name);
            if (cmdlet.isPresent()) {
                return new CmdletStage(session, cmdlet.get(), words, out, piped, position);
            }
            Optional<CommandShell.Program> program = session.shell.program(typed);
            if (program.isPresent()) {
                return new NativeStage(session, program.get(), words.commandLine(typed), out);
            }
        }
        throw new PsError(new ErrorRecord(typed + " : The term '" + typed + "' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the \r\n"
            + "spelling of the name, or if a path was included, verify that the path is correct and try again.", "CommandNotFoundException", "ObjectNotFound", typed + ":String", "",
            "CommandNotFoundException", position), false, null);
    }

    /**
     * A cmdlet that the demo node knows.
     *
     * @param parameters in the order of their position; "!" before one that has none, "?" behind a switch
     */
    record Cmdlet(String name, List<String> parameters, Body body) {
    }

    /** What a cmdlet does. */
    interface Body {
        Stage stage(Call call);
    }

    /** Binds and runs a cmdlet; errors get its name and place. */
    private static final class CmdletStage implements Stage {
        private final Session session;
        private final Call call;
        private final Stage inner;
        private final String position;

        CmdletStage(Session session, Cmdlet cmdlet, Words words, Sink out, boolean piped, String position) {
            this.session = session;
            this.position = position;
            call = Call.of(cmdlet.name(), out, piped, position);
            bind(cmdlet, words);
            inner = cmdlet.body().stage(call);
        }

        private void bind(Cmdlet cmdlet, Words words) {
            List<Object> positional = new ArrayList<>();
            for (int i = 0; i < words.all.size(); i++) {
                Words.Word word = words.all.get(i);
                if (word.parameter().isEmpty()) {
                    positional.add(word.value());
                    continue;
                }
                String parameter = parameter(cmdlet, word.parameter());
                boolean isSwitch = parameter.endsWith("?");
                String key = parameter.replace("!", "").replace("?", "").toLowerCase(Locale.ROOT);
                if (word.joined()) {
                    call.named().put(key, word.value());
                } else if (isSwitch) {
                    call.named().put(key, true);
                } else if (i + 1 < words.all.size() && words.all.get(i + 1).parameter().isEmpty()) {
                    call.named().put(key, words.all.get(++i).value());
                } else {
                    throw failure("Missing an argument for parameter '" + parameter.replace("!", "") + "'. Specify a parameter of type 'System.Object' and try again.", "MissingArgument");
                }
            }
            int next = 0;
            for (String parameter : cmdlet.parameters()) {
                String key = parameter.replace("?", "").toLowerCase(Locale.ROOT);
                if (next < positional.size() && !parameter.startsWith("!") && !parameter.endsWith("?") && !call.named().containsKey(key)) {
                    call.named().put(key, positional.get(next++));
                }
            }
            call.rest().addAll(positional.subList(next, positional.size()));
            if (!call.rest().isEmpty() && !cmdlet.parameters().contains("*")) {
                throw failure("A positional parameter cannot be found that accepts argument '" + Values.text(call.rest().get(0)) + "'.", "PositionalParameterNotFound");
            }
        }

        private static final List<String> COMMON = List.of("ErrorAction", "WarningAction", "Verbose?", "Debug?", "ErrorVariable", "OutVariable", "WhatIf?", "Confirm?", "InformationAction");

        private String parameter(Cmdlet cmdlet, String typed) {
            String lower = typed.toLowerCase(Locale.ROOT);
            List<String> begins = new ArrayList<>();
            List<String> all = new ArrayList<>(cmdlet.parameters());
            all.addAll(COMMON);
            for (String parameter : all) {
                String bare = parameter.replace("!", "").replace("?", "").toLowerCase(Locale.ROOT);
                if (bare.equals(lower) || bare.equals("erroraction") && lower.equals("ea") || bare.equals("warningaction") && lower.equals("wa")) {
                    return parameter;
                }
                if (bare.startsWith(lower)) {
                    begins.add(parameter);
                }
            }
            if (begins.size() == 1 || begins.size() > 1 && cmdlet.parameters().contains(begins.get(0)) && !cmdlet.parameters().contains(begins.get(1))) {
                return begins.get(0);
            }
            throw failure("A parameter cannot be found that matches parameter name '" + typed + "'.", "NamedParameterNotFound");
        }

        private PsError failure(String message, String id) {
            return new PsError(new ErrorRecord(call.name() + " : " + message, id + "," + command(), "InvalidArgument", "", call.name(), "ParameterBindingException", position), false, null);
        }

        private String command() {
            return "Microsoft.PowerShell.Commands." + call.name().replace("-", "") + "Command";
        }

        private void guarded(Runnable work) {
            try {
                work.run();
            } catch (PsError e) {
                ErrorRecord error = e.errorRecord();
                boolean named = error.activity().isEmpty() && !e.endsScript() && error.position().isEmpty();
                throw named ? new PsError(new ErrorRecord(call.name() + " : " + error.message(), error.id() + "," + command(), error.category(), error.target(), call.name(),
                    error.type(), position), false, e.thrown()) : e;
            }
        }

        @Override
        public void begin() {
            guarded(inner::begin);
        }

        @Override
        public void process(Object input) {
            session.step();
            guarded(() -> inner.process(input));
        }

        @Override
        public void end() {
            guarded(inner::end);
        }
    }

    /** A program of the machine; its output comes line by line. */
    private static final class NativeStage implements Stage {
        private final Session session;
        private final CommandShell.Program program;
        private final String line;
        private final Sink out;

        NativeStage(Session session, CommandShell.Program program, String line, Sink out) {
            this.session = session;
            this.program = program;
            this.line = line;
            this.out = out;
        }

        @Override
        public void process(Object input) {
            // programs of the demo node read nothing
        }

        @Override
        public void end() {
            CommandShell.Result result = session.shell.run(program, line, session.context, session.environment, session.folder);
            result.output().lines().forEach(out::write);
            if (!result.errors().isEmpty()) {
                session.host.error(result.errors());
            }
            session.global.set("LASTEXITCODE", result.exitCode());
            session.success = result.exitCode() == 0;
        }
    }
}
