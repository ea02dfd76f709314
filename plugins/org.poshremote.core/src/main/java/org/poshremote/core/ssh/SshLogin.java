package org.poshremote.core.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import com.jcraft.jsch.JSchSessionDisconnectException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.core.connection.LockOutGuard;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.path.PathQuestions.HostKeyQuestion;
import org.poshremote.core.path.PathQuestions.Kind;
import org.poshremote.core.path.PathQuestions.SecretQuestion;
import org.poshremote.core.secret.SecretKey;
import org.poshremote.core.ssh.SshException.Reason;
import org.poshremote.core.target.JumpHost;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.CallOff;
import org.poshremote.wsman.http.Deadline;
import org.poshremote.wsman.http.Detached;
import org.poshremote.wsman.http.LaneConnector;
import org.poshremote.wsman.http.ProxyException;

/**
 * Connecting to an SSH server and signing in: with keys that need no passphrase, then with those that do, then with a password,
 * which is sent once. Each of these is a connection of its own, so that a person is asked while none waits, and only for what is
 * needed. One thread at a time, but for {@link #close}.
 */
final class SshLogin implements AutoCloseable {
    private static final Pattern METHODS = Pattern.compile("for methods '([^']*)'");

    private final JumpHost account;
    private final String words;
    private final PathContext context;
    private final SshPassword passwordSource;
    private final LaneConnector towards;
    private final CallOff ending = new CallOff();
    private List<Identity> keys = List.of();
    private volatile Optional<Secret> password = Optional.empty();
    /** Those that the server offered when it took the password. */
    private List<String> passwordMethods = List.of();
    private Optional<String> by = Optional.empty();
    /** The key that the last connection failed for. */
    private Optional<HostKey> unknown = Optional.empty();

    SshLogin(JumpHost account, String words, PathContext context, SshPassword password, LaneConnector towards) {
        this.account = account;
        this.words = words;
        this.context = context;
        this.passwordSource = password;
        this.towards = towards;
    }

    /** "key" or "password". */
    Optional<String> by() {
        return by;
    }

    /** @param mayAsk for the first time; later only with what is known since */
    Session connect(boolean mayAsk) throws SshException {
        if (by.isPresent()) {
            return by.get().equals("password") ? guarded(password.orElseThrow(), passwordMethods) : withKeys(keys);
        }
        try {
            return firstTime();
        } catch (SshException e) {
            if (e.reason() != Reason.HOST_KEY_UNKNOWN || !mayAsk) {
                throw e;
            }
            confirm(e);
            return firstTime();
        }
    }

    private Session firstTime() throws SshException {
        List<Identity> all = identities();
        List<Identity> plain = all.stream().filter(key -> !key.isEncrypted()).toList();
        List<String> methods;
        try {
            return signedIn("key", plain, withKeys(plain));
        } catch (SshException e) {
            if (e.reason() != Reason.SIGN_IN) {
                throw e;
            }
            methods = e.methods();
        }
        if (methods.contains("publickey")) {
            List<Identity> unlocked = unlocked(all);
            if (!unlocked.isEmpty()) {
                try {
                    return signedIn("key", unlocked, withKeys(unlocked));
                } catch (SshException e) {
                    if (e.reason() != Reason.SIGN_IN) {
                        throw e;
                    }
                }
            }
        }
        return byPassword(methods, all.size());
    }

    private Session signedIn(String how, List<Identity> with, Session session) {
        by = Optional.of(how);
        keys = with;
        return session;
    }

