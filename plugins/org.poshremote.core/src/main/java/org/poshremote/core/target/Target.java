package org.poshremote.core.target;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.secret.SecretKey;

/**
 * A saved connection definition, without secrets.
 *
 * @param name            unique within its file, compared without regard to case
 * @param group           path in the targets tree such as "lab/web"; empty for none
 * @param port            1 to 65535
 * @param path            of the WinRM service, begins with "/"
 * @param user            as typed: "user", ".\\user", "HOST\\user", "DOMAIN\\user", "user@realm"; empty: asked for
 * @param protectedTarget each run names the target and asks first
 * @param proxy           an HTTP proxy on the way to the node, or to the jump host
 * @param jumpHost        an SSH server on the way to the node
 * @param certificate     client certificate to sign in by, over HTTPS
 * @param transport       WinRM, or SSH: then protocol, path, kind, trust and authentication have no meaning
 */
public record Target(String name, String group, String host, int port, boolean https, String path, TargetKind kind,
        String user, AuthenticationChoice authentication, TrustChoice trust, boolean allowUnencrypted,
        CodePageChoice codePage, boolean protectedTarget, String notes, ProxyChoice proxy,
        Optional<JumpHost> jumpHost, KerberosChoice kerberos, Optional<CertificateChoice> certificate,
        Transport transport) {
    public static final int HTTP_PORT = 5985;
    public static final int HTTPS_PORT = 5986;
    public static final String DEFAULT_PATH = "/wsman";

    public Target {
        Objects.requireNonNull(name);
        Objects.requireNonNull(group);
        Objects.requireNonNull(user);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(authentication);
        Objects.requireNonNull(trust);
        Objects.requireNonNull(codePage);
        Objects.requireNonNull(notes);
        Objects.requireNonNull(proxy);
        Objects.requireNonNull(jumpHost);
        Objects.requireNonNull(kerberos);
        Objects.requireNonNull(certificate);
        Objects.requireNonNull(transport);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A target needs a name.");
        }
        if (!TargetRules.host(host)) {
            throw new IllegalArgumentException("\"" + host + "\" is not a host name or address.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535, not " + port + ".");
        }
        if (!TargetRules.path(path)) {
            throw new IllegalArgumentException("A path begins with / and has no blanks, unlike \"" + path + "\".");
        }
    }

    /** A target with every default; the name is the host. */
    public static Builder at(String host) {
        return new Builder(host);
    }

    /** "http://host:5985/wsman" or "ssh://host:22"; an IPv6 address stands in brackets. */
    public String address() {
        String shown = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return ssh() ? "ssh://" + shown + ":" + port : (https ? "https://" : "http://") + shown + ":" + port + path;
    }

    /** Whether it uses HTTPS and takes any certificate, so that nobody knows who answers. */
    public boolean unverified() {
        return !ssh() && https && trust instanceof TrustChoice.Unverified;
    }

    /** Where this target's password belongs. */
    public SecretKey secretKey() {
        return new SecretKey(ssh() ? "ssh" : https ? "https" : "http", host, port, user);
    }

    /** Whether the node is spoken to by SSH in place of WinRM. */
    public boolean ssh() {
        return transport == Transport.SSH;
    }

    /** Of a target that names none. */
    public int usualPort() {
        return ssh() ? JumpHost.SSH_PORT : https ? HTTPS_PORT : HTTP_PORT;
    }

    /** Where the password of its client certificate's key belongs; empty where there is no file that could have one. */
    public Optional<SecretKey> certificateSecretKey() {
        return certificate.filter(CertificateChoice.InFile.class::isInstance).map(CertificateChoice.InFile.class::cast)
                .map(file -> new SecretKey("certificate", "file", 0, file.lockedFile()));
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects the parts; the port follows HTTP, HTTPS or SSH until it is set. Not thread-safe. */
    public static final class Builder {
        private String name;
        private String group = "";
        private String host;
        private Integer port;
        private boolean https;
        private String path = DEFAULT_PATH;
        private TargetKind kind = TargetKind.AUTOMATIC;
        private String user = "";
        private AuthenticationChoice authentication = AuthenticationChoice.AUTOMATIC;
        private TrustChoice trust = TrustChoice.SYSTEM;
        private boolean allowUnencrypted;
        private CodePageChoice codePage = CodePageChoice.AUTOMATIC;
        private boolean protectedTarget;
        private String notes = "";
        private ProxyChoice proxy = ProxyChoice.NONE;
        private Optional<JumpHost> jumpHost = Optional.empty();
        private KerberosChoice kerberos = KerberosChoice.DEFAULT;
        private Optional<CertificateChoice> certificate = Optional.empty();
        private Transport transport = Transport.WINRM;

        private Builder(String host) {
            this.name = host;
            this.host = host;
        }

        private Builder(Target target) {
            name = target.name;
            group = target.group;
            host = target.host;
            port = target.port;
            https = target.https;
            path = target.path;
            kind = target.kind;
            user = target.user;
            authentication = target.authentication;
            trust = target.trust;
            allowUnencrypted = target.allowUnencrypted;
            codePage = target.codePage;
            protectedTarget = target.protectedTarget;
            notes = target.notes;
            proxy = target.proxy;
            jumpHost = target.jumpHost;
            kerberos = target.kerberos;
            certificate = target.certificate;
            transport = target.transport;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder group(String value) {
            group = value;
            return this;
        }

        public Builder host(String value) {
            host = value;
            return this;
        }

        public Builder port(int value) {
            port = value;
            return this;
        }

        public Builder https(boolean value) {
            https = value;
            return this;
        }

        public Builder path(String value) {
            path = value;
            return this;
        }

        public Builder kind(TargetKind value) {
            kind = value;
            return this;
        }

        public Builder user(String value) {
            user = value;
            return this;
        }

        public Builder authentication(AuthenticationChoice value) {
            authentication = value;
            return this;
        }

        public Builder trust(TrustChoice value) {
            trust = value;
            return this;
        }

        public Builder allowUnencrypted(boolean value) {
            allowUnencrypted = value;
            return this;
        }

        public Builder codePage(CodePageChoice value) {
            codePage = value;
            return this;
        }

        public Builder protectedTarget(boolean value) {
            protectedTarget = value;
            return this;
        }

        public Builder notes(String value) {
            notes = value;
            return this;
        }

        public Builder proxy(ProxyChoice value) {
            proxy = value;
            return this;
        }

        public Builder jumpHost(Optional<JumpHost> value) {
            jumpHost = value;
            return this;
        }

        public Builder transport(Transport value) {
            transport = value;
            return this;
        }

        public Builder kerberos(KerberosChoice value) {
            kerberos = value;
            return this;
        }

        public Builder kerberos(UnaryOperator<KerberosChoice> change) {
            return kerberos(change.apply(kerberos));
        }

        public Builder certificate(Optional<CertificateChoice> value) {
            certificate = value;
            return this;
        }

        /** @throws IllegalArgumentException with a sentence for the person where a part is not valid */
        public Target build() {
            int chosen = port != null ? port : transport == Transport.SSH ? JumpHost.SSH_PORT : https ? HTTPS_PORT : HTTP_PORT;
            return new Target(name, group, host, chosen, https, path, kind, user, authentication, trust,
                    allowUnencrypted, codePage, protectedTarget, notes, proxy, jumpHost, kerberos, certificate, transport);
        }
    }
}
