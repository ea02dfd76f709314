package org.poshremote.lsp4e.server;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.lsp4e.server.StreamConnectionProvider;
import org.poshremote.editor.server.LanguageClients;
import org.poshremote.editor.server.ServerStart;

/**
 * The PowerShell language server as LSP4E starts it. Preferences and the target of the script in front are pushed to it as
 * {@code workspace/didChangeConfiguration} between LSP4E's own messages: LSP4E has no message for what only a server knows.
 */
public final class PowerShellServer implements StreamConnectionProvider {
    /** One push after the other, since each reads the target files. */
    private final ExecutorService pushes = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("PowerShell settings").factory());
    private final ServerStart chosen = LanguageClients.chosen();
    private Optional<Connection> connection = Optional.empty();

    private record Connection(ServerStart.Streams streams, MessageStream toServer, Runnable endOfPushes) {
    }

    @Override
    public synchronized void start() throws IOException {
        ServerStart.Streams streams = chosen.start();
        MessageStream toServer = new MessageStream(streams.toServer());
        connection = Optional.of(new Connection(streams, toServer, LanguageClients.whenSettingsChange(() -> push(toServer))));
    }

    @Override
    public synchronized void stop() {
        connection.ifPresent(ended -> {
            ended.endOfPushes().run();
            pushes.shutdown();
            close(ended.toServer());
            close(ended.streams().fromServer());
            ended.streams().end().run();
        });
    }

    private static void close(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) { // AutoCloseable says Exception; what cannot be closed is of no use any more
            ILog.of(PowerShellServer.class).error(String.valueOf(e.getMessage()), e);
        }
    }

    /** In the thread that changed something, which may be the UI thread. */
    private void push(MessageStream toServer) {
        try {
            pushes.execute(() -> send(toServer));
        } catch (RejectedExecutionException e) { // it is being stopped
        }
    }

    private static void send(MessageStream toServer) {
        JsonObject params = new JsonObject();
        params.add("settings", forLsp4e(LanguageClients.settings()));
        JsonObject message = new JsonObject();
        message.addProperty("jsonrpc", "2.0");
        message.addProperty("method", "workspace/didChangeConfiguration");
        message.add("params", params);
        try {
            toServer.insert(message.toString());
        } catch (IOException e) { // the server went away; LSP4E says so and starts another, which is told at its start
            ILog.of(PowerShellServer.class).info(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Object getInitializationOptions(URI rootUri) {
        Object options = chosen.initializationOptions();
        return options instanceof JsonObject settings ? forLsp4e(settings) : options;
    }

    /** Leaves out what LSP4E fails on or has no view for. */
    static JsonObject forLsp4e(JsonObject settings) {
        if (settings.get("poshremote") instanceof JsonObject own) {
            // without TM4E, LSP4E has no colours for semantic tokens, and fails on them
            own.addProperty("semanticTokens", Platform.getBundle("org.eclipse.tm4e.ui") != null);
            // a click on a count would ask the server for places that nobody shows; LSP4E finds references by a command of its own
            JsonObject lenses = own.get("codeLens") instanceof JsonObject there ? there : new JsonObject();
            lenses.addProperty("references", false);
            own.add("codeLens", lenses);
        }
        return settings;
    }

    @Override
    public synchronized InputStream getInputStream() {
        return connection.map(started -> started.streams().fromServer()).orElse(null);
    }

    @Override
    public synchronized OutputStream getOutputStream() {
        return connection.map(Connection::toServer).orElse(null);
    }

    @Override
    public InputStream getErrorStream() {
        return null;
    }

    /** LSP4E asks that providers of the same server be equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PowerShellServer;
    }

    @Override
    public int hashCode() {
        return PowerShellServer.class.hashCode();
    }
}
