package org.poshremote.editor.server;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;

/**
 * The language server behind the editors of this workbench. It starts with the first message and again after a crash, later
 * each time. Thread-safe; no call waits: messages go out one after the other on a thread of their own, in the order of the calls.
 */
public final class ScriptServer {
    private static final long START_SECONDS = 30;
    private static final long FIRST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 60_000;
    /** A server that lived so long did not fail by how it was started. */
    private static final long STEADY_MILLISECONDS = 60_000;

    private static ScriptServer shared;

    private final ServerStart start;
    /** Without the workspace. */
    private final boolean alone;
    private final ExecutorService outbox = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("PowerShell editor outbox").factory());
    private volatile Connection connection;
    private volatile boolean stopped;
    private volatile long notBefore;
    private volatile long pause = FIRST_PAUSE;

    private record Connection(LanguageServer server, ServerCapabilities capabilities, ServerStart.Streams streams, WorkspaceWatch watch, long since) {
        void close() {
            watch.end();
            ScriptServer.close(streams);
        }
    }

    public ScriptServer(ServerStart start) {
        this(start, false);
    }

    private ScriptServer(ServerStart start, boolean alone) {
        this.start = start;
        this.alone = alone;
    }

    public static synchronized ScriptServer get() {
        if (shared == null) {
            begin(LanguageClients.chosen());
        }
        return shared;
    }

    private static void begin(ServerStart start) {
        shared = new ScriptServer(start);
        EditorPlugin.whenStopped(shared::stop);
    }

    /** Another server from now on. In the UI thread; the old one ends later. */
    public static void use(ServerStart start) {
        synchronized (ScriptServer.class) {
            if (shared != null) {
                shared.stop();
            }
            begin(start);
        }
        OpenScripts.all().forEach(OpenScript::open);
    }

    /** What the server announced; empty as long as it has said nothing. */
    public Optional<ServerCapabilities> capabilities() {
        return Optional.ofNullable(connection).map(Connection::capabilities);
    }

    /** Sends a notification. */
    public void tell(Consumer<LanguageServer> message) {
        send(() -> connected().ifPresent(c -> message.accept(c.server())));
    }

    /** Asks after everything that was told before; empty where the server is not there, cannot answer or was not asked. */
    public <T> CompletableFuture<Optional<T>> ask(Function<LanguageServer, CompletableFuture<T>> question) {
        return askIf(capabilities -> true, question);
    }

    /** As {@link #ask}, where the server announced that it can. */
    public <T> CompletableFuture<Optional<T>> askIf(Function<ServerCapabilities, Boolean> can, Function<LanguageServer, CompletableFuture<T>> question) {
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        boolean sent = send(() -> {
            Optional<Connection> now = connected().filter(c -> can.apply(c.capabilities()));
            if (now.isEmpty() || answer.isDone()) {
                answer.complete(Optional.empty());
                return;
            }
            CompletableFuture<T> asked = question.apply(now.get().server());
            answer.whenComplete((value, problem) -> asked.cancel(true));
            asked.whenComplete((value, problem) -> answer.complete(Optional.ofNullable(value)));
        });
        if (!sent) {
            answer.complete(Optional.empty());
        }
        return answer;
    }

    private boolean send(Runnable action) {
        try {
            outbox.execute(action);
            return true;
        } catch (RejectedExecutionException e) { // the workbench is closing
            return false;
        }
    }

    /** In the outbox thread, which alone waits for the server to start. */
    private Optional<Connection> connected() {
        if (connection == null && !stopped && System.currentTimeMillis() >= notBefore) {
            try {
                Connection made = connect();
                if (stopped) {
                    made.close();
                } else {
                    connection = made;
                }
            } catch (IOException | CompletionException e) {
                failed(e);
                later();
            }
        }
        return Optional.ofNullable(connection);
    }

    /** In full to the error log once; it may fail the same way each time. */
    private void failed(Exception problem) {
        if (pause == FIRST_PAUSE) {
            EditorPlugin.log(Messages.ScriptServer_noStart, problem);
        }
        ServerLog.line(Messages.ScriptServer_noStart);
        ServerLog.line(String.valueOf(problem.getMessage()));
    }

    private Connection connect() throws IOException {
        ServerStart.Streams streams = start.start();
        try {
            return connect(streams);
        } catch (CompletionException e) {
            close(streams);
            throw e;
        }
    }

    private Connection connect(ServerStart.Streams streams) {
        WorkspaceWatch watch = new WorkspaceWatch(this::send);
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(new ScriptClient(watch), streams.fromServer(), streams.toServer());
        Future<Void> listening = launcher.startListening();
        LanguageServer server = launcher.getRemoteProxy();
        List<WorkspaceFolder> folders = alone ? List.of() : WorkspaceWatch.folders();
        ServerCapabilities capabilities = server.initialize(ClientDescription.parameters(folders, start.initializationOptions())).orTimeout(START_SECONDS, TimeUnit.SECONDS).join().getCapabilities();
        if (!alone) {
            watch.begin(server, capabilities, folders);
        }
        server.initialized(new InitializedParams());
        server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(ServerSettings.json()));
        Thread.ofVirtual().name("PowerShell language server watch").start(() -> watch(listening));
        return new Connection(server, capabilities, streams, watch, System.currentTimeMillis());
    }

    private void watch(Future<Void> listening) {
        try {
            listening.get();
        } catch (ExecutionException | CancellationException e) {
            EditorPlugin.log(Messages.EmbeddedServer_failed, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        send(() -> {
            Optional<Connection> ended = Optional.ofNullable(connection);
            connection = null;
            ended.ifPresent(one -> {
                one.close();
                if (System.currentTimeMillis() - one.since() > STEADY_MILLISECONDS) {
                    pause = FIRST_PAUSE;
                }
                later();
            });
        });
    }

    /** Starts again after a pause, which doubles each time, and opens what is open. */
    private void later() {
        if (stopped) {
            return;
        }
        long wait = pause;
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        notBefore = System.currentTimeMillis() + wait;
        ServerLog.restart(wait);
        CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS, outbox).execute(() -> Ui.later(() -> OpenScripts.all().forEach(script -> script.open())));
    }

    /** Preferences or the target of a script are another now. */
    public void settingsChanged() {
        if (connection != null) {
            tell(server -> server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(ServerSettings.json())));
        }
    }

    /** Ends the connection as a crash would, for tests of the restart. */
    void lose() {
        Optional.ofNullable(connection).ifPresent(Connection::close);
    }

    /** An embedded one beside that of the editors, for questions that are about no script; to be stopped after them. */
    public static ScriptServer ofItsOwn() {
        return new ScriptServer(new EmbeddedServer(), true);
    }

    /** For ever; what was asked before is answered still. */
    public void stop() {
        stopped = true;
        Optional.ofNullable(connection).ifPresent(Connection::close);
        outbox.shutdown();
    }

    private static void close(ServerStart.Streams streams) {
        streams.end().run();
        for (Closeable stream : List.of(streams.toServer(), streams.fromServer())) {
            try {
                stream.close();
            } catch (IOException e) { // of a process that is gone already
                ServerLog.line(String.valueOf(e.getMessage()));
            }
        }
    }
}
