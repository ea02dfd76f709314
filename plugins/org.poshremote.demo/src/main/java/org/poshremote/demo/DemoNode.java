package org.poshremote.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.internal.auth.BasicAcceptors;
import org.poshremote.demo.internal.auth.CertificateAcceptors;
import org.poshremote.demo.auth.KerberosAcceptors;
import org.poshremote.demo.internal.auth.credssp.CredSspAcceptors;
import org.poshremote.demo.internal.auth.ntlm.NtlmAcceptors;
import org.poshremote.demo.internal.auth.ntlm.NtlmServer.NtlmAccount;
import org.poshremote.demo.internal.service.PowerShellRemoting;
import org.poshremote.demo.internal.service.WsmanService;
import org.poshremote.demo.internal.shell.ShellTable;
import org.poshremote.demo.internal.tls.SelfSignedCertificate;
import org.poshremote.demo.internal.tls.ServerTls;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.personality.ServerBehaviour;
import org.poshremote.demo.personality.SignInOffers;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.credssp.KeyProof;

/** A running demo node; it ends with {@link #close()} or with the process. */
public final class DemoNode implements AutoCloseable {
    /** Without letters that look like others: people type it. */
    private static final String PASSWORD_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 20;
    private static final Duration REAPING = Duration.ofSeconds(5);

    private final DemoNodeSettings settings;
    private final NodeFlaws flaws;
    private final Secret password;
    private final X509Certificate certificate;
    private final ShellTable shells;
    private final RequestLog log = new RequestLog();
    private final NodeCore core;
    private final PortListener http;
    private final PortListener https;
    private final Thread reaper;

    private DemoNode(DemoNodeSettings settings, NodeFlaws flaws) throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.flaws = flaws;
        ServerBehaviour behaviour = settings.personality().server();
        password = newPassword();
        SelfSignedCertificate own = SelfSignedCertificate.create(flaws.certificate());
        certificate = own.certificate();
        shells = new ShellTable(behaviour.maxShellsPerUser(), behaviour.maxOperations(), System::nanoTime);
        core = new NodeCore(new WsmanService(behaviour, shells, settings.programs(), settings.gathering(),
                PowerShellRemoting.of(settings.personality())), acceptors(behaviour, own), log,
                behaviour.maxEnvelopeSizekb() * 1024, behaviour.allowUnencrypted(), settings.faults(), flaws);
        AtomicInteger connections = new AtomicInteger();
        http = listener(flaws.http(), false, settings.port(), connections::incrementAndGet, own);
        try {
            https = listener(flaws.https(), true, settings.httpsPort(), connections::incrementAndGet, own);
        } catch (IOException | GeneralSecurityException e) {
            http.close();
            throw e;
        }
        reaper = Thread.ofPlatform().daemon().name("demo-node-idle-shells").start(this::reapNowAndThen);
    }

    private PortListener listener(NodeFlaws.PortFlaw flaw, boolean secure, int port, IntSupplier connections, SelfSignedCertificate own)
            throws IOException, GeneralSecurityException {
        boolean tls = flaw == NodeFlaws.PortFlaw.TLS || secure && flaw == NodeFlaws.PortFlaw.NONE;
        if (tls) {
            return NodeListener.https(port, core, connections, ServerTls.context(own), certificate);
        }
        boolean plain = flaw == NodeFlaws.PortFlaw.PLAIN || flaw == NodeFlaws.PortFlaw.NONE;
        return plain ? NodeListener.http(port, core, connections) : OddPort.open(port, flaw);
    }

    /** @throws IOException when a port is taken */
    public static DemoNode start(DemoNodeSettings settings) throws IOException {
        return start(settings, NodeFlaws.NONE);
    }

    /**
     * With something wrong on purpose.
     *
     * @throws IOException when a port is taken
     */
    public static DemoNode start(DemoNodeSettings settings, NodeFlaws flaws) throws IOException {
        try {
            return new DemoNode(settings, flaws);
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java runtime cannot make the demo node's certificate: " + e.getMessage(), e);
        }
    }

    private List<AcceptorFactory> acceptors(ServerBehaviour behaviour, SelfSignedCertificate own) throws IOException, GeneralSecurityException {
        List<AcceptorFactory> all = new ArrayList<>(settings.acceptors());
        SignInOffers offers = behaviour.signIn();
        NtlmAccount account = new NtlmAccount(settings.user(), flaws.rejects() ? newPassword() : password, computerName(settings.personality()));
        if (offers.negotiate()) {
            all.addFirst(new NtlmAcceptors(account, offers.channelBinding()));
        }
        if (offers.credssp()) {
            Optional<Path> keytab = all.stream().filter(KerberosAcceptors.class::isInstance).map(KerberosAcceptors.class::cast)
                    .map(KerberosAcceptors::keytab).findFirst();
            all.add(new CredSspAcceptors(account, given -> given.useUtf8(this::passwordIs), keytab, ServerTls.context(own),
                    KeyProof.subjectPublicKey(certificate.getPublicKey()), KeyProof.MOST_VERSION));
        }
        settings.certificates().ifPresent(mapping -> all.add(new CertificateAcceptors(mapping, settings.user())));
        if (settings.basic() && offers.basic()) {
            all.add(new BasicAcceptors(settings.user(), this::passwordIs, behaviour.allowUnencrypted()));
        }
        return all;
    }

    private static String computerName(Personality personality) {
        return personality.document().required("machine").required("computerName").asText();
    }

    private static Secret newPassword() {
        SecureRandom random = new SecureRandom();
        char[] letters = new char[PASSWORD_LENGTH];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = PASSWORD_LETTERS.charAt(random.nextInt(PASSWORD_LETTERS.length()));
        }
        Secret secret = Secret.of(letters);
        Arrays.fill(letters, '\0');
        return secret;
    }

    private boolean passwordIs(byte[] utf8) {
        return !flaws.rejects() && password.useUtf8(own -> BasicAcceptors.sameBytes(own, utf8));
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return http.port();
    }

    public int httpsPort() {
        return https.port();
    }

    public String user() {
        return settings.user();
    }

    /** The password made at start. The caller may close what it gets. The terminal prints it by {@link Secret#use}. */
    public Secret password() {
        return password.copy();
    }

    /** The password without a copy to close: for the terminal, which prints it. The array is wiped afterwards. */
    public <T> T usePassword(Function<char[], T> use) {
        return password.use(use);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificate as a client's CA file has it. */
    public String certificatePem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Personality personality() {
        return settings.personality();
    }

    public RequestLog requestLog() {
        return log;
    }

    /** Replaces what goes wrong on purpose; requests are counted from here on anew. */
    public void inject(FaultPlan plan) {
        core.plan(plan);
    }

    /** How many shells nobody has deleted yet. */
    public int openShells() {
        return shells.size();
    }

    private void reapNowAndThen() {
        while (!Thread.currentThread().isInterrupted()) {
            NodeCore.pause(REAPING);
            shells.reap();
        }
    }

    /** Breaks all connections and ends all programs. */
    @Override
    public void close() throws IOException {
        reaper.interrupt();
        try (https; http) {
            shells.closeAll();
        } finally {
            password.close();
        }
    }
}
