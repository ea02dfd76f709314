package org.poshremote.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A throw-away Kerberos realm: MIT's KDC in the foreground on a loopback port, its files in a folder of the test. The JVM's
 * krb5.conf becomes this realm's, so tests with it run in a JVM of their own.
 */
public final class TestRealm implements AutoCloseable {
    public static final String NAME = "POSHREMOTE.TEST";
    private static final String ENCRYPTION = "aes256-cts aes128-cts aes256-sha2 aes128-sha2";
    private static final int TRIES = 5;
    private final Path folder;
    private final List<String> clock;
    private Process kdc;

    private TestRealm(Path folder, List<String> clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Programs of the Debian packages krb5-kdc, krb5-admin-server, krb5-user, python3-gssapi, faketime. */
    private static List<String> missing() {
        List<String> missing = new ArrayList<>();
        Map.of("krb5-kdc", "/usr/sbin/krb5kdc", "krb5-admin-server", "/usr/sbin/kadmin.local", "krb5-user", "/usr/bin/kinit",
            "python3-gssapi", "/usr/lib/python3/dist-packages/gssapi", "faketime", "/usr/bin/faketime").forEach((debianPackage, program) -> {
                if (!Files.exists(Path.of(program))) {
                    missing.add(debianPackage);
                }
            });
        return missing;
    }

    /** Fails where the test run has to have these packages, and otherwise says loudly that a test did not run. */
    public static void require() {
        demand(missing());
    }

    /** The same for one more package, by a file of it. */
    public static void require(String debianPackage, String file) {
        demand(Files.exists(Path.of(file)) ? List.of() : List.of(debianPackage));
    }

    private static void demand(List<String> missing) {
        Peers.require(missing.isEmpty(), String.join(" ", missing));
    }

    /** @param folder empty, of the test */
    public static TestRealm start(Path folder) throws IOException {
        TestRealm realm = new TestRealm(folder, List.of());
        realm.configure(freePort());
        realm.run(List.of("/usr/sbin/kdb5_util", "create", "-s", "-r", NAME, "-P", "master"));
        realm.serve();
        System.setProperty("java.security.krb5.conf", realm.conf().toString());
        return realm;
    }

    /**
     * The same realm as it was or will be: a second KDC over the same accounts, and programs with the same clock.
     *
     * @param offset such as "-1d"
     */
    public TestRealm at(String offset) throws IOException {
        TestRealm other = new TestRealm(Files.createDirectory(folder.resolve("at" + offset)), List.of("/usr/bin/faketime", "-f", offset));
        for (String file : List.of("principal", "principal.ok", "principal.kadm5", "principal.kadm5.lock", "stash")) {
            Files.copy(folder.resolve(file), other.folder.resolve(file));
        }
        other.serve();
        return other;
    }

    private void serve() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            configure(freePort());
            kdc = process(List.of("/usr/sbin/krb5kdc", "-n")).redirectErrorStream(true).start();
            if (commences()) {
                return;
            }
        }
        throw new IOException("krb5kdc did not start: see " + folder);
    }

    private boolean commences() throws IOException {
        BufferedReader said = kdc.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("commencing operation")) {
                Thread.ofVirtual().start(() -> drain(said)); // or it would wait for a reader
                return true;
            }
        }
        return false;
    }

    private static void drain(BufferedReader said) {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // it was ended
        }
    }

    private static int freePort() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket tcp = new ServerSocket(0, 1, loopback); DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), loopback)) {
            return udp.getLocalPort();
        }
    }

    private void configure(int port) throws IOException {
        Files.writeString(conf(), conf(port));
        Files.writeString(folder.resolve("kdc.conf"), """
            [kdcdefaults]
              kdc_listen = 127.0.0.1:%1$d
              kdc_tcp_listen = 127.0.0.1:%1$d
            [realms]
              %2$s = {
                database_name = %3$s/principal
                key_stash_file = %3$s/stash
                acl_file = %3$s/acl
                max_life = 10h
                max_renewable_life = 7d
                supported_enctypes = aes256-cts:normal aes128-cts:normal aes256-sha2:normal aes128-sha2:normal
                default_principal_flags = +preauth,+forwardable
              }
            [logging]
              kdc = STDERR
            """.formatted(port, NAME, folder));
    }

    private String conf(int port) {
        return """
            [libdefaults]
              default_realm = %1$s
              dns_lookup_kdc = false
              dns_lookup_realm = false
              rdns = false
              udp_preference_limit = 1
              forwardable = true
              permitted_enctypes = %3$s
              default_tgs_enctypes = %3$s
              default_tkt_enctypes = %3$s
            [realms]
              %1$s = {
                kdc = 127.0.0.1:%2$d
              }
            [domain_realm]
              localhost = %1$s
              .poshremote.test = %1$s
            """.formatted(NAME, port, ENCRYPTION);
    }

    public Path conf() {
        return folder.resolve("krb5.conf");
    }

    /** Another realm in krb5.conf, at a port of the test's. */
    public void alsoRealm(String name, int port) throws IOException {
        String text = Files.readString(conf());
        Files.writeString(conf(), text.replace("[domain_realm]", "  " + name + " = {\n    kdc = 127.0.0.1:" + port + "\n  }\n[domain_realm]"));
    }

    public void user(String name, String password, String... options) {
        List<String> query = new ArrayList<>(List.of("addprinc", "-clearpolicy"));
        query.addAll(Arrays.asList(options));
        query.addAll(List.of("-pw", password, name));
        kadmin(String.join(" ", query));
    }

    /** @param encryption "aes256-cts:normal", or empty for every type that the realm has */
    public Path service(String name, String encryption) {
        Path keytab = folder.resolve(name.replace('/', '-') + ".keytab");
        kadmin("addprinc -randkey -clearpolicy " + (encryption.isEmpty() ? "" : "-e " + encryption + " ") + name);
        kadmin("ktadd -norandkey -k " + keytab + " " + name);
        return keytab;
    }

    /** An administrator's command, such as "modprinc -expire yesterday name". */
    public void kadmin(String query) {
        run(List.of("/usr/sbin/kadmin.local", "-r", NAME, "-q", query));
    }

    /** A ticket cache that kinit fills. */
    public Path tickets(String principal, String password, String... options) {
        Path cache = folder.resolve("tickets-" + principal.replaceAll("\\W", "-") + options.length);
        List<String> command = new ArrayList<>(List.of("/usr/bin/kinit", "-c", "FILE:" + cache));
        command.addAll(Arrays.asList(options));
        command.add(principal);
        run(command, password + "\n");
        return cache;
    }

    /** With this realm's configuration, and without anything of the person's. */
    public ProcessBuilder process(List<String> command) {
        List<String> timed = new ArrayList<>(clock);
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed).directory(folder.toFile());
        builder.environment().put("KRB5_CONFIG", conf().toString());
        builder.environment().put("KRB5_KDC_PROFILE", folder.resolve("kdc.conf").toString());
        builder.environment().put("KRB5RCACHENAME", "none:");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private void run(List<String> command) {
        run(command, "");
    }

    private void run(List<String> command, String input) {
        try {
            Process process = process(command).redirectErrorStream(true).start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + " failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (clock.isEmpty()) {
            System.clearProperty("java.security.krb5.conf");
        }
        kdc.destroy();
    }
}
