package org.poshremote.core.path;

import java.util.Optional;
import org.poshremote.core.target.ProxyServer;
import org.poshremote.wsman.Secret;

/** How this machine is set up to use proxies: by the environment in the terminal, by Eclipse's settings in the IDE. Thread-safe. */
public interface ProxySettings {
    /** No proxy for anything. */
    ProxySettings NONE = new ProxySettings() {
        @Override
        public Optional<ProxyServer> find(String host, Use use) {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> password(ProxyServer server) {
            return Optional.empty();
        }

        @Override
        public String place() {
            return "nothing";
        }
    };

    /** What will go through the proxy. */
    enum Use {
        HTTP, HTTPS, SSH
    }

    /**
     * The proxy for a host; empty where it is reached straight.
     *
     * @throws IllegalArgumentException with a sentence for the person where the settings make no sense
     */
    Optional<ProxyServer> find(String host, Use use);

    /** The password that the settings hold for a proxy; the caller closes it. */
    Optional<Secret> password(ProxyServer server);

    /** Where the settings stand, for people: "the environment". */
    String place();
}
