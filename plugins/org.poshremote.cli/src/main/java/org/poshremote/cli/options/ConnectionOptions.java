package org.poshremote.cli.options;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The parts of a target as options. Those that are given replace those of the target they are applied to. */
public final class ConnectionOptions {
    @Option(names = "--port", paramLabel = "N", description = "Port; 5985 for HTTP and 5986 for HTTPS unless given.")
    private Integer port;

    @Option(names = "--https", description = "TLS from the first byte; the certificate is checked against this machine's authorities.")
    private boolean https;

    @Option(names = "--path", paramLabel = "P", description = "Path of the WinRM service; /wsman unless given.")
    private String path;

    @Option(names = "--user", paramLabel = "U", description = "Account: user, .\\user, HOST\\user, DOMAIN\\user or user@realm.")
    private String user;

    @Option(names = "--auth", paramLabel = "NAME", converter = AuthenticationConverter.class,
            description = "How to sign in: auto, basic, ntlm, kerberos, negotiate, credssp, certificate.")
    private AuthenticationChoice authentication;

    @Option(names = "--allow-unencrypted", description = "Let Basic and everything else cross plain HTTP readable. For test machines only.")
    private boolean allowUnencrypted;

    @Option(names = "--kind", paramLabel = "KIND", converter = KindConverter.class, description = "Kind of node: automatic, windows, nano-tp3.")
    private TargetKind kind;

    @Option(names = "--code-page", paramLabel = "N|auto", converter = CodePageConverter.class,
            description = "Console code page of the remote shell; auto is 65001 (UTF-8), and the node's own where it refuses that.")
    private CodePageChoice codePage;

    @ArgGroup(validate = false)
    private TlsFlags tls = new TlsFlags();

    @ArgGroup(validate = false)
    private PathFlags way = new PathFlags();

    @ArgGroup(validate = false)
    private KerberosFlags kerberos = new KerberosFlags();

    /** For a command that is about TLS alone. */
    public void useHttps() {
        https = true;
    }

    public boolean https() {
        return https;
    }

    public Target applyTo(Target target) {
        return applyTo(target.toBuilder()).build();
    }

    /** The same for one that is still being put together, so that the port follows HTTP or HTTPS. */
    public Target.Builder applyTo(Target.Builder builder) {
        if (https) {
            builder.https(true);
        }
        if (allowUnencrypted) {
            builder.allowUnencrypted(true);
        }
        Optional.ofNullable(port).ifPresent(builder::port);
        Optional.ofNullable(path).ifPresent(builder::path);
        Optional.ofNullable(user).ifPresent(builder::user);
        Optional.ofNullable(authentication).ifPresent(builder::authentication);
        Optional.ofNullable(kind).ifPresent(builder::kind);
        Optional.ofNullable(codePage).ifPresent(builder::codePage);
        way.applyTo(builder);
        kerberos.applyTo(builder);
        tls.applyTo(builder);
        return builder;
    }

    /** To be called before anything signs in. */
    public void useKerberosConfiguration(Map<String, String> environment) {
        kerberos.useConfiguration(Optional.ofNullable(environment.get("KRB5_CONFIG")));
    }

    static final class AuthenticationConverter implements picocli.CommandLine.ITypeConverter<AuthenticationChoice> {
        @Override
        public AuthenticationChoice convert(String typed) {
            String id = typed.equalsIgnoreCase("auto") ? AuthenticationChoice.AUTOMATIC.id() : typed;
            return Choice.of(AuthenticationChoice.values(), AuthenticationChoice::id, id, "way of signing in");
        }
    }

    static final class KindConverter implements picocli.CommandLine.ITypeConverter<TargetKind> {
        @Override
        public TargetKind convert(String typed) {
            return Choice.of(TargetKind.values(), TargetKind::id, typed, "kind of node");
        }
    }

    static final class CodePageConverter implements picocli.CommandLine.ITypeConverter<CodePageChoice> {
        @Override
        public CodePageChoice convert(String typed) {
            return CodePageChoice.parse(typed.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new TypeConversionException("'" + typed + "' is not a code page: give auto or a number such as 65001, 437 or 932"));
        }
    }
}
