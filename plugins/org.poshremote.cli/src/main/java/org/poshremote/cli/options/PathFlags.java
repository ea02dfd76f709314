package org.poshremote.cli.options;

import java.util.Optional;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.Transport;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the node is reached, where it differs from what the target says. */
final class PathFlags {
    @Option(names = "--proxy", paramLabel = "none|auto|URL", converter = ProxyConverter.class,
            description = "HTTP proxy on the way: none, auto (HTTP_PROXY, HTTPS_PROXY, NO_PROXY), or http://[user@]host:port. Its password is never part of it: POSHREMOTE_PROXY_PASSWORD, or it is asked for.")
    private ProxyChoice proxy;

    @Option(names = "--jump", paramLabel = "user@host[:port]|none", converter = JumpConverter.class,
            description = "SSH server on the way, through which the node is reached. Signs in with the keys of ~/.ssh and the agent, else with a password.")
    private Jump jump;

    @Option(names = "--ssh", description = "The node has an SSH server: PowerShell is started by it, in place of WinRM. Port 22 unless given.")
    private boolean ssh;

    /** What was given: a jump host, or none in place of the target's. */
    record Jump(Optional<JumpHost> host) {
    }

    void applyTo(Target.Builder builder) {
        if (ssh) {
            builder.transport(Transport.SSH);
        }
        if (proxy != null) {
            builder.proxy(proxy);
        }
        if (jump != null) {
            builder.jumpHost(jump.host());
        }
    }

    static final class ProxyConverter implements ITypeConverter<ProxyChoice> {
        @Override
        public ProxyChoice convert(String typed) {
            try {
                return ProxyChoice.parse(typed);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class JumpConverter implements ITypeConverter<Jump> {
        @Override
        public Jump convert(String typed) {
            try {
                return new Jump(typed.equals("none") ? Optional.empty() : Optional.of(JumpHost.parse(typed)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