    private List<Identity> identities() throws SshException {
        try {
            return context.ssh().identities(account.host());
        } catch (JSchException e) {
            throw new SshException(Reason.SETTINGS, "The SSH keys of this machine cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private List<Identity> unlocked(List<Identity> all) {
        List<Identity> unlocked = new ArrayList<>();
        for (Identity key : all) {
            if (!key.isEncrypted()) {
                continue;
            }
            SecretQuestion question = new SecretQuestion(Kind.KEY, new SecretKey("ssh-key", "localhost", 0, key.getName()), key.getName(),
                "the key " + key.getName());
            context.questions().secret(question).ifPresent(passphrase -> {
                try (passphrase) {
                    if (unlock(key, passphrase)) {
                        unlocked.add(key);
                        context.questions().accepted(question);
                    } else {
                        context.questions().refused(question, "That is not the passphrase of the key " + key.getName() + ".");
                    }
                }
            });
        }
        return unlocked;
    }

    private static boolean unlock(Identity key, Secret passphrase) {
        return passphrase.useUtf8(bytes -> {
            try {
                return key.setPassphrase(bytes) && !key.isEncrypted();
            } catch (JSchException e) {
                return false;
            }
        });
    }

    private Session byPassword(List<String> methods, int keysTried) throws SshException {
        boolean possible = methods.contains("password") || methods.contains("keyboard-interactive");
        String tried = keysTried == 0 ? "There is no key to offer (" + context.ssh().knownHostsPlace().replaceFirst("known_hosts$", "") + ")" : "It took none of the keys that were offered";
        if (!possible) {
            throw new SshException(Reason.SIGN_IN, capital(words) + " was reached, but not signed in to" + (methods.isEmpty() ? "" : ": it offers " + String.join(", ", methods)) + ". " + tried + ".", methods, null);
        }
        Secret given = passwordSource.get().orElseThrow(() -> new SshException(Reason.SIGN_IN, capital(words) + " was reached, but not signed in to. "
            + tried + ", and no password was given.", methods, null));
        boolean kept = false;
        try {
            Session session = guarded(given, methods);
            passwordSource.accepted();
            password = Optional.of(given);
            passwordMethods = methods;
            kept = !ending.called(); // else whoever closed this had none to wipe
            return signedIn("password", List.of(), session);
        } finally {
            if (!kept) {
                given.close();
            }
        }
    }

    /** A password that was rejected is not sent again, also where the server took it before. */
    private Session guarded(Secret given, List<String> methods) throws SshException {
        LockOutGuard.Guarded guard = LockOutGuard.ofThisProcess().guard(account, given);
        try {
            guard.begin(this, endpoint(), "SSH");
            Session session = withPassword(given, methods);
            guard.accepted(this);
            return session;
        } catch (AuthenticationException e) {
            throw new SshException(Reason.HELD_BACK, e.getMessage(), methods, e);
        } catch (SshException e) {
            if (e.reason() == Reason.SIGN_IN) {
                guard.rejected(this, endpoint());
                String why = capital(words) + " rejected user name or password of " + account.user() + ".";
                passwordSource.refused(why);
                throw new SshException(Reason.SIGN_IN, why, methods,
                    new AuthenticationException(endpoint(), "SSH", AuthenticationException.Reason.REJECTED, methods, why, e));
            }
            throw e;
        } finally {
            guard.end(this);
        }
    }

    private Endpoint endpoint() {
        return new Endpoint(account.host(), account.port(), false, "/");
    }

    private Session withKeys(List<Identity> with) throws SshException {
        return connected("publickey", with, Optional.empty());
    }

    /** By one method alone: with both the password would be sent twice, and a wrong one count double. */
    private Session withPassword(Secret with, List<String> methods) throws SshException {
        return connected(methods.contains("password") ? "password" : "keyboard-interactive", List.of(), Optional.of(with));
    }

    private Session connected(String method, List<Identity> with, Optional<Secret> secret) throws SshException {
        if (ending.called()) {
            throw new SshException(Reason.CLOSED, "The connection to " + words + " was closed.", null);
        }
        Deadline deadline = Deadline.in(context.connectTimeout()).unless(ending);
        JSch jsch = new JSch();
        jsch.setIdentityRepository(new FixedIdentities(with));
        HostKeys hostKeys;
        Session session;
        try {
            hostKeys = new HostKeys(context.ssh().knownHosts());
            session = jsch.getSession(account.user(), account.host(), account.port());
        } catch (JSchException e) {
            throw new SshException(Reason.SETTINGS, "The list of known SSH servers (" + context.ssh().knownHostsPlace() + ") cannot be read: " + e.getMessage() + ".", e);
        }
        session.setHostKeyRepository(hostKeys);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", method);
        session.setConfig("MaxAuthTries", secret.isPresent() ? "1" : "6"); // JSch would go on with an empty password
        session.setDaemonThread(true);
        secret.ifPresent(given -> given.<Void>useUtf8(bytes -> {
            session.setPassword(bytes.clone()); // which JSch wipes once it has signed in or not
            return null;
        }));
        Dialer dialer = new Dialer(deadline);
        session.setSocketFactory(dialer);
        try (dialer) {
            int millis = deadline.remainingMillis();
            return Detached.call(() -> { // JSch counts single reads, and an agent that has to sign may wait for ever
                session.connect(millis);
                return session;
            }, Session::disconnect, deadline);
        } catch (IOException e) {
            session.disconnect();
            dialer.giveUp();
            throw failure(e.getCause() instanceof JSchException known ? known : e, hostKeys, deadline);
        }
    }

    private SshException failure(Exception e, HostKeys hostKeys, Deadline deadline) {
        if (ending.called()) {
            return new SshException(Reason.CLOSED, "The connection to " + words + " was closed.", e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProxyException proxy) {
                return new SshException(Reason.UNREACHABLE, proxy.getMessage(), proxy);
            }
            if (cause instanceof SshException nested) {
                return nested;
            }
            if (cause instanceof UnknownHostException) {
                return new SshException(Reason.NAME_NOT_RESOLVED, "The name " + account.host() + " of " + words + " is not known on this machine.", e);
            }
        }
        String place = capital(words);
        Optional<HostKey> shown = hostKeys.shown();
        if (e instanceof JSchUnknownHostKeyException && shown.isPresent()) {
            unknown = shown;
            return new SshException(Reason.HOST_KEY_UNKNOWN, place + " showed a key that is not known here: " + HostKeys.type(shown.get()) + " "
                + HostKeys.fingerprint(shown.get()) + ".", e);
        }
        if (e instanceof JSchChangedHostKeyException || e instanceof JSchRevokedHostKeyException) {
            boolean withdrawn = e instanceof JSchRevokedHostKeyException || hostKeys.revoked();
            String revoked = withdrawn ? " shows a key that is marked as revoked" : " shows another key than the one known here";
            return new SshException(Reason.HOST_KEY_CHANGED, place + revoked + shown.map(key -> " (" + HostKeys.type(key) + " " + HostKeys.fingerprint(key) + ")").orElse("")
                + ". Nothing was sent to it: it was set up anew, or somebody stands in between.", e);
        }
        String text = e.getMessage() == null ? "" : e.getMessage();
        if (e instanceof JSchAlgoNegoFailException) {
            return new SshException(Reason.ALGORITHMS, place + " and this program have no algorithm in common: " + text + ".", e);
        }
        if (text.startsWith("Auth ") || e instanceof JSchSessionDisconnectException && text.toLowerCase(Locale.ROOT).contains("authentication")) {
            Matcher methods = METHODS.matcher(text);
            return new SshException(Reason.SIGN_IN, place + " was reached, but not signed in to.",
                methods.find() ? Arrays.stream(methods.group(1).split(",")).map(String::strip).toList() : List.of(), e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException || deadline.passed()) {
                return new SshException(Reason.TIMEOUT, place + " did not answer in time.", e);
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new SshException(Reason.UNREACHABLE, place + " was not reached: " + cause.getMessage() + ".", e);
            }
        }
        return new SshException(Reason.NO_SSH, "There is no SSH with " + words + ": " + (text.isEmpty() ? e.getClass().getSimpleName() : text.replaceAll("\\.$", "")) + ".", e);
    }

    private void confirm(SshException e) throws SshException {
        HostKey key = unknown.orElseThrow(() -> e);
        HostKeyQuestion question = new HostKeyQuestion(account.toString(), account.host(), account.port(), HostKeys.type(key), HostKeys.fingerprint(key),
            context.ssh().knownHostsPlace());
        if (!context.questions().trusts(question)) {
            throw e;
        }
        try {
            context.ssh().remember(key);
        } catch (IOException io) {
            throw new SshException(Reason.HOST_KEY_UNKNOWN, e.getMessage() + " It could not be kept in " + context.ssh().knownHostsPlace() + ": " + io.getMessage() + ".", io);
        }
    }

    /** Ends a connection that is being made, and wipes the password. */
    @Override
    public void close() {
        ending.call();
        password.ifPresent(Secret::close);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no further use
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Makes the connection of one session, and ends it when that does not come about. */
    private final class Dialer implements SocketFactory, AutoCloseable {
        private final Deadline deadline;
        private volatile Optional<Socket> socket = Optional.empty();
        private volatile Deadline.Hold hold = () -> { };
        private volatile boolean givenUp;

        Dialer(Deadline deadline) {
            this.deadline = deadline;
        }

        void giveUp() {
            givenUp = true;
            socket.ifPresent(SshLogin::closeQuietly);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            Socket made = towards.connect(new Endpoint(host, port, false, "/"), deadline);
            socket = Optional.of(made);
            hold = deadline.hold(made);
            if (givenUp) { // meanwhile
                closeQuietly(made);
            }
            return made;
        }

        @Override
        public InputStream getInputStream(Socket of) throws IOException {
            return of.getInputStream();
        }

        @Override
        public OutputStream getOutputStream(Socket of) throws IOException {
            return of.getOutputStream();
        }

        /** From here on the session has it. */
        @Override
        public void close() {
            hold.close();
        }
    }
}
