package org.poshremote.ui.secrets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.poshremote.core.connection.LockOutGuard;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.path.PathQuestions.SecretQuestion;
import org.poshremote.core.secret.SecretKey;
import org.poshremote.core.secret.SecretStoreException;
import org.poshremote.core.target.Target;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;
import org.poshremote.wsman.Secret;

/**
 * Finds the password for a target: typed before in this session, kept in the secure storage, or asked for.
 *
 * <p>What was typed is remembered only once the node has accepted it. From any thread but the UI thread, except where said.
 */
public final class Passwords {
    /** Asks the person; called in the UI thread. */
    public interface Prompt {
        Optional<PasswordDialog.Answer> ask(Target target, String reason);
    }

    /** Asks for a secret of something on the way to a node; called in the UI thread. */
    public interface PathPrompt {
        Optional<PasswordDialog.Answer> ask(SecretQuestion question, String reason);
    }

    private static final Passwords SHARED = new Passwords(new SecureStorageSecrets(SecurePreferencesFactory::getDefault), Passwords::dialog);

    static {
        SHARED.keyPrompt = Passwords::keyDialog;
    }

    private final SecureStorageSecrets store;
    private Prompt prompt;
    private PathPrompt pathPrompt = Passwords::dialog;
    private Prompt keyPrompt;
    private final Map<SecretKey, Typed> typed = new HashMap<>();
    private final Map<SecretKey, String> refusals = new HashMap<>();

    private static final class Typed {
        private final Secret secret;
        private final boolean keep;
        private boolean kept;

        Typed(Secret secret, boolean keep) {
            this.secret = secret;
            this.keep = keep;
        }
    }

    public Passwords(SecureStorageSecrets store, Prompt prompt) {
        this.store = store;
        this.prompt = prompt;
        keyPrompt = prompt;
    }

    public static Passwords get() {
        return SHARED;
    }

    /** For tests, in which no dialog may open. */
    public void askBy(Prompt other) {
        prompt = other;
        keyPrompt = other;
    }

    public void askByDialog() {
        prompt = Passwords::dialog;
        keyPrompt = Passwords::keyDialog;
        pathPrompt = Passwords::dialog;
    }

    /** For tests, in which no dialog may open. */
    public void askForPathBy(PathPrompt other) {
        pathPrompt = other;
    }

    private static Optional<PasswordDialog.Answer> dialog(SecretQuestion question, String reason) {
        String message = switch (question.kind()) {
            case PROXY -> Messages.Passwords_proxy;
            case SSH -> Messages.Passwords_ssh;
            case KEY -> Messages.Passwords_key;
        };
        return new PasswordDialog(Ui.shell(), question.place(), message, question.account(), reason).ask();
    }

    private static Optional<PasswordDialog.Answer> dialog(Target target, String reason) {
        return new PasswordDialog(Ui.shell(), target.name(), target.address(), target.user(), reason).ask();
    }

    private static Optional<PasswordDialog.Answer> keyDialog(Target target, String reason) {
        return new PasswordDialog(Ui.shell(), target.name(), target.address(), SignIn.certificateWords(target), reason).ask();
    }

    /** The target with an account: its own, or the one that the person names. Empty where the person gave up. */
    public Optional<Target> withAccount(Target target) {
        if (!target.user().isEmpty() || !SignIn.needsPassword(target)) {
            return Optional.of(target);
        }
        return ask(target, "").map(answer -> {
            Target signedIn = target.toBuilder().user(answer.account()).build();
            remember(signedIn.secretKey(), answer);
            return signedIn;
        });
    }

    /** The password, which the caller closes; empty where the person gave up. */
    public Optional<Secret> password(Target target) {
        return secret(target.secretKey(), reason -> ask(target, reason));
    }

    /** That of the key of the target's client certificate, likewise. */
    public Optional<Secret> keyPassword(Target target) {
        Prompt asked = keyPrompt;
        return target.certificateSecretKey().flatMap(key -> secret(key, reason -> Ui.call(() -> asked.ask(target, reason))));
    }

