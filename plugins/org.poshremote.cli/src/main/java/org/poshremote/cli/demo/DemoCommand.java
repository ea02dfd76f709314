package org.poshremote.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.process.Interrupts;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.target.TargetKind;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.auth.CertificateMapping;
import org.poshremote.demo.auth.KerberosAcceptors;
import org.poshremote.demo.auth.KerberosAcceptors.Scheme;
import org.poshremote.demo.NamedFault;
import org.poshremote.demo.NodeFlaws;
import org.poshremote.demo.personality.Personality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A demo node until it is ended. */
@Command(name = "demo", description = {"Starts a demo node: a WinRM server on 127.0.0.1, until Ctrl-C.",
        "It plays a Windows machine that knows a part of PowerShell; nothing is started on this machine."},
        footer = {"",
            "Examples:",
            "  poshremote demo",
            "  poshremote demo --personality nano-tp3 --port 15985",
            "  poshremote demo --list",
            "  poshremote demo --port 15985 --fault max-shells --fault clock-behind",
            "",
            "Just to run one script, no demo node has to be started before: poshremote run FILE --on demo"})
public final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--personality", paramLabel = "P", defaultValue = DemoNodes.PERSONALITY,
            description = "Kind of machine; ${DEFAULT-VALUE} unless given. --list shows all.")
    private String personality;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Port for HTTP; any free one unless given.")
    private int port;

    @Option(names = "--https-port", paramLabel = "N", defaultValue = "0", description = "Port for HTTPS; any free one unless given.")
    private int httpsPort;

    @Option(names = "--allow-unencrypted", paramLabel = "yes|no", arity = "0..1", fallbackValue = "yes",
            description = "Whether plain HTTP takes Basic and readable traffic; as the personality has it unless given.")
    private String allowUnencrypted;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Write the node's certificate there, for the --ca option of others.")
    private String certificate;

    @Option(names = "--keytab", paramLabel = "FILE",
            description = "Take sign-ins by Kerberos for the services whose keys are in this file (Negotiate then means Kerberos alone).")
    private Path keytab;

    @Option(names = "--fault", paramLabel = "NAME", description = "Something that is wrong with the node, to try the doctor on; several are possible. --list-faults shows all.")
    private List<String> faults = List.of();

    @Option(names = "--list-faults", description = "List the faults and end.")
    private boolean listFaults;

    @Option(names = "--client-certificate", paramLabel = "FILE",
            description = "Take this client certificate (PEM), or those of this authority, for the node's account, as a node does that has it mapped.")
    private Path clientCertificate;

    @Option(names = "--credssp", description = "Offer CredSSP, as a node does after Enable-WSManCredSSP -Role Server.")
    private boolean credssp;

    @Option(names = "--list", description = "List the personalities and end.")
    private boolean list;

    public DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        if (list) {
            list();
            return ExitCodes.SUCCESS;
        }
        if (listFaults) {
            NamedFault.all().forEach(fault -> surroundings.terminal().out(String.format("%-24s%s%n", fault.name(), fault.title())));
            return ExitCodes.SUCCESS;
        }
        try (DemoNode node = DemoNodes.start(settings(), flaws())) {
            if (certificate != null) {
                Files.writeString(surroundings.folder().resolve(certificate), node.certificatePem());
            }
            introduce(node);
            CountDownLatch ended = new CountDownLatch(1);
            try (Interrupts.Watch watch = surroundings.interrupts().onInterrupt(ended::countDown)) {
                ended.await();
                node.close();
                return ExitCodes.CANCELLED;
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.DATA, "the certificate could not be written, or the demo node not be ended: " + e.getMessage(), e);
        }
    }

    private NodeFlaws flaws() throws CommandFailure {
        NodeFlaws all = NodeFlaws.NONE;
        try {
            for (String fault : faults) {
                all = all.and(NamedFault.named(fault).flaws());
            }
            return all;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.USAGE, e.getMessage(), e);
        }
    }

    private DemoNodeSettings settings() throws CommandFailure {
        Personality chosen = DemoNodes.personality(personality);
        for (int given : new int[] {port, httpsPort}) {
            if (given < 0 || given > 65535) {
                throw new CommandFailure(ExitCodes.USAGE, "a port is a number from 1 to 65535, not " + given + ".");
            }
        }
        DemoNodeSettings settings = DemoNodeSettings.of(chosen, surroundings.demoPrograms().apply(chosen)).withPorts(port, httpsPort);
        if (credssp) {
            settings = settings.withSignIn(chosen.server().signIn().withCredSsp(true));
        }
        if (clientCertificate != null) {
            settings = settings.withCertificates(new CertificateMapping(certificate(surroundings.folder().resolve(clientCertificate)), Optional.empty()));
        }
        if (keytab != null) {
            Path file = surroundings.folder().resolve(keytab);
            if (!Files.isReadable(file)) {
                throw new CommandFailure(ExitCodes.DATA, "the keytab " + keytab + " cannot be read.");
            }
            settings = settings.withAcceptor(new KerberosAcceptors(file, Scheme.NEGOTIATE)).withAcceptor(new KerberosAcceptors(file, Scheme.KERBEROS));
        }
        if (allowUnencrypted == null) {
            return settings;
        }
        if (!allowUnencrypted.equalsIgnoreCase("yes") && !allowUnencrypted.equalsIgnoreCase("no")) {
            throw new CommandFailure(ExitCodes.USAGE, "--allow-unencrypted is yes or no.");
        }
        return settings.withAllowUnencrypted(allowUnencrypted.equalsIgnoreCase("yes"));
    }

    private static X509Certificate certificate(Path file) throws CommandFailure {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new CommandFailure(ExitCodes.DATA, "the client certificate " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void list() {
        int width = Personality.names().stream().mapToInt(String::length).max().orElse(0);
        for (String name : Personality.names()) {
            surroundings.terminal().out(name + " ".repeat(width - name.length()) + "  " + Personality.named(name).title() + System.lineSeparator());
        }
    }

    private void introduce(DemoNode node) {
        boolean plain = node.personality().server().allowUnencrypted();
        String kind = DemoNodes.kind(node.personality()) == TargetKind.NANO_TP3 ? " --kind nano-tp3" : "";
        StringBuilder text = new StringBuilder();
        line(text, "Demo node " + node.personality().name() + " (" + node.personality().title() + ")");
        faults.forEach(fault -> line(text, "  Fault     " + fault + ": " + NamedFault.named(fault).title()));
        line(text, "  HTTP      http://" + node.host() + ":" + node.port() + "/wsman" + (plain ? "" : " (takes encrypted traffic alone)"));
        line(text, "  HTTPS     https://" + node.host() + ":" + node.httpsPort() + "/wsman (a certificate of its own)");
        line(text, "  Account   " + node.user() + (clientCertificate == null ? "" : ", or the client certificate " + clientCertificate + " over HTTPS"));
        line(text, "  Password  " + node.usePassword(String::new));
        line(text, "");
        line(text, "Run on it from another terminal, which asks for this password:");
        line(text, "  poshremote run FILE --host " + node.host() + " --port " + node.port() + " --user " + node.user() + kind);
        Terminal terminal = surroundings.terminal();
        terminal.out(text.toString());
        terminal.errLine(Style.QUIET, "It runs until Ctrl-C.");
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
