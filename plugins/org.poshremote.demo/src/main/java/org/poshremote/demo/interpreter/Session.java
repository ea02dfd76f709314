package org.poshremote.demo.interpreter;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.poshremote.demo.machine.MachineModel;
import org.poshremote.demo.process.ProgramContext;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.SyntaxError;
import org.poshremote.language.syntax.SyntaxMessages;

/** One PowerShell of a run: its machine, scopes, streams and limits. One thread. */
final class Session {
    /** Objects that one list may hold, and a hundredth of what all together may take; more than a script of a demo needs. */
    private static final long MOST_OBJECTS = 5_000_000;
    private static final int DEEPEST = 100;

    final MachineModel machine;
    final ProgramContext context;
    final Host host;
    final CommandShell shell;
    /** Of the console's output. */
    Charset charset;
    int outputPage;
    /** Of the console's input. */
    Charset inputCharset;
    int inputPage;
    String processFolder = "";
    final Scope global = new Scope(null, true);
    final Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final List<Object> errors = new ArrayList<>();
    final List<String> namespaces = new ArrayList<>();
    final Operators operators = new Operators(this);
    final Interpreter interpreter = new Interpreter(this);
    final Cmdlets cmdlets = new Cmdlets(this);
    final Random random = new Random(1);
    final Clock clock = Clock.systemUTC();
    Scope scope = global;
    String folder;
    boolean success = true;
    private long reserved;
    private int depth;
    private long steps;
    private BufferedReader console;

    Session(MachineModel machine, ProgramContext context, Host host, CommandShell shell, Charset charset, Map<String, String> environment, String folder) {
        this.machine = machine;
        this.context = context;
        this.host = host;
        this.shell = shell;
        this.charset = charset;
        this.inputCharset = charset;
        this.outputPage = context.codePage();
        this.inputPage = context.codePage();
        this.environment.putAll(environment);
        this.folder = folder;
        global.set("ErrorActionPreference", "Continue");
        global.set("WarningPreference", "Continue");
        global.set("VerbosePreference", "SilentlyContinue");
        global.set("DebugPreference", "SilentlyContinue");
        global.set("ProgressPreference", "Continue");
        global.set("InformationPreference", "SilentlyContinue");
        global.set("ConfirmPreference", "High");
        global.set("OFS", " ");
        global.set("PID", 4242);
        global.set("HOME", environment.getOrDefault("USERPROFILE", "C:\\Users\\demo"));
        global.set("PSHOME", "C:\\Windows\\System32\\WindowsPowerShell\\v1.0");
        global.set("ShellId", "Microsoft.PowerShell");
        global.set("args", new ArrayList<>());
        global.set("PSVersionTable", versionTable());
        PsHashtable sessionState = new PsHashtable();
        sessionState.put("LanguageMode", "FullLanguage");
        PsHashtable executionContext = new PsHashtable();
        executionContext.put("SessionState", sessionState);
        global.set("ExecutionContext", executionContext);
    }

    private PsHashtable versionTable() {
        PsHashtable table = new PsHashtable();
        table.put("PSVersion", VersionValue.of(machine.powerShellVersion()));
        if (!machine.powerShellEdition().isEmpty()) {
            table.put("PSEdition", machine.powerShellEdition());
        }
        table.put("CLRVersion", VersionValue.of(machine.clrVersion()));
        table.put("BuildVersion", VersionValue.of(machine.osVersion()));
        table.put("WSManStackVersion", VersionValue.of(machine.powerShellMajor() > 2 ? "3.0" : "2.0"));
        table.put("PSRemotingProtocolVersion", VersionValue.of(machine.powerShellMajor() > 2 ? "2.3" : "2.1"));
        table.put("SerializationVersion", VersionValue.of("1.1.0.1"));
        return table;
    }

    // ---- limits

    /** Before each statement and each turn of a loop. */
    void step() {
        if ((++steps & 0xFF) == 0 && (Thread.currentThread().isInterrupted() || context.interrupted())) {
            throw new Leave.Interrupted();
        }
    }