    /** The same for what lies on the way to a node: proxies, jump hosts, keys. */
    public Optional<Secret> secret(SecretQuestion question) {
        PathPrompt asked = pathPrompt;
        return secret(question.key(), reason -> Ui.call(() -> asked.ask(question, reason)));
    }

    private Optional<Secret> secret(SecretKey key, Function<String, Optional<PasswordDialog.Answer>> asking) {
        Optional<Secret> known = typedBefore(key);
        if (known.isEmpty()) {
            known = kept(key);
        }
        if (known.isPresent()) {
            return known;
        }
        return asking.apply(refusal(key)).map(answer -> {
            remember(key, answer);
            return answer.secret().copy();
        });
    }

    /** Takes a password that was typed elsewhere, such as in the wizard. */
    public void typed(Target target, Secret secret, boolean keep) {
        remember(target.secretKey(), new PasswordDialog.Answer(target.user(), secret.copy(), keep));
    }

    /** The node has accepted the password: it may now be kept. */
    public void accepted(Target target) {
        accepted(target.secretKey());
        target.certificateSecretKey().ifPresent(this::accepted);
    }

    /** The same for what the key belongs to. */
    public void accepted(SecretKey key) {
        Secret toKeep;
        synchronized (this) {
            refusals.remove(key);
            Typed entry = typed.get(key);
            if (entry == null || !entry.keep || entry.kept) {
                return;
            }
            entry.kept = true;
            toKeep = entry.secret.copy();
        }
        try (toKeep) {
            store.keep(key, toKeep);
        } catch (SecretStoreException e) {
            PoshRemotePlugin.log(e.getMessage(), e.getCause());
        }
    }

    /** The node has refused the password: the next run asks again and says why. */
    public void refused(Target target, String reason) {
        refused(target.secretKey(), reason);
    }

    /** The password did not open the key of the client certificate. */
    public void keyRefused(Target target, String reason) {
        target.certificateSecretKey().ifPresent(key -> refused(key, reason));
    }

    /** The same for what the key belongs to. */
    public void refused(SecretKey key, String reason) {
        synchronized (this) {
            Typed entry = typed.remove(key);
            if (entry != null) {
                entry.secret.close();
            }
            refusals.put(key, reason);
        }
    }

    /** Forgets the password of a target, in this session and in the secure storage. */
    public void forget(Target target) throws SecretStoreException {
        forget(target.secretKey());
        if (target.certificateSecretKey().isPresent()) {
            forget(target.certificateSecretKey().get());
        }
    }

    private void forget(SecretKey key) throws SecretStoreException {
        synchronized (this) {
            Typed entry = typed.remove(key);
            if (entry != null) {
                entry.secret.close();
            }
        }
        store.forget(key);
    }

    /** Forgets all passwords. */
    public void forgetAll() throws SecretStoreException {
        forgetTyped();
        store.forgetAll();
    }

    /** Forgets what was typed in this session. */
    public synchronized void forgetTyped() {
        typed.values().forEach(entry -> entry.secret.close());
        typed.clear();
        refusals.clear();
    }

    private synchronized Optional<Secret> typedBefore(SecretKey key) {
        return Optional.ofNullable(typed.get(key)).map(entry -> entry.secret.copy());
    }

    /** A password that was refused since is not tried again by itself: accounts get locked that way. */
    private Optional<Secret> kept(SecretKey key) {
        if (!refusal(key).isEmpty()) {
            return Optional.empty();
        }
        try {
            return store.find(key);
        } catch (SecretStoreException e) {
            PoshRemotePlugin.log(e.getMessage(), e.getCause());
            return Optional.empty();
        }
    }

    private synchronized String refusal(SecretKey key) {
        return refusals.getOrDefault(key, "");
    }

    private Optional<PasswordDialog.Answer> ask(Target target, String reason) {
        Prompt asked = prompt;
        return Ui.call(() -> asked.ask(target, reason));
    }

    private synchronized void remember(SecretKey key, PasswordDialog.Answer answer) {
        Typed before = typed.put(key, new Typed(answer.secret(), answer.keep()));
        if (before != null) {
            before.secret.close();
        }
        refusals.remove(key);
        LockOutGuard.ofThisProcess().typed(key.user(), key.host());
    }
}
