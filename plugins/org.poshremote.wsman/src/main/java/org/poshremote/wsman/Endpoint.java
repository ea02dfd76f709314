package org.poshremote.wsman;

import java.util.Objects;

/** Where a WinRM service listens. */
public record Endpoint(String host, int port, boolean https, String path) {
    public static final int HTTP_PORT = 5985;
    public static final int HTTPS_PORT = 5986;
    public static final String DEFAULT_PATH = "/wsman";

    public Endpoint {
        Objects.requireNonNull(host);
        Objects.requireNonNull(path);
        if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || c == '/' || c == 0x7F)) {
            throw new IllegalArgumentException("not a host name: " + host);
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if (!path.startsWith("/") || path.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)) {
            throw new IllegalArgumentException("not a path: " + path);
        }
    }

    public static Endpoint http(String host) {
        return new Endpoint(host, HTTP_PORT, false, DEFAULT_PATH);
    }

    public static Endpoint https(String host) {
        return new Endpoint(host, HTTPS_PORT, true, DEFAULT_PATH);
    }

    /** Host and port as in a URL and a Host header: an IPv6 address stands in brackets. */
    public String authority() {
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        return (bare ? "[" + host + "]" : host) + ":" + port;
    }

    /** "http://host:5985/wsman". */
    @Override
    public String toString() {
        return (https ? "https://" : "http://") + authority() + path;
    }
}
