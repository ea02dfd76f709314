package org.poshremote.demo.internal.shell;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;
import org.poshremote.demo.process.ProgramContext;
import org.poshremote.demo.process.ProgramResolver;

/** One command of a shell: a hosted program on a virtual thread, its streams, and how it ended. */
public final class HostedCommand {
    /** STATUS_CONTROL_C_EXIT: what a console program ends with that does not handle ctrl_c. */
    static final int CONTROL_C_EXIT = 0xC000013A;

    /** What cmd.exe would have between its pipe and the client, times enough for one full reply to be ready. */
    private static final int OUTPUT_CAPACITY = 1024 * 1024;
    private static final int INPUT_CAPACITY = 1024 * 1024;

    private final String id;
    private final boolean consoleMode;
    private final OutputQueue output = new OutputQueue(OUTPUT_CAPACITY);
    private final InputPipe input = new InputPipe(INPUT_CAPACITY);
    private final Context context;
    private final Thread thread;
    private volatile boolean interrupted;

    HostedCommand(String id, String commandLine, boolean consoleMode, HostedShell shell, ProgramResolver programs) {
        this.id = id;
        this.consoleMode = consoleMode;
        this.context = new Context(shell);
        this.thread = Thread.ofVirtual().name("demo-command-" + id).unstarted(() -> run(commandLine, programs));
    }

    void start() {
        thread.start();
    }

    private void run(String commandLine, ProgramResolver programs) {
        int code;
        try {
            code = programs.resolve(commandLine, context).run(context);
        } catch (InterruptedException e) {
            code = CONTROL_C_EXIT;
        } catch (RuntimeException | Error e) {
            // a defect of a hosted program must look like a crash of that program, not of the node
            code = interrupted ? CONTROL_C_EXIT : crash(e);
        }
        input.abort();
        output.finish(code);
    }

    private int crash(Throwable e) {
        if (!output.finished()) {
            new PrintStream(context.stderr(), true, StandardCharsets.UTF_8).print("The demo node's program failed: " + e + "\r\n");
        }
        return 0xC0000005; // STATUS_ACCESS_VIOLATION
    }

    public String id() {
        return id;
    }

    boolean running() {
        return !output.finished();
    }

    /** @throws FaultException 2150858843 when the command has ended */
    public void send(byte[] bytes, boolean end, Duration timeout) throws FaultException {
        if (!running()) {
            throw Faults.unknownCommand();
        }
        input.offer(bytes, end, timeout);
    }

    /** @param waiting run once, before the first wait for output */
    public Received receive(Set<String> streams, int budget, Duration timeout, Duration gathering, Runnable waiting) throws FaultException {
        OutputQueue.Batch batch = output.take(streams, budget, timeout, gathering, waiting);
        return new Received(batch.segments().stream().map(s -> new Received.Piece(s.stream, s.data, s.offset, s.length)).toList(), batch.exitCode());
    }

    /** ctrl_c and ctrl_break reach a program only on a console: with a pipe as standard input there is none (WINRS_CONSOLEMODE_STDIN). */
    void controlKey() {
        if (consoleMode) {
            interrupted = true;
            thread.interrupt();
        }
    }

    /** Ends the program from outside, as when its process is ended; nothing it writes from now on is fetched. */
    void terminate() {
        interrupted = true;
        output.abort();
        input.abort();
        thread.interrupt();
    }

    private final class Context implements ProgramContext {
        private final HostedShell shell;
        private final OutputStream stdout = new StreamOutput("stdout", output);
        private final OutputStream stderr = new StreamOutput("stderr", output);

        Context(HostedShell shell) {
            this.shell = shell;
        }

        @Override
        public InputStream stdin() {
            return input;
        }

        @Override
        public OutputStream stdout() {
            return stdout;
        }

        @Override
        public OutputStream stderr() {
            return stderr;
        }

        @Override
        public Map<String, String> environment() {
            return shell.environment();
        }

        @Override
        public String workingDirectory() {
            return shell.settings().workingDirectory();
        }

        @Override
        public int codePage() {
            return shell.settings().codePage();
        }

        @Override
        public boolean interrupted() {
            return interrupted;
        }
    }
}
