package org.poshremote.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.poshremote.core.target.KerberosChoice;
import org.poshremote.core.target.Target;
import picocli.CommandLine.Option;

/** How Kerberos is used, where it differs from what the target says. */
final class KerberosFlags {
    private static final String CONFIGURATION = "java.security.krb5.conf";

    @Option(names = "--spn-class", paramLabel = "CLASS", description = "Kerberos: class of the service's name, WSMAN or HTTP; WSMAN unless given.")
    private String serviceClass;

    @Option(names = "--spn-host", paramLabel = "H", description = "Kerberos: host in the service's name, where it is another than the node's.")
    private String serviceHost;

    @Option(names = "--spn-port", description = "Kerberos: put the port into the service's name.")
    private boolean portInName;

    @Option(names = "--delegate", description = "Kerberos: let the node act for the account on further machines.")
    private boolean delegate;

    @Option(names = "--keytab", paramLabel = "FILE", description = "Kerberos: sign in with the account's keys in this file; no password is asked.")
    private Path keytab;

    @Option(names = "--krb5-conf", paramLabel = "FILE",
            description = "Kerberos: realms and their servers are in this file, instead of KRB5_CONFIG or the machine's krb5.conf.")
    private Path configuration;

    void applyTo(Target.Builder builder) {
        builder.kerberos(this::changed);
    }

    private KerberosChoice changed(KerberosChoice before) {
        KerberosChoice choice = serviceClass == null ? before : before.withServiceClass(serviceClass);
        choice = serviceHost == null ? choice : choice.withServiceHost(Optional.of(serviceHost));
        choice = portInName ? choice.withPortInName(true) : choice;
        choice = delegate ? choice.withDelegate(true) : choice;
        choice = keytab == null ? choice : choice.withKeytab(Optional.of(keytab.toAbsolutePath().toString()));
        return choice;
    }

    /** One for the whole JVM, read by the JDK when Kerberos is used first: only a program's start may choose it. */
    void useConfiguration(Optional<String> ofEnvironment) {
        Optional<String> chosen = Optional.ofNullable(configuration).map(file -> file.toAbsolutePath().toString())
            .or(() -> System.getProperty(CONFIGURATION) == null ? ofEnvironment.filter(file -> Files.isRegularFile(Path.of(file))) : Optional.empty());
        chosen.ifPresent(file -> System.setProperty(CONFIGURATION, file));
    }
}
