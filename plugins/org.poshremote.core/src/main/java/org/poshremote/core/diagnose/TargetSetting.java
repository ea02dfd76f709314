package org.poshremote.core.diagnose;

import java.util.Objects;
import java.util.Optional;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.TrustChoice;

/**
 * A change of a target that a remedy proposes.
 *
 * @param property of the target file, such as "https"
 * @param value    as in the target file; "" where it comes from the evidence, as a fingerprint does
 */
public record TargetSetting(String property, String value) {
    public TargetSetting {
        Objects.requireNonNull(property);
        Objects.requireNonNull(value);
    }

    /** "https = true". */
    public String words() {
        return property + " = " + value;
    }

    /** The same with what only the evidence knows filled in; empty where it does not say. */
    public Optional<TargetSetting> filled(Facts facts) {
        if (!value.startsWith("$")) {
            return Optional.of(this);
        }
        return facts.values(value.substring(1)).stream().sorted().findFirst().map(found -> new TargetSetting(property, found));
    }

    /**
     * The target with this setting.
     *
     * @throws IllegalArgumentException with a sentence for the person where it does not fit
     */
    public Target applyTo(Target target) {
        Target.Builder builder = target.toBuilder();
        switch (property) {
            case "https" -> {
                boolean https = Boolean.parseBoolean(value);
                builder.https(https);
                boolean usual = target.port() == (target.https() ? Target.HTTPS_PORT : Target.HTTP_PORT);
                if (usual) {
                    builder.port(https ? Target.HTTPS_PORT : Target.HTTP_PORT);
                }
            }
            // what is on the port is known, so HTTP or HTTPS stays as it is
            case "scheme" -> builder.https(value.equals("https")).port(target.port());
            case "port" -> builder.port(Integer.parseInt(value)).https(Integer.parseInt(value) == Target.HTTPS_PORT
                || target.https() && Integer.parseInt(value) != Target.HTTP_PORT);
            case "path" -> builder.path(value);
            case "authentication" -> builder.authentication(authentication());
            case "codePage" -> builder.codePage(CodePageChoice.parse(value).orElseThrow(() -> new IllegalArgumentException("not a code page: " + value)));
            case "kind" -> builder.kind(kind());
            case "pin" -> builder.trust(new TrustChoice.Pinned(value));
            case "user" -> builder.user(value);
            case "allowUnencrypted" -> builder.allowUnencrypted(Boolean.parseBoolean(value));
            case "proxy" -> builder.proxy(ProxyChoice.parse(value));
            case "jumpHost" -> builder.jumpHost(value.equals("none") ? Optional.empty() : Optional.of(JumpHost.parse(value)));
            default -> throw new IllegalArgumentException("A target has no \"" + property + "\".");
        }
        return builder.build();
    }

    private AuthenticationChoice authentication() {
        for (AuthenticationChoice choice : AuthenticationChoice.values()) {
            if (choice.id().equals(value)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("not a way of signing in: " + value);
    }

    private TargetKind kind() {
        for (TargetKind kind : TargetKind.values()) {
            if (kind.id().equals(value)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not a kind of node: " + value);
    }
}
