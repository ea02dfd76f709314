package org.poshremote.ui.targets;

import java.util.Optional;
import java.util.function.Supplier;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.ProxyServer;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.Transport;
import org.poshremote.core.target.TrustChoice;

/** What is typed in the wizard so far, on its pages; becomes a target once every part is valid. */
final class TargetForm {
    String name = "";
    String group = "";
    String host = "";
    /** Empty: the usual port of HTTP or HTTPS. */
    String port = "";
    boolean https;
    String user = "";
    String path = Target.DEFAULT_PATH;
    TargetKind kind = TargetKind.AUTOMATIC;
    AuthenticationChoice authentication = AuthenticationChoice.AUTOMATIC;
    TrustKind trust = TrustKind.SYSTEM;
    /** File or fingerprint, by the kind of trust. */
    String trustValue = "";
    /** As {@link CertificateChoice#parse} takes it; "" for none. */
    String certificate = "";
    /** "" where it is in the same file. */
    String certificateKey = "";
    boolean allowUnencrypted;
    /** "" or a number. */
    String codePage = "";
    boolean protectedTarget;
    String notes = "";
    Transport transport = Transport.WINRM;
    ProxyKind proxy = ProxyKind.NONE;
    /** URL, by the kind of proxy. */
    String proxyUrl = "";
    /** "" or user@host[:port]. */
    String jumpHost = "";
    private Optional<Target> base = Optional.empty();

    enum TrustKind {
        SYSTEM, CA_FILE, PINNED, UNVERIFIED
    }

    enum ProxyKind {
        NONE, AUTOMATIC, FIXED
    }

    static TargetForm of(Target target) {
        TargetForm form = new TargetForm();
        form.base = Optional.of(target);
        form.name = target.name();
        form.group = target.group();
        form.host = target.host();
        form.https = target.https();
        form.port = target.port() == target.usualPort() ? "" : Integer.toString(target.port());
        form.user = target.user();
        form.path = target.path();
        form.kind = target.kind();
        form.authentication = target.authentication();
        switch (target.trust()) {
            case TrustChoice.SystemTrust system -> form.trust = TrustKind.SYSTEM;
            case TrustChoice.CaFile file -> {
                form.trust = TrustKind.CA_FILE;
                form.trustValue = file.path();
            }
            case TrustChoice.Pinned pin -> {
                form.trust = TrustKind.PINNED;
                form.trustValue = pin.sha256();
            }
            case TrustChoice.Unverified none -> form.trust = TrustKind.UNVERIFIED;
        }
        target.certificate().ifPresent(choice -> {
            form.certificate = choice.typed();
            form.certificateKey = choice instanceof CertificateChoice.InFile file ? file.keyFile().orElse("") : "";
        });
        form.allowUnencrypted = target.allowUnencrypted();
        form.codePage = target.codePage() instanceof CodePageChoice.Fixed fixed ? Integer.toString(fixed.number()) : "";
        form.protectedTarget = target.protectedTarget();
        form.notes = target.notes();
        form.transport = target.transport();
        switch (target.proxy()) {
            case ProxyChoice.None none -> form.proxy = ProxyKind.NONE;
            case ProxyChoice.Automatic automatic -> form.proxy = ProxyKind.AUTOMATIC;
            case ProxyChoice.Fixed fixed -> {
                form.proxy = ProxyKind.FIXED;
                form.proxyUrl = fixed.toString();
            }
        }
        form.jumpHost = target.jumpHost().map(JumpHost::toString).orElse("");
        return form;
    }

    /** @throws IllegalArgumentException with a sentence for the person where a part is not valid */
    Target build() {
        Target.Builder builder = base.map(Target::toBuilder).orElseGet(() -> Target.at(host.trim()));
        return builder.host(host.trim()).name(name.isBlank() ? host.trim() : name.trim()).group(group.trim()).https(https).port(portNumber())
                .path(path.trim()).kind(kind).user(user.trim()).authentication(authentication).trust(winRm(this::trustChoice, TrustChoice.SYSTEM)).allowUnencrypted(allowUnencrypted)
                .codePage(codePage.isBlank() ? CodePageChoice.AUTOMATIC : CodePageChoice.parse(codePage)
                        .orElseThrow(() -> new IllegalArgumentException(Messages.TargetForm_codePage)))
                .protectedTarget(protectedTarget).notes(notes.trim()).transport(transport).proxy(proxyChoice())
                .jumpHost(jumpHost.isBlank() ? Optional.empty() : Optional.of(JumpHost.parse(jumpHost))).certificate(winRm(this::certificateChoice, Optional.empty())).build();
    }

    /** What SSH does not use keeps nobody from a target, however it was left. */
    private <T> T winRm(Supplier<T> typed, T otherwise) {
        try {
            return typed.get();
        } catch (IllegalArgumentException e) {
            if (transport == Transport.SSH) {
                return otherwise;
            }
            throw e;
        }
    }

    private ProxyChoice proxyChoice() {
        return switch (proxy) {
            case NONE -> ProxyChoice.NONE;
            case AUTOMATIC -> ProxyChoice.AUTOMATIC;
            case FIXED -> {
                if (proxyUrl.isBlank()) {
                    throw new IllegalArgumentException(Messages.TargetForm_proxy);
                }
                yield new ProxyChoice.Fixed(ProxyServer.parse(proxyUrl));
            }
        };
    }

    int usualPort() {
        return transport == Transport.SSH ? JumpHost.SSH_PORT : https ? Target.HTTPS_PORT : Target.HTTP_PORT;
    }

    private Optional<CertificateChoice> certificateChoice() {
        if (certificate.isBlank()) {
            return Optional.empty();
        }
        CertificateChoice typed = CertificateChoice.parse(certificate);
        return Optional.of(typed instanceof CertificateChoice.InFile file && !certificateKey.isBlank()
            ? new CertificateChoice.InFile(file.file(), Optional.of(certificateKey.trim())) : typed);
    }

    private int portNumber() {
        if (port.isBlank()) {
            return usualPort();
        }
        if (!port.trim().matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(Messages.TargetForm_port);
        }
        return Integer.parseInt(port.trim());
    }

    private TrustChoice trustChoice() {
        return switch (trust) {
            case SYSTEM -> TrustChoice.SYSTEM;
            case CA_FILE -> {
                if (trustValue.isBlank()) {
                    throw new IllegalArgumentException(Messages.TargetForm_caFile);
                }
                yield new TrustChoice.CaFile(trustValue.trim());
            }
            case PINNED -> new TrustChoice.Pinned(trustValue.trim());
            case UNVERIFIED -> TrustChoice.UNVERIFIED;
        };
    }
}
