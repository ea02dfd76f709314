package org.poshremote.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.poshremote.cli.process.Interrupts;
import org.poshremote.cli.run.Runner;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.ProgramResolver;

/** A person at a terminal or a script at a pipe, in a folder of their own: calls the terminal program as a shell does. */
public final class Session {
    public final Map<String, String> environment = new HashMap<>();
    public final ByteArrayOutputStream out = new ByteArrayOutputStream();
    public final ByteArrayOutputStream err = new ByteArrayOutputStream();
    public InputStream in = InputStream.nullInputStream();
    public boolean asTerminal;
    public PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    public Interrupts interrupts = action -> new Interrupts.Watch() {
        @Override
        public boolean interrupted() {
            return false;
        }

        @Override
        public void close() {
        }
    };
    public Runner runner = Runner.ON_NODE;
    public Function<Personality, ProgramResolver> demoPrograms = personality -> (line, context) -> world -> 9009;
    public final Path folder;

    public Session(Path folder) {
        this.folder = folder;
    }

    public Session typing(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public String file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return name;
    }

    /** @return the exit status */
    public int call(String... arguments) {
        out.reset();
        err.reset();
        return Main.run(surroundings(), arguments);
    }

    /** The same on a thread of its own. */
    public CompletableFuture<Integer> begin(String... arguments) {
        return CompletableFuture.supplyAsync(() -> call(arguments), Thread::startVirtualThread);
    }

    /** Lets a test interrupt: completed with what an interrupt calls, once there is work to be interrupted. */
    public CompletableFuture<Runnable> interruptible() {
        CompletableFuture<Runnable> interrupt = new CompletableFuture<>();
        interrupts = action -> {
            interrupt.complete(action);
            return new Interrupts.Watch() {
                @Override
                public boolean interrupted() {
                    return true;
                }

                @Override
                public void close() {
                }
            };
        };
        return interrupt;
    }

    public Surroundings surroundings() {
        Terminal terminal = new Terminal(outStream, new PrintStream(err, true, StandardCharsets.UTF_8),
            asTerminal, asTerminal, asTerminal, asTerminal);
        return new Surroundings(terminal, in, environment, folder, folder.resolve("config"), interrupts, runner, demoPrograms);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    public Path config() {
        return folder.resolve("config");
    }
}
