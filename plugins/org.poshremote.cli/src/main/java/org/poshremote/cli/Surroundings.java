package org.poshremote.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.poshremote.cli.process.Interrupts;
import org.poshremote.cli.process.ShutdownInterrupts;
import org.poshremote.cli.run.Runner;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.cli.terminal.TerminalQuestions;
import org.poshremote.core.run.NodeMemoryFile;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.settings.ConfigFolder;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.ProgramResolver;
import org.poshremote.wsman.http.WireLog;

/**
 * Everything outside of this program that a command touches.
 *
 * @param in           standard input
 * @param folder       the one that the command is called in
 * @param configFolder this person's
 * @param runner       what carries a run out
 * @param demoPrograms what a demo node's machine has to run
 */
public record Surroundings(Terminal terminal, InputStream in, Map<String, String> environment, Path folder, Path configFolder,
        Interrupts interrupts, Runner runner, Function<Personality, ProgramResolver> demoPrograms) {

    public static Surroundings ofProcess() {
        return new Surroundings(Terminal.ofProcess(), System.in, System.getenv(), Path.of("").toAbsolutePath(), ConfigFolder.ofThisUser(),
            new ShutdownInterrupts(), Runner.ON_NODE, CommandShell::new);
    }

    /** What this person's runs share. */
    public RunContext runContext() {
        return new RunContext(new NodeMemoryFile(configFolder), RunSettings.DEFAULTS, WireLog.OFF, path());
    }

    /** How nodes are reached: by this environment and the SSH folder, asking at the terminal. */
    public PathContext path() {
        return PathContext.of(environment).withQuestions(new TerminalQuestions(terminal, environment));
    }
}
