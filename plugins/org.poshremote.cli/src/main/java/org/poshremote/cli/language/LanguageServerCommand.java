package org.poshremote.cli.language;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import org.poshremote.cli.Surroundings;
import org.poshremote.languageserver.PowerShellLanguageServer;
import picocli.CommandLine.Command;

/** The language server on standard input and output, for an editor that starts it. */
@Command(name = "language-server", description = "Serves an editor over the Language Server Protocol, on standard input and output.",
        footer = {"", "An editor starts it; its configuration names the command:", "  poshremote language-server    (language id: powershell)", "", "docs/language-server.md says what it can do and how editors are set up."})
public final class LanguageServerCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    public LanguageServerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        // not through the terminal: the protocol's bytes are nobody's text
        return PowerShellLanguageServer.serve(surroundings.in(), new FileOutputStream(FileDescriptor.out));
    }
}