    void reserve(long objects) {
        reserved += objects;
        if (objects > MOST_OBJECTS || reserved > MOST_OBJECTS * 100) {
            throw PsError.runtime("Insufficient memory to continue the execution of the program.", "System.OutOfMemoryException", "ResourceUnavailable", "OutOfMemoryException");
        }
    }

    void enter() {
        if (++depth > DEEPEST) {
            depth--;
            throw new PsError(new ErrorRecord("The script failed due to call depth overflow.", "CallDepthOverflow", "InvalidOperation", "", "",
                "ParentContainsErrorRecordException", ""), true, null);
        }
    }

    void leave() {
        depth--;
    }

    // ---- script blocks

    /** @throws PsError where the text has mistakes */
    ScriptBlockValue scriptBlock(String text) {
        Script script = Parser.parse(text);
        List<String> problems = new ArrayList<>();
        Positions positions = new Positions(script);
        for (SyntaxError error : script.errors()) {
            problems.add(positions.at(error.start(), Math.max(error.end(), error.start() + 1)) + "\r\n" + SyntaxMessages.of(error));
        }
        String newer = machine.powerShellMajor() < 7 ? VersionGate.firstTooNew(script, machine.powerShellMajor()) : "";
        if (!newer.isEmpty()) {
            problems.add(newer);
        }
        if (!problems.isEmpty()) {
            SyntaxError first = script.errors().isEmpty() ? null : script.errors().get(0);
            throw new PsError(new ErrorRecord(String.join("\r\n", problems), first == null ? "UnexpectedToken" : first.id(), "ParserError", "", "",
                "ParseException", ""), true, null);
        }
        return new ScriptBlockValue(script, script.root());
    }

    // ---- variables

    void setAutomatic(String name, Object value) {
        scope.set(name, value);
    }

    String preference(String name) {
        return Values.text(scope.get(name));
    }

    BufferedReader console() {
        if (console == null) {
            console = new BufferedReader(new InputStreamReader(context.stdin(), inputCharset));
        }
        return console;
    }

    /** [Console]::OutputEncoding. */
    void outputEncoding(Charset newCharset, int page) {
        charset = newCharset;
        outputPage = page;
        host.encoding(newCharset);
    }

    /** [Console]::InputEncoding: what was read ahead in the old one is gone, as on a console. */
    void inputEncoding(Charset newCharset, int page) {
        inputCharset = newCharset;
        inputPage = page;
        console = null;
    }

    InputStream standardInput() {
        return context.stdin();
    }

    // ---- errors

    /** A non-terminating error, by the preference in force or the one given for the command. */
    void writeError(ErrorRecord error, String action) {
        errors.add(0, error);
        success = false;
        String preference = action.isEmpty() ? preference("ErrorActionPreference") : action;
        switch (preference.toLowerCase(Locale.ROOT)) {
            case "stop" -> throw new PsError(error, true, null);
            case "silentlycontinue", "ignore" -> { }
            default -> errorSink.write(error);
        }
    }

    /** Where errors go: to the host, unless a redirection sends them elsewhere. */
    Sink errorSink = error -> host().error(((ErrorRecord) error).text());

    /** Where the error that is on its way up was to go, because its command had a redirection. */
    Sink failedSink;

    /** Shows an error that ended a statement. */
    void show(ErrorRecord error) {
        Sink sink = failedSink == null ? errorSink : failedSink;
        failedSink = null;
        sink.write(error);
    }

    private Host host() {
        return host;
    }

    /** Standard error as a program writes to it: text, whatever the host makes of errors. */
    java.util.function.Consumer<String> shellError() {
        return text -> TextHost.write(context.stderr(), text, charset);
    }

    void warning(String text, String action) {
        if (wanted(action, "WarningPreference")) {
            host.warning(text);
        }
    }

    boolean wanted(String action, String preferenceName) {
        String preference = action.isEmpty() ? preference(preferenceName) : action;
        if (preference.equalsIgnoreCase("Stop")) {
            throw new PsError(new ErrorRecord("The running command stopped because the preference variable \"" + preferenceName + "\" is set to Stop.",
                "ActionPreferenceStop", "OperationStopped", "", "", "ActionPreferenceStopException", ""), true, null);
        }
        return preference.equalsIgnoreCase("Continue") || preference.equalsIgnoreCase("Inquire");
    }
}
