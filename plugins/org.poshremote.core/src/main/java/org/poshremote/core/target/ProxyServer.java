package org.poshremote.core.target;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.poshremote.core.secret.SecretKey;

/**
 * An HTTP proxy, without its password.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param user account at the proxy: "user", "DOMAIN\\user" or "user@realm"
 */
public record ProxyServer(String host, int port, Optional<String> user) {
    /** Of a URL without one. */
    public static final int USUAL_PORT = 80;

    public ProxyServer {
        Objects.requireNonNull(user);
        if (!TargetRules.host(host) || host.startsWith("[")) {
            throw new IllegalArgumentException("\"" + host + "\" is not the host of a proxy.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A proxy's port is a number from 1 to 65535, not " + port + ".");
        }
        if (user.filter(name -> name.isBlank() || name.chars().anyMatch(c -> c < ' ' || c == 0x7F)).isPresent()) {
            throw new IllegalArgumentException("That is no account of a proxy.");
        }
    }

    /** A URL taken apart; the password is there for sources that may hold one, as the environment may. */
    public record WithPassword(ProxyServer server, Optional<char[]> password) {
        @Override
        public String toString() {
            return server.toString();
        }
    }

    /**
     * "http://user@proxy.example:3128"; "http://" may be left out, signs of the account are percent-encoded where needed.
     *
     * @throws IllegalArgumentException with a sentence for the person, which never repeats what could be a password
     */
    public static ProxyServer parse(String url) {
        WithPassword parsed = parseWithPassword(url);
        if (parsed.password().isPresent()) {
            throw new IllegalArgumentException("A password does not belong into the address of a proxy, where others can read it:"
                + " write http://user@" + parsed.server().address() + ". It is asked for when it is needed.");
        }
        return parsed.server();
    }

    /** The same for a source that may hold a password. */
    public static WithPassword parseWithPassword(String url) {
        String rest = url.strip();
        int scheme = rest.indexOf("://");
        if (scheme >= 0) {
            String name = rest.substring(0, scheme).toLowerCase(Locale.ROOT);
            if (!name.equals("http")) {
                throw new IllegalArgumentException(name.startsWith("socks") ? "A SOCKS proxy cannot be used; give an HTTP proxy: http://proxy.example:3128."
                    : name.equals("https") ? "A proxy that wants TLS itself cannot be used yet; most take http:// as well, also for nodes over HTTPS."
                    : "A proxy is written as http://proxy.example:3128.");
            }
            rest = rest.substring(scheme + 3);
        }
        int slash = rest.indexOf('/', Math.max(0, rest.lastIndexOf('@')));
        if (slash >= 0) {
            if (!rest.substring(slash).equals("/")) {
                throw new IllegalArgumentException("A proxy is written as http://proxy.example:3128, without a path.");
            }
            rest = rest.substring(0, slash);
        }
        int at = rest.lastIndexOf('@');
        String account = at < 0 ? "" : rest.substring(0, at);
        String authority = rest.substring(at + 1);
        int colon = account.indexOf(':');
        Optional<char[]> password = colon < 0 ? Optional.empty() : Optional.of(decoded(account.substring(colon + 1)).toCharArray());
        String user = decoded(colon < 0 ? account : account.substring(0, colon));
        if (at >= 0 && user.isEmpty()) {
            throw new IllegalArgumentException("Before the @ of a proxy's address stands an account: http://user@proxy.example:3128.");
        }
        return new WithPassword(at(authority, user.isEmpty() ? Optional.empty() : Optional.of(user)), password);
    }

    private static ProxyServer at(String authority, Optional<String> user) {
        boolean literal = authority.startsWith("[");
        int close = authority.indexOf(']');
        if (literal && close < 0) {
            throw new IllegalArgumentException("A proxy's IPv6 address stands in brackets: http://[2001:db8::1]:3128.");
        }
        String host = literal ? authority.substring(1, close) : authority.split(":", 2)[0];
        String port = literal ? authority.substring(close + 1) : authority.substring(host.length());
        if (port.isEmpty() || port.equals(":")) {
            return new ProxyServer(host, USUAL_PORT, user);
        }
        if (!port.matches(":[0-9]{1,5}")) {
            throw new IllegalArgumentException("A proxy's port is a number from 1 to 65535: http://proxy.example:3128.");
        }
        return new ProxyServer(host, Integer.parseInt(port.substring(1)), user);
    }

    private static String decoded(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(utf8.length);
        for (int i = 0; i < utf8.length; i++) {
            boolean escape = utf8[i] == '%' && i + 2 < utf8.length && Character.digit(utf8[i + 1], 16) >= 0 && Character.digit(utf8[i + 2], 16) >= 0;
            bytes.put(escape ? (byte) (Character.digit(utf8[i + 1], 16) * 16 + Character.digit(utf8[i + 2], 16)) : utf8[i]);
            i += escape ? 2 : 0;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The account in the address of a proxy is not percent-encoded as UTF-8.");
        }
    }

    /** "proxy.example:3128". */
    public String address() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** Where this proxy's password belongs. */
    public SecretKey secretKey() {
        return new SecretKey("proxy", host, port, user.orElse(""));
    }

    /** As a URL. */
    @Override
    public String toString() {
        return "http://" + user.map(name -> encoded(name) + "@").orElse("") + address();
    }

    private static String encoded(String text) {
        StringBuilder url = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
            url.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return url.toString();
    }
}
