package org.poshremote.core.target;

import java.util.Locale;
import java.util.Objects;

/** Whether a target is reached through an HTTP proxy. */
public sealed interface ProxyChoice {
    ProxyChoice NONE = new None();
    ProxyChoice AUTOMATIC = new Automatic();

    /** Straight to the node. */
    record None() implements ProxyChoice {
        @Override
        public String toString() {
            return "none";
        }
    }

    /** As this machine is set up: by the environment in the terminal, by Eclipse's network settings in the IDE. */
    record Automatic() implements ProxyChoice {
        @Override
        public String toString() {
            return "automatic";
        }
    }

    /** Through this one. */
    record Fixed(ProxyServer server) implements ProxyChoice {
        public Fixed {
            Objects.requireNonNull(server);
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }

    /**
     * As written in files and on the command line: "none", "automatic" or "auto", or a URL.
     *
     * @throws IllegalArgumentException with a sentence for the person
     */
    static ProxyChoice parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "automatic", "auto" -> AUTOMATIC;
            case "" -> throw new IllegalArgumentException("A proxy is none, automatic, or a URL such as http://proxy.example:3128.");
            default -> new Fixed(ProxyServer.parse(text));
        };
    }
}
