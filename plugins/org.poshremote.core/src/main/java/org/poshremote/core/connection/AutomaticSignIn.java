package org.poshremote.core.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.KerberosChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.Strongest;
import org.poshremote.wsman.auth.Strongest.Way;
import org.poshremote.wsman.auth.ntlm.Ntlm;

/**
 * The strongest way that node and account can do: the client certificate where the target names one, Kerberos where the account names its realm and the node has a name, then
 * NTLM, and under "automatic" at last Basic, over HTTPS with a certificate that was checked, or where the target allows
 * unencrypted traffic.
 */
final class AutomaticSignIn {
    /** Longer than any answer of a realm's server takes; who is not in its network should not wait for it. */
    static final Duration KERBEROS_PATIENCE = Duration.ofSeconds(6);

    /** What signed in last, by address and account. */
    private static final Map<String, String> REMEMBERED = new ConcurrentHashMap<>();

    private AutomaticSignIn() {
    }

    static SignIn of(Target target) {
        Optional<String> refusal = byCertificateAlone(target) ? Optional.empty() : target.user().isBlank()
            ? Optional.of("The target " + target.name() + " names no account, and a sign-in needs one.") : NtlmSignIn.malformed(target);
        if (refusal.isPresent()) {
            return new SignIn(target.authentication().id(), refusal);
        }
        List<Kind> kinds = kinds(target);
        String words = kinds.stream().map(Kind::shortName).collect(Collectors.joining(" or "));
        String shown = kinds.size() == 1 ? kinds.get(0).words(target) : words;
        return new SignIn(shown, Optional.empty());
    }

    /** Whether one of the target's ways is called so. */
    static boolean possible(Target target, String words) {
        return kinds(target).stream().anyMatch(kind -> kind.words(target).equals(words));
    }

    /** What signed in last to this target, in words; empty where nothing has in this process. */
    static Optional<String> remembered(Target target) {
        return Optional.ofNullable(REMEMBERED.get(key(target)));
    }

    private static String key(Target target) {
        return target.authentication() + " " + target.allowUnencrypted() + " " + target.address() + " " + target.user();
    }

    private enum Kind {
        CERTIFICATE("Certificate"), KERBEROS("Kerberos"), NTLM("NTLM"), BASIC("Basic");

        private final String shortName;

        Kind(String shortName) {
            this.shortName = shortName;
        }

        String shortName() {
            return shortName;
        }

        String words(Target target) {
            return switch (this) {
                case CERTIFICATE -> CertificateWay.WORDS;
                case KERBEROS -> KerberosSignIn.of(target).words();
                case NTLM -> NtlmSignIn.WORDS;
                case BASIC -> SignIn.BASIC;
            };
        }
    }

    private static List<Kind> kinds(Target target) {
        List<Kind> kinds = new ArrayList<>();
        if (target.authentication() == AuthenticationChoice.AUTOMATIC && CertificateWay.possible(target)) {
            kinds.add(Kind.CERTIFICATE);
            if (target.user().isBlank()) {
                return kinds;
            }
        }
        if (kerberos(target)) {
            kinds.add(Kind.KERBEROS);
        }
        kinds.add(Kind.NTLM);
        if (target.authentication() == AuthenticationChoice.AUTOMATIC && basic(target)) {
            kinds.add(Kind.BASIC);
        }
        return kinds;
    }

    /** A target that leaves the choice to us and names a certificate but no account has nothing else to sign in with. */
    static boolean byCertificateAlone(Target target) {
        return target.authentication() == AuthenticationChoice.AUTOMATIC && target.user().isBlank() && CertificateWay.possible(target);
    }

    /** The certificate, and where the node does not take it what is left. */
    static AuthenticatorFactory certificateFirst(Target target, AuthenticatorFactory certificate, AuthenticatorFactory others) {
        return new Strongest(List.of(new Way(CertificateWay.WORDS, certificate, false), new Way(others.displayName(), others, false)), way -> {
            if (way.factory() == certificate) {
                REMEMBERED.put(key(target), CertificateWay.WORDS);
            }
        });
    }

    /** An address is no name of a service, and an account without its realm belongs to the node as likely as to a domain. */
    static boolean kerberos(Target target) {
        KerberosChoice choice = target.kerberos();
        boolean named = choice.serviceHost().isPresent() || !target.host().matches("[0-9.]+|.*:.*") && !target.host().equalsIgnoreCase("localhost");
        return named && KerberosSignIn.principal(target.user().strip()).filter(name -> name.indexOf('@') > 0 || choice.keytab().isPresent()).isPresent()
            && KerberosSignIn.of(target).refusal().isEmpty();
    }

    /** It hands the password to whoever answers, so that has to be known; and Windows takes it for accounts of the node alone. */
    private static boolean basic(Target target) {
        boolean safe = target.https() ? !(target.trust() instanceof TrustChoice.Unverified) : target.allowUnencrypted();
        return safe && target.user().indexOf(':') < 0 && Account.parse(target.user()).form() != Account.Form.PRINCIPAL;
    }

    static AuthenticatorFactory factory(Target target, Secret password) {
        List<Way> ways = kinds(target).stream().map(kind -> new Way(kind.words(target), switch (kind) {
            case CERTIFICATE -> throw new IllegalArgumentException(target.name());
            case KERBEROS -> KerberosSignIn.factory(target, Optional.of(password), KERBEROS_PATIENCE);
            case NTLM -> new Ntlm(Account.parse(target.user()), password);
            case BASIC -> new Basic(target.user(), password, target.allowUnencrypted());
        }, kind == Kind.BASIC)).toList();
        return new Strongest(ways, way -> REMEMBERED.put(key(target), way.words()));
    }
}
