package org.poshremote.cli.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.options.TargetOptions;
import org.poshremote.cli.run.ChosenTarget;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.certificate.CertificateDetails;
import org.poshremote.core.certificate.NodeCertificate;
import org.poshremote.core.connection.NodeFaults;
import org.poshremote.wsman.TransportException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The certificate of a node. Nobody signs in. */
@Command(name = "certificate", description = {"Shows the certificate of a node and why it is trusted or not, or writes it to a file.",
        "Nothing but the beginning of TLS is sent."}, synopsisSubcommandLabel = "COMMAND", footer = {"",
            "Examples:",
            "  poshremote certificate show --host web1.example",
            "  poshremote certificate show --on web1 --json",
            "  poshremote certificate export web1.pem --host web1.example",
            "",
            "Exit status of show: 0 it is trusted, 1 it is not, 69 the node is not reached."})
public final class CertificateCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Surroundings surroundings;

    @Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    public CertificateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: show or export");
    }

    @Command(name = "show", sortOptions = false, description = "Names, dates, purposes and fingerprints of the chain, and why it is trusted or not.")
    int show(@Mixin TargetOptions where, @Option(names = "--json", description = "As one JSON object.") boolean json) throws CommandFailure {
        NodeCertificate found = look(where);
        Terminal terminal = surroundings.terminal();
        terminal.out(json ? CertificateText.json(found) + System.lineSeparator() : CertificateText.of(found, terminal.outIsTerminal()));
        boolean trusted = found.refusal().isEmpty() && !found.target().unverified();
        if (!trusted && !json) {
            terminal.errLine(Style.PLAIN, "To take exactly this certificate, once its fingerprint is that of the node's own (certlm.msc there, or"
                + " Get-ChildItem Cert:\\LocalMachine\\My):");
            terminal.errLine(Style.PLAIN, "  --pin " + CertificateDetails.of(found.own()).sha256());
        }
        return trusted ? ExitCodes.SUCCESS : ExitCodes.FAILURE;
    }

    @Command(name = "export", sortOptions = false, description = "Writes the chain as PEM, the node's own certificate first; - is standard output.")
    int export(@Parameters(paramLabel = "FILE|-") String file, @Mixin TargetOptions where) throws CommandFailure {
        NodeCertificate found = look(where);
        if (file.equals("-")) {
            surroundings.terminal().out(found.pem());
            return ExitCodes.SUCCESS;
        }
        Path path = surroundings.folder().resolve(file);
        try {
            Files.writeString(path, found.pem());
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.DATA, file + " cannot be written: " + e.getMessage(), e);
        }
        List<String> lines = List.of(found.chain().size() == 1 ? "Wrote one certificate to " + file + "." : "Wrote " + found.chain().size() + " certificates to " + file + ".",
            found.trustWords());
        lines.forEach(line -> surroundings.terminal().errLine(Style.PLAIN, line));
        return ExitCodes.SUCCESS;
    }

    private NodeCertificate look(TargetOptions where) throws CommandFailure {
        if (where.host().isPresent()) {
            where.connection().useHttps(); // plain HTTP has none
        }
        try (ChosenTarget chosen = ChosenTarget.of(where, surroundings)) {
            return NodeCertificate.look(chosen.target(), PATIENCE, surroundings.path());
        } catch (TransportException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, e.getMessage() + NodeFaults.remedy(e).map(remedy -> " " + remedy).orElse(""), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.USAGE, e.getMessage() + " Give --https, and --port where it is not 5986.", e);
        }
    }
}
