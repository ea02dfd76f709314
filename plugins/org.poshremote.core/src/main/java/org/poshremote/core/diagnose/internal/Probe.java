package org.poshremote.core.diagnose.internal;

import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.poshremote.core.connection.Connections;
import org.poshremote.core.connection.NoSignIn;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.diagnose.DiagnosisSettings;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.path.Way;
import org.poshremote.core.ssh.SshSession;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.Deadline;
import org.poshremote.wsman.http.HttpLimits;
import org.poshremote.wsman.http.Lane;
import org.poshremote.wsman.http.LaneConnector;
import org.poshremote.wsman.http.LaneSettings;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.http.WireLog;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.WinRs;

/** What the checks of one diagnosis share. All that can block is registered here, so that a cancel ends it. */
public final class Probe implements AutoCloseable {
    private final Target target;
    private final CredentialSource credentials;
    private final DiagnosisSettings settings;
    private final Map<String, String> environment;
    private final Way way;
    private final PathContext path;
    private final Deadline deadline;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    // from step to step; one thread
    List<InetAddress> addresses = List.of();
    Map<Integer, String> neighbours = Map.of();
    List<Thread> neighbourThreads = List.of();
    List<X509Certificate> chain = List.of();
    boolean trusted;
    Optional<Secret> password = Optional.empty();
    Optional<Secret> keyPassword = Optional.empty();
    boolean asked;
    Optional<AuthenticationException> refused = Optional.empty();
    Optional<WinRs> client = Optional.empty();
    Optional<SshSession> ssh = Optional.empty();
    Optional<Shell> shell = Optional.empty();
    OptionalInt codePage = OptionalInt.empty();

    public Probe(Target target, CredentialSource credentials, DiagnosisSettings settings, Map<String, String> environment, PathContext path) {
        this.target = target;
        this.credentials = credentials;
        this.settings = settings;
        this.environment = environment;
        this.path = path.withConnectTimeout(settings.connect());
        way = Way.to(target, this.path);
        deadline = Deadline.in(settings.total());
    }

    /** What is known before the first step: the target as it is set up. */
    public List<Evidence> given() {
        List<Evidence> given = new ArrayList<>();
        given.add(new Evidence("target.host", target.host()));
        given.add(new Evidence("target.target", target.name()));
        given.add(new Evidence("target.allow-unencrypted", target.allowUnencrypted() ? "yes" : "no"));
        given.add(new Evidence("target.scheme", target.ssh() ? "ssh" : target.https() ? "https" : "http"));
        given.add(Evidence.of("target.port", target.port()));
        given.add(new Evidence("target.authentication", target.authentication().id()));
        given.add(new Evidence("target.path", target.path()));
        given.add(new Evidence("node.kind", target.kind().id()));
        given.add(new Evidence("target.trust", switch (target.trust()) {
            case TrustChoice.SystemTrust system -> "system";
            case TrustChoice.CaFile file -> "ca-file";
            case TrustChoice.Pinned pin -> "pinned";
            case TrustChoice.Unverified none -> "unverified";
        }));
        given.add(new Evidence("target.transport", target.transport().id()));
        if (way.proxy().isPresent()) {
            given.add(new Evidence("target.proxy", "yes"));
        }
        if (SignIn.showsCertificate(target)) {
            given.add(new Evidence("target.certificate", "yes"));
        }
        target.jumpHost().ifPresent(jump -> given.add(new Evidence("target.jump-host", "yes")));
        return given;
    }

    /** The node has refused a sign-in before this diagnosis: none is tried. */
    public void refusedBefore(AuthenticationException refusal) {
        refused = Optional.of(refusal);
    }

    Target target() {
        return target;
    }

    DiagnosisSettings settings() {
        return settings;
    }

    Map<String, String> environment() {
        return environment;
    }

    Endpoint endpoint() {
        return new Endpoint(target.host(), target.port(), target.https(), target.path());
    }

    /** Of the whole diagnosis. */
    public Deadline deadline() {
        return deadline;
    }

    Deadline connecting() {
        return deadline.within(settings.connect());
    }

    Deadline answering() {
        return deadline.within(settings.answer());
    }

    /** What is left of a bound, for those that count a duration. */
    Duration left(Duration bound) {
        try {
            Duration rest = Duration.ofMillis(deadline.remainingMillis());
            return rest.compareTo(bound) < 0 ? rest : bound;
        } catch (SocketTimeoutException e) {
            return Duration.ofMillis(1);
        }
    }

    /** Where the target's bytes go: straight, or as it says. */
    LaneConnector connector() {
        return way.connector();
    }

    Way way() {
        return way;
    }

    PathContext path() {
        return path;
    }

    boolean direct() {
        return way.straight();
    }

    Trust configuredTrust() {
        return Connections.settings(target, new NoSignIn()).trust();
    }

    /** A lane that never signs in; registered. */
    Lane lane(Trust trust) {
        return register(new Lane(new LaneSettings(endpoint(), trust, new NoSignIn(), connector(), left(settings.connect()),
            HttpLimits.DEFAULTS, WireLog.OFF), 1, () -> { }));
    }

    /** The password, asked for once. */
    Optional<Secret> password() {
        if (!asked) {
            asked = true;
            password = credentials.password(target);
        }
        return password;
    }

    /** That of the client certificate's key, asked for once. */
    Optional<Secret> keyPassword() {
        if (keyPassword.isEmpty() && SignIn.needsKeyPassword(target)) {
            keyPassword = credentials.keyPassword(target);
        }
        return keyPassword;
    }

    /** Closes it with the diagnosis, or at once where that was cancelled. */
    <T extends AutoCloseable> T register(T closeable) {
        open.add(closeable);
        if (cancelled) {
            closeQuietly(closeable);
        }
        return closeable;
    }

    void done(AutoCloseable closeable) {
        open.remove(closeable);
        closeQuietly(closeable);
    }

    public boolean cancelled() {
        return cancelled;
    }

    public void cancel() {
        cancelled = true;
        way.close();
        open.forEach(Probe::closeQuietly);
    }

    /** Of the node, where it showed one. */
    public Optional<X509Certificate> certificate() {
        return chain.stream().findFirst();
    }

    @Override
    public void close() {
        shell.ifPresent(Probe::closeQuietly);
        open.forEach(Probe::closeQuietly);
        open.clear();
        way.forget();
        password.ifPresent(Secret::close);
        keyPassword.ifPresent(Secret::close);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) { // closing is all that is wanted of it
        }
    }
}
