package org.poshremote.ui.path;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.poshremote.core.path.ProxySettings;
import org.poshremote.core.target.ProxyServer;
import org.poshremote.wsman.Secret;

/** Proxies as Preferences, General, Network Connections says, those of the system included. */
final class EclipseProxies implements ProxySettings {
    @Override
    public Optional<ProxyServer> find(String host, Use use) {
        Optional<IProxyData> http = data(host, use).stream().filter(EclipseProxies::http).findFirst();
        if (http.isEmpty() && socks(host)) {
            throw new IllegalArgumentException(Messages.EclipseProxies_socks);
        }
        return http.map(EclipseProxies::server);
    }

    private static List<IProxyData> data(String host, Use use) {
        Optional<IProxyService> service = Services.find(IProxyService.class);
        if (service.isEmpty() || !service.get().isProxiesEnabled()) {
            return List.of();
        }
        try {
            String bare = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
            // SSH goes where HTTPS goes, as Eclipse's own SSH does
            URI uri = new URI(use == Use.HTTP ? "http" : "https", bare, "/", null);
            return Arrays.stream(service.get().select(uri)).filter(data -> data.getHost() != null && !data.getHost().isBlank()).toList();
        } catch (URISyntaxException e) {
            return List.of(); // no proxy is set for what is no host
        }
    }

    /** A choice by URI gives none of another kind than the URI's, so all that are set for the host are looked at. */
    @SuppressWarnings("deprecation")
    private static boolean socks(String host) {
        return Services.find(IProxyService.class).filter(IProxyService::isProxiesEnabled).stream()
            .flatMap(service -> Arrays.stream(service.getProxyDataForHost(host)))
            .anyMatch(data -> IProxyData.SOCKS_PROXY_TYPE.equalsIgnoreCase(data.getType()) && data.getHost() != null && !data.getHost().isBlank());
    }

    private static boolean http(IProxyData data) {
        return IProxyData.HTTP_PROXY_TYPE.equalsIgnoreCase(data.getType()) || IProxyData.HTTPS_PROXY_TYPE.equalsIgnoreCase(data.getType());
    }

    private static ProxyServer server(IProxyData data) {
        return new ProxyServer(data.getHost().strip(), data.getPort() > 0 ? data.getPort() : ProxyServer.USUAL_PORT,
            Optional.ofNullable(data.getUserId()).filter(user -> data.isRequiresAuthentication() && !user.isBlank()));
    }

    @Override
    public Optional<Secret> password(ProxyServer server) {
        return Services.find(IProxyService.class).stream().flatMap(service -> Arrays.stream(service.getProxyData()))
            .filter(data -> http(data) && data.getHost() != null && server(data).equals(server))
            .map(IProxyData::getPassword).filter(password -> password != null && !password.isEmpty())
            .findFirst().map(password -> Secret.of(password.toCharArray()));
    }

    @Override
    public String place() {
        return Messages.EclipseProxies_place;
    }
}
