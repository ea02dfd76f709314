package org.poshremote.core.path;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.core.target.ProxyServer;
import org.poshremote.wsman.Secret;

/** Proxies as other programs of a terminal know them: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, in capitals or not. */
public final class EnvironmentProxy implements ProxySettings {
    private final Map<String, String> environment;

    public EnvironmentProxy(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<ProxyServer> find(String host, Use use) {
        return variable(use).filter(name -> !exceptions().covers(host)).map(name -> parsed(name).server());
    }

    /** The variable that names a proxy for this use, whether the host is an exception or not. */
    public Optional<String> variable(Use use) {
        List<String> names = switch (use) {
            case HTTP -> List.of("HTTP_PROXY", "ALL_PROXY");
            case HTTPS -> List.of("HTTPS_PROXY", "ALL_PROXY");
            case SSH -> List.of("ALL_PROXY");
        };
        return names.stream().flatMap(EnvironmentProxy::bothCases).filter(name -> !environment.getOrDefault(name, "").isBlank()).findFirst();
    }

    private static Stream<String> bothCases(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT), name);
    }

    /** What NO_PROXY takes out. */
    public NoProxyList exceptions() {
        return NoProxyList.parse(environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", "")));
    }

    private ProxyServer.WithPassword parsed(String variable) {
        try {
            return ProxyServer.parseWithPassword(environment.get(variable));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The variable " + variable + " of the environment cannot be used. " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Secret> password(ProxyServer server) {
        return Arrays.stream(Use.values()).flatMap(use -> variable(use).stream()).map(this::parsed)
            .filter(found -> found.server().equals(server)).flatMap(found -> found.password().stream()).findFirst().map(chars -> {
                try {
                    return Secret.of(chars);
                } finally {
                    Arrays.fill(chars, '\0');
                }
            });
    }

    @Override
    public String place() {
        return "the environment";
    }
}
