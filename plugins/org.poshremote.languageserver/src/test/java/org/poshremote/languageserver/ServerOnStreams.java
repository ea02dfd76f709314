package org.poshremote.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A server in this process behind streams. Pipes of the system: those of java.io end with the thread that wrote last. */
final class ServerOnStreams {
    final LanguageServer server;
    final InitializeResult initialized;
    private final OutputStream toServer;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    ServerOnStreams(LanguageClient client, InitializeParams params) {
        try {
            Pipe there = Pipe.open();
            Pipe back = Pipe.open();
            toServer = Channels.newOutputStream(there.sink());
            InputStream serverIn = Channels.newInputStream(there.source());
            OutputStream serverOut = Channels.newOutputStream(back.sink());
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    status.complete(PowerShellLanguageServer.serve(serverIn, serverOut));
                } catch (InterruptedException e) {
                    status.completeExceptionally(e);
                }
            });
            var launcher = new LSPLauncher.Builder<LanguageServer>().setLocalService(client).setRemoteInterface(LanguageServer.class)
                .setInput(Channels.newInputStream(back.source())).setOutput(toServer).configureGson(gson -> gson.registerTypeAdapterFactory(new AnnotatedEdits())).create();
            launcher.startListening();
            server = launcher.getRemoteProxy();
            initialized = server.initialize(params).get(10, TimeUnit.SECONDS);
            server.initialized(new InitializedParams());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** A message as it is, whatever it is. */
    void raw(String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        rawBytes(("Content-Length: " + bytes.length + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    void rawBytes(byte[] bytes) throws IOException {
        // one write is one message: other threads write too
        toServer.write(bytes);
        toServer.flush();
    }

    void end() throws InterruptedException, ExecutionException, TimeoutException {
        if (!status.isDone()) {
            server.shutdown().get(10, TimeUnit.SECONDS);
            server.exit();
            assertEquals(0, status.get(10, TimeUnit.SECONDS));
        }
    }
}
