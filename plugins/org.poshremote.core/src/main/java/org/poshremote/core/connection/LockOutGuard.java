package org.poshremote.core.connection;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;

/**
 * Keeps accounts from being locked by wrong passwords that are sent again and again: a password that was rejected is not
 * sent again by itself, and one that nobody has accepted yet is tried by one lane at a time, while the others wait. One for
 * all lanes, runs and targets of the process. Thread-safe.
 *
 * <p>It knows passwords by a keyed hash with a key that lives as long as the process.
 */
public final class LockOutGuard {
    private static final LockOutGuard SHARED = new LockOutGuard(Duration.ofSeconds(20));
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Duration patience;
    private final byte[] key = new byte[32];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Entry> accounts = new HashMap<>();

    /** What is known of one account. */
    private static final class Entry {
        /** Passwords that a node has accepted. */
        private final Set<String> proved = new HashSet<>();
        /** Rejections by password: where and when. */
        private final Map<String, Rejection> rejected = new HashMap<>();
        private Optional<Object> trying = Optional.empty();
    }

    /** @param byNode for an account that may be another on each node: those that rejected it */
    private record Rejection(String where, LocalTime when, Set<String> byNode) {
    }

    LockOutGuard(Duration patience) {
        this.patience = patience;
        new SecureRandom().nextBytes(key);
    }

    public static LockOutGuard ofThisProcess() {
        return SHARED;
    }

    /**
     * The person has typed the password of an account anew: it may be tried again.
     *
     * @param user as in the target
     */
    public void typed(String user, String host) {
        lock.lock();
        try {
            Optional.ofNullable(accounts.get(account(user, host))).ifPresent(entry -> entry.rejected.clear());
        } finally {
            lock.unlock();
        }
    }

    /** One password of one account at one node. */
    Guarded guard(Target target, Secret password) {
        return new Guarded(account(target.user(), target.host()), fingerprint(password), target.user(), differsByNode(target.user()), Optional.empty());
    }

    /** One password of one account of an SSH server. */
    public Guarded guard(JumpHost account, Secret password) {
        return new Guarded(account(account.user(), account.host()), fingerprint(password), account.user(), differsByNode(account.user()),
            Optional.of("ssh://" + account.address()));
    }

    /** How the account is known here: one of the node itself is another on each node. */
    private static String account(String user, String host) {
        String name = user.strip().toLowerCase(Locale.ROOT);
        return name.startsWith(".\\") ? host.toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    private static boolean differsByNode(String user) {
        try {
            return Account.parse(user).form() == Account.Form.PLAIN;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String fingerprint(Secret password) {
        return password.useUtf8(bytes -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(bytes));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The guard of one password; lanes ask it before they send and tell it what came of it. */
    public final class Guarded {
        private final String account;
        private final String fingerprint;
        private final String shown;
        private final boolean differsByNode;

        private final Optional<String> place;

        private Guarded(String account, String fingerprint, String shown, boolean differsByNode, Optional<String> place) {
            this.account = account;
            this.fingerprint = fingerprint;
            this.shown = shown;
            this.differsByNode = differsByNode;
            this.place = place;
        }

        /**
         * Returns when the password may be sent; waits while another lane tries one of the same account.
         *
         * @param lane whoever asks, to be named in {@link #end} again
         * @throws AuthenticationException HELD_BACK where it was rejected before, UNAVAILABLE where waiting took too long
         */
        public void begin(Object lane, Endpoint endpoint, String scheme) throws AuthenticationException {
            long left = patience.toNanos();
            lock.lock();
            try {
                Entry entry = accounts.computeIfAbsent(account, name -> new Entry());
                while (true) {
                    Optional<Rejection> rejection = Optional.ofNullable(entry.rejected.get(fingerprint))
                        .filter(r -> r.byNode().isEmpty() || r.byNode().contains(node(endpoint)));
                    if (rejection.isPresent()) {
                        throw notSent(Reason.HELD_BACK, endpoint, scheme, rejected(rejection.get()), null);
                    }
                    if (entry.proved.contains(fingerprint)) {
                        return;
                    }
                    if (entry.trying.isEmpty() || entry.trying.get() == lane) {
                        entry.trying = Optional.of(lane);
                        return;
                    }
                    if (left <= 0) {
                        throw notSent(Reason.UNAVAILABLE, endpoint, scheme, "The password of " + shown + " is being tried at another node, which does not answer. So that a"
                            + " wrong one cannot lock the account, it is not tried here as well. Run again in a while.", null);
                    }
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw notSent(Reason.UNAVAILABLE, endpoint, scheme, "The sign-in was cancelled before anything was sent.", e);
            } finally {
                lock.unlock();
            }
        }

        private String rejected(Rejection rejection) {
            return "The password of " + shown + " was rejected by " + rejection.where() + " at " + CLOCK.format(rejection.when())
                + ", so it was not sent again: accounts get locked that way.";
        }

        private AuthenticationException notSent(Reason reason, Endpoint endpoint, String scheme, String message, Throwable cause) {
            return new AuthenticationException(endpoint, scheme, reason, List.of(), message, cause);
        }

        public void accepted(Object lane) {
            lock.lock();
            try {
                Entry entry = accounts.computeIfAbsent(account, name -> new Entry());
                entry.proved.add(fingerprint);
                leave(entry, lane);
            } finally {
                lock.unlock();
            }
        }

        /** A plain name that one node took and another did not is another account there, and only there. */
        public void rejected(Object lane, Endpoint endpoint) {
            lock.lock();
            try {
                Entry entry = accounts.computeIfAbsent(account, name -> new Entry());
                Set<String> byNode = Set.of();
                if (differsByNode && entry.proved.contains(fingerprint)) {
                    byNode = new HashSet<>(Optional.ofNullable(entry.rejected.get(fingerprint)).map(Rejection::byNode).orElse(Set.of()));
                    byNode.add(node(endpoint));
                } else {
                    entry.proved.remove(fingerprint);
                }
                entry.rejected.put(fingerprint, new Rejection(place.orElseGet(endpoint::toString), LocalTime.now(), Set.copyOf(byNode)));
                leave(entry, lane);
            } finally {
                lock.unlock();
            }
        }

        /** Whatever came of it; does nothing where it was said already. */
        public void end(Object lane) {
            lock.lock();
            try {
                Optional.ofNullable(accounts.get(account)).ifPresent(entry -> leave(entry, lane));
            } finally {
                lock.unlock();
            }
        }

        private void leave(Entry entry, Object lane) {
            if (entry.trying.filter(other -> other == lane).isPresent()) {
                entry.trying = Optional.empty();
            }
            changed.signalAll();
        }

        private static String node(Endpoint endpoint) {
            return endpoint.host().toLowerCase(Locale.ROOT) + ":" + endpoint.port();
        }
    }
}
