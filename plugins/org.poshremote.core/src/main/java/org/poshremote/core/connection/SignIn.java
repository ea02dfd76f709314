package org.poshremote.core.connection;

import java.util.Locale;
import java.util.Optional;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.ProxyServer;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.ntlm.Ntlm;

/**
 * How a target is signed in to, from its choice to a scheme: the one place where schemes join.
 *
 * @param words   for the person, such as "Basic"
 * @param refusal why the target cannot be signed in to as it is set up; says what to change
 */
public record SignIn(String words, Optional<String> refusal) {
    static final String BASIC = "Basic";
    static final String SSH = "SSH";

    public static SignIn of(Target target) {
        if (target.ssh()) {
            return new SignIn(SSH, target.user().isBlank()
                ? Optional.of("The target " + target.name() + " names no account, and SSH needs one.") : Optional.empty());
        }
        return switch (target.authentication()) {
            case BASIC -> basic(target);
            case AUTOMATIC, NEGOTIATE -> AutomaticSignIn.of(target);
            case NTLM -> NtlmSignIn.of(target);
            case KERBEROS -> KerberosSignIn.of(target);
            case CREDSSP -> CredSspSignIn.of(target);
            case CERTIFICATE -> CertificateWay.of(target);
        };
    }

    private static SignIn basic(Target target) {
        if (!target.https() && !target.allowUnencrypted()) {
            return new SignIn(BASIC, Optional.of("Basic would send the password readable to " + target.address() + ". Use HTTPS ("
                    + Target.HTTPS_PORT + "), or, for a test node on a network of your own, allow unencrypted traffic for this target."));
        }
        if (target.user().isBlank()) {
            return new SignIn(BASIC, Optional.of("The target " + target.name() + " names no account, and Basic needs one."));
        }
        if (target.user().indexOf(':') >= 0) {
            return new SignIn(BASIC, Optional.of("A user name with a colon cannot sign in by Basic."));
        }
        return new SignIn(BASIC, Optional.empty());
    }

    /** The account in the form in which it is sent: "CORP\\user" for "corp\\user", the principal for Kerberos, a client certificate. */
    public static String account(Target target) {
        if (target.ssh()) {
            return target.user();
        }
        boolean byCertificate = target.authentication() == AuthenticationChoice.CERTIFICATE
                || AutomaticSignIn.byCertificateAlone(target);
        if (byCertificate) {
            return certificateWords(target);
        }
        try {
            if (target.authentication() == AuthenticationChoice.KERBEROS && !target.user().isBlank()) {
                return KerberosSignIn.principal(target.user().strip()).orElse(target.user());
            }
            Account account = Account.parse(target.user());
            boolean asTyped = target.authentication() == AuthenticationChoice.BASIC || account.form() != Account.Form.DOMAIN;
            return asTyped ? account.toString() : new Account(account.form(), account.domain().toUpperCase(Locale.ROOT), account.name()).toString();
        } catch (IllegalArgumentException e) {
            return target.user(); // refused elsewhere, or none
        }
    }

    /**
     * The words, but where the choice leaves several ways those of what signed in before, if that is still one of them.
     *
     * @param before what signed in to this node at an earlier time
     */
    public static String expected(Target target, Optional<String> before) {
        SignIn signIn = of(target);
        boolean open = target.authentication() == AuthenticationChoice.AUTOMATIC || target.authentication() == AuthenticationChoice.NEGOTIATE;
        return before.filter(words -> open && signIn.refusal().isEmpty() && AutomaticSignIn.possible(target, words)).orElse(signIn.words());
    }

    /** What signed in last to this target where its choice leaves that to us, in words: "NTLM, encrypted". Of this process alone. */
    public static Optional<String> remembered(Target target) {
        return AutomaticSignIn.remembered(target);
    }

