package org.poshremote.editor.server;

import java.io.IOException;
import java.io.OutputStream;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.languageserver.PowerShellLanguageServer;

/** The server that comes with PoshRemote, in this process. */
public final class EmbeddedServer implements ServerStart {
    @Override
    public Streams start() {
        ByteQueue toServer = new ByteQueue();
        ByteQueue fromServer = new ByteQueue();
        Thread.ofVirtual().name("PowerShell language server").start(() -> {
            try (OutputStream answers = fromServer.out) {
                PowerShellLanguageServer.serve(toServer.in, answers);
            } catch (IOException e) {
                EditorPlugin.log(Messages.EmbeddedServer_failed, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return new Streams(fromServer.in, toServer.out);
    }
}
