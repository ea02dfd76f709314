package org.poshremote.core.diagnose.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.poshremote.core.connection.Connections;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.winrs.Identity;
import org.poshremote.wsman.winrs.WinRs;

/** Who signs in, and whether the node lets them. */
final class SignInChecks {
    /** The built-in one has this name in English and in few other languages; its SID, ending in -500, is not seen from here. */
    private static final Set<String> BUILT_IN = Set.of("administrator", "administrateur", "administrador", "administratör", "järjestelmänvalvoja",
        "rendszergazda", "администратор");

    private SignInChecks() {
    }

    static boolean anonymous(Target target) {
        return target.user().isBlank() && SignIn.needsPassword(target);
    }

    static Found account(Probe probe, Facts before) {
        Target target = probe.target();
        if (anonymous(target)) {
            return Found.skipped("The target names no account, so nobody signs in; name one to have the rest looked at.");
        }
        List<Evidence> evidence = new ArrayList<>();
        String user = target.user();
        String form = form(target);
        evidence.add(new Evidence("user.form", form));
        String name = user.substring(user.indexOf('\\') + 1).toLowerCase(Locale.ROOT);
        if (BUILT_IN.contains(name)) {
            evidence.add(new Evidence("user.name", "built-in-administrator"));
        }
        if (!user.equals(user.strip())) {
            evidence.add(new Evidence("user.blanks", "yes"));
        }
        String words = switch (form) {
            case "local" -> "A local account of the node.";
            case "domain" -> "An account of the domain " + user.substring(0, user.indexOf('\\')) + ".";
            case "upn" -> "An account of the realm " + user.substring(user.indexOf('@') + 1) + ".";
            case "none" -> "No account: the one of this session, or a certificate, signs in.";
            default -> "Without a domain: the node takes it for a local account, or for one of its own domain.";
        };
        return Found.passed(words).and(evidence);
    }

    /** "plain", "local", "domain", "upn", "none". */
    private static String form(Target target) {
        String user = target.user();
        int backslash = user.indexOf('\\');
        if (user.isBlank()) {
            return "none";
        }
        if (backslash < 0) {
            return user.indexOf('@') > 0 ? "upn" : "plain";
        }
        String prefix = user.substring(0, backslash);
        String machine = PathChecks.bare(target.host()).split("\\.")[0];
        return prefix.equals(".") || prefix.equalsIgnoreCase(machine) ? "local" : "domain";
    }

    /** One attempt, with the target's own choice; a password that was rejected is not sent again. */
    static Found signIn(Probe probe, Facts before) {
        Target target = probe.target();
        if (anonymous(target)) {
            return Found.skipped("The target names no account.");
        }
        if (probe.refused.isPresent()) {
            AuthenticationException refusal = probe.refused.get();
            return Found.failed("As before: " + words(refusal, before)).and(Failure.of(refusal, "sign-in"));
        }
        SignIn way = SignIn.of(target);
        if (way.refusal().isPresent()) {
            return Found.failed(way.refusal().get(), new Evidence("auth", "refused-here"));
        }
        Optional<Secret> password = SignIn.needsPassword(target) ? probe.password() : Optional.empty();
        Optional<Secret> keyPassword = probe.keyPassword();
        if (password.isEmpty() && SignIn.needsPassword(target)) {
            return Found.skipped("No password was given, so nobody signs in.");
        }
        WinRs client = probe.register(new WinRs(Connections.settings(target, SignIn.factory(target, password, keyPassword))
            .withConnector(probe.connector())
            .withTimeouts(probe.left(probe.settings().connect()), probe.left(probe.settings().answer()), probe.left(probe.settings().answer()))));
        try {
            Identity identity = client.identifySignedIn();
            probe.client = Optional.of(client);
            List<Evidence> evidence = new ArrayList<>(ServiceChecks.product(identity.productVendor(), identity.productVersion()));
            evidence.add(new Evidence("auth", "accepted"));
            return Found.passed("Signed in by " + way.words() + ". " + identity.productVersion() + ".").and(evidence);
        } catch (WsmanException e) {
            probe.done(client);
            return Found.failed(words(e, before)).and(Failure.of(e, "sign-in"));
        }
    }

    private static String words(WsmanException e, Facts before) {
        if (e instanceof AuthenticationException refused && refused.reason() == AuthenticationException.Reason.REJECTED) {
            return e.getMessage() + " Nothing was tried again: each wrong attempt counts towards locking the account."
                + " Offered: " + String.join(", ", new TreeSet<>(before.values("offer"))) + ".";
        }
        return e.getMessage();
    }
}