    /** Whether a password has to be had. */
    public static boolean needsPassword(Target target) {
        if (target.ssh()) {
            return false; // only where the server takes no key
        }
        return switch (target.authentication()) {
            case CERTIFICATE -> false;
            case KERBEROS -> KerberosSignIn.needsPassword(target);
            case AUTOMATIC -> !AutomaticSignIn.byCertificateAlone(target);
            case BASIC, NTLM, NEGOTIATE, CREDSSP -> true;
        };
    }

    /** The target's client certificate for people; empty where it names none. */
    public static String certificateWords(Target target) {
        return target.certificate().map(CertificateChoice::words).orElse("");
    }

    /** Whether lanes show the target's client certificate to a node that asks for one. */
    public static boolean showsCertificate(Target target) {
        boolean chosen = target.authentication() == AuthenticationChoice.CERTIFICATE || target.authentication() == AuthenticationChoice.AUTOMATIC;
        return chosen && CertificateWay.possible(target);
    }

    /** Whether the password of a client certificate's key has to be had; reads its file. */
    public static boolean needsKeyPassword(Target target) {
        return switch (target.authentication()) {
            case CERTIFICATE -> CertificateWay.needsPassword(target);
            case AUTOMATIC -> CertificateWay.possible(target) && CertificateWay.needsPassword(target);
            case BASIC, NTLM, NEGOTIATE, KERBEROS, CREDSSP -> false;
        };
    }

    /**
     * To an HTTP proxy: Kerberos (as HTTP/proxy) where account and proxy have names for it, then NTLM, and Basic where the proxy
     * offers nothing stronger. Behind the {@link LockOutGuard} like every other.
     */
    public static AuthenticatorFactory toProxy(ProxyServer proxy, Secret password) {
        Target asTarget = Target.at(proxy.host()).port(proxy.port()).user(proxy.user().orElseThrow()).allowUnencrypted(true)
            .kerberos(choice -> choice.withServiceClass("HTTP")).build();
        return factory(asTarget, Optional.of(password));
    }

    /**
     * The scheme itself, behind the {@link LockOutGuard}. The secret stays the caller's, who closes it after the connection.
     *
     * @param password there unless {@link #needsPassword} says that none is needed
     * @throws IllegalStateException where there is a refusal
     */
    public static AuthenticatorFactory factory(Target target, Optional<Secret> password) {
        return factory(target, password, Optional.empty());
    }

    /** @param keyPassword there where {@link #needsKeyPassword} says so; the caller's too */
    public static AuthenticatorFactory factory(Target target, Optional<Secret> password, Optional<Secret> keyPassword) {
        of(target).refusal().ifPresent(refusal -> {
            throw new IllegalStateException(refusal);
        });
        boolean first = target.authentication() == AuthenticationChoice.AUTOMATIC && CertificateWay.possible(target);
        if (target.authentication() != AuthenticationChoice.CERTIFICATE && !first) {
            return withoutCertificate(target, password);
        }
        AuthenticatorFactory certificate = CertificateWay.factory(target, keyPassword);
        Target others = target.toBuilder().certificate(Optional.empty()).build();
        return first && !AutomaticSignIn.byCertificateAlone(target)
            ? AutomaticSignIn.certificateFirst(target, certificate, withoutCertificate(others, password)) : certificate;
    }

    private static AuthenticatorFactory withoutCertificate(Target target, Optional<Secret> password) {
        AuthenticatorFactory scheme = switch (target.authentication()) {
            case KERBEROS -> KerberosSignIn.factory(target, password);
            case NTLM -> new Ntlm(Account.parse(target.user()), password.orElseThrow());
            case AUTOMATIC, NEGOTIATE -> AutomaticSignIn.factory(target, password.orElseThrow());
            case BASIC -> new Basic(target.user(), password.orElseThrow(), target.allowUnencrypted());
            case CREDSSP -> CredSspSignIn.factory(target, password.orElseThrow());
            case CERTIFICATE -> throw new IllegalArgumentException(target.authentication().id());
        };
        return password.<AuthenticatorFactory>map(secret -> new GuardedSignIn(scheme, LockOutGuard.ofThisProcess().guard(target, secret)))
            .orElse(scheme);
    }
}
