package org.poshremote.cli.options;

import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where to run: a saved target, a demo node or a host, and what to sign in with. */
public final class TargetOptions {
    @Option(names = "--on", paramLabel = "TARGET",
            description = "A saved target, or \"demo\" for a demo node that lives as long as this command; \"demo:nano-tp3\" is one of another kind.")
    private String on;

    @Option(names = "--host", paramLabel = "H", description = "Name or address of the node, where no target is saved for it.")
    private String host;

    @ArgGroup(validate = false, heading = "%nConnection, where it differs from that of the target:%n")
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--password-stdin", description = "The first line of standard input is the password.")
    private boolean passwordFromStandardInput;

    @Option(names = "--yes", description = "Run on a protected target without being asked.")
    private boolean yes;

    public Optional<String> on() {
        return Optional.ofNullable(on);
    }

    public Optional<String> host() {
        return Optional.ofNullable(host);
    }

    public ConnectionOptions connection() {
        return connection;
    }

    public boolean passwordFromStandardInput() {
        return passwordFromStandardInput;
    }

    public boolean yes() {
        return yes;
    }
}
