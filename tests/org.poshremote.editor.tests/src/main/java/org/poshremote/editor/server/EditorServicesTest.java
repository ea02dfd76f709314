package org.poshremote.editor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.TextConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.testing.Bench;

/** PowerShellEditorServices as a process: a stand-in for pwsh that writes down how it was started and speaks the protocol on its streams. */
class EditorServicesTest {
    /** Publishes one problem per document; ends where the text says so. */
    private static final String PROGRAM = """
        #!/usr/bin/env python3
        import json, os, sys
        home = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(home, 'started.txt'), 'a') as log:
            log.write(json.dumps(sys.argv[1:]) + '\\n')
        print('the log of the server', file=sys.stderr, flush=True)
        def send(message):
            body = json.dumps(dict(message, jsonrpc='2.0')).encode()
            sys.stdout.buffer.write(b'Content-Length: %d\\r\\n\\r\\n' % len(body) + body)
            sys.stdout.buffer.flush()
        while True:
            length = 0
            line = sys.stdin.buffer.readline()
            if not line:
                break
            while line.strip():
                if line.lower().startswith(b'content-length:'):
                    length = int(line.split(b':')[1])
                line = sys.stdin.buffer.readline()
            message = json.loads(sys.stdin.buffer.read(length))
            method = message.get('method')
            if method == 'initialize':
                with open(os.path.join(home, 'options.txt'), 'w') as log:
                    log.write(json.dumps(message['params'].get('initializationOptions')))
                send({'id': message['id'], 'result': {'capabilities': {'textDocumentSync': 2}}})
                send({'method': 'powerShell/executionBusyStatus', 'params': True})
            elif method == 'textDocument/didOpen':
                document = message['params']['textDocument']
                if 'crash' in document['text'] and not os.path.exists(os.path.join(home, 'crashed')):
                    open(os.path.join(home, 'crashed'), 'w').close()
                    sys.exit(3)
                send({'method': 'textDocument/publishDiagnostics', 'params': {'uri': document['uri'], 'diagnostics': [
                    {'range': {'start': {'line': 0, 'character': 0}, 'end': {'line': 0, 'character': 1}}, 'severity': 2, 'message': 'told by the other server'}]}})
            elif 'id' in message and method:
                send({'id': message['id'], 'result': None})
        """;

    private Path folder;

    @BeforeEach
    void unpack() throws IOException {
        Bench.page();
        folder = Files.createTempDirectory("editor's services");
        Files.createDirectories(folder.resolve("PowerShellEditorServices"));
        Files.writeString(folder.resolve(ServerChoice.START), "# starts the server\n");
        Path program = Files.writeString(folder.resolve("pwsh"), PROGRAM);
        assertTrue(program.toFile().setExecutable(true));
    }

    @AfterEach
    void clear() throws IOException, BackingStoreException {
        Bench.clear();
        InstanceScope.INSTANCE.getNode(EditorPlugin.ID).clear();
        ScriptServer.use(LanguageClients.chosen());
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private void choose() {
        IPreferenceStore store = EditorPlugin.get().getPreferenceStore();
        store.setValue(ServerChoice.PREFERENCE, "editor_services");
        store.setValue(ServerChoice.FOLDER, folder.toString());
        store.setValue(ServerChoice.POWERSHELL, folder.resolve("pwsh").toString());
        ScriptServer.use(LanguageClients.chosen());
    }

    private static boolean told(IFile file) {
        return Bench.markers(file, "org.poshremote.editor.problem").stream().map(marker -> marker.getAttribute(IMarker.MESSAGE, "")).toList().equals(List.of("told by the other server"));
    }

    @Test
    void openEditorsChangeToTheChosenServerAndBack() throws IOException {
        IFile file = Bench.file("other.ps1", "gci\n");
        Bench.open(file);
        Bench.until("the embedded one tells", () -> !Bench.markers(file, "org.poshremote.editor.problem").isEmpty());
        choose();
        Bench.until("the other one tells, and it alone", () -> told(file));
        String started = Files.readString(folder.resolve("started.txt"));
        assertTrue(started.startsWith("[\"-NoLogo\", \"-NoProfile\", \"-NonInteractive\""), started);
        assertTrue(started.contains("-Stdio -LanguageServiceOnly") && started.contains("editor''s services"), started);
        assertEquals("{\"enableProfileLoading\": false}", Files.readString(folder.resolve("options.txt")));
        Bench.until("its log is in the console", () -> console().contains("the log of the server"));
        EditorPlugin.get().getPreferenceStore().setToDefault(ServerChoice.PREFERENCE);
        ScriptServer.use(LanguageClients.chosen());
        Bench.until("the embedded one tells again", () -> !Bench.markers(file, "org.poshremote.editor.problem").isEmpty() && !told(file));
        assertEquals(List.of(), Bench.log());
    }

    @Test
    void startsAgainAfterItDied() throws IOException {
        choose();
        IFile file = Bench.file("crash.ps1", "'crash'\n");
        Bench.open(file);
        Bench.until("it tells after its second start", () -> told(file));
        assertEquals(2, Files.readAllLines(folder.resolve("started.txt")).size());
        Bench.until("the console says so", () -> console().contains("starts again"));
    }

    @Test
    void whatIsMissingIsNamed() {
        IOException noScript = assertThrows(IOException.class, () -> new EditorServices("pwsh", folder.resolve("elsewhere")).start());
        assertTrue(noScript.getMessage().contains("elsewhere"), noScript.getMessage());
        IOException noProgram = assertThrows(IOException.class, () -> new EditorServices("no-such-pwsh", folder).start());
        assertTrue(noProgram.getMessage().contains("no-such-pwsh"), noProgram.getMessage());
    }

    private static String console() {
        StringBuilder text = new StringBuilder();
        for (IConsole console : ConsolePlugin.getDefault().getConsoleManager().getConsoles()) {
            if (console instanceof TextConsole one && console.getName().equals("PowerShell Language Server")) {
                text.append(one.getDocument().get());
            }
        }
        return text.toString();
    }
}
