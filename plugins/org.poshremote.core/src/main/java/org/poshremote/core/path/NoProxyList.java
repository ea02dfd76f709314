package org.poshremote.core.path;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hosts that are reached without a proxy, as NO_PROXY lists them: names, which mean their subdomains too, "*.example", ".example",
 * addresses, networks such as 10.0.0.0/8 and fd00::/8, "*" for all and "&lt;local&gt;" for names without a dot. Names are not
 * resolved. This machine itself is always reached without a proxy. Immutable.
 */
public final class NoProxyList {
    private final List<String> entries;

    private NoProxyList(List<String> entries) {
        this.entries = entries;
    }

    /** Entries are separated by commas or white space; what makes no sense matches nothing. */
    public static NoProxyList parse(String text) {
        return new NoProxyList(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,;\\s]+")).filter(entry -> !entry.isEmpty()).toList());
    }

    /** @param host a name or an address, an IPv6 one with or without brackets */
    public boolean covers(String host) {
        return thisMachine(name(host), address(name(host))) || lists(host);
    }

    /** The same without the rule that this machine is always covered. */
    public boolean lists(String host) {
        String name = name(host);
        Optional<byte[]> address = address(name);
        return entries.stream().anyMatch(entry -> matches(entry, name, address));
    }

    private static String name(String host) {
        return bare(host).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    private static boolean thisMachine(String name, Optional<byte[]> address) {
        return name.equals("localhost") || address.map(NoProxyList::loopback).orElse(false);
    }

    private static boolean loopback(byte[] address) {
        return address.length == 4 ? address[0] == 127 : Arrays.equals(address, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    }

    private static boolean matches(String entry, String name, Optional<byte[]> address) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.equals("<local>")) {
            return address.isEmpty() && name.indexOf('.') < 0;
        }
        int slash = entry.indexOf('/');
        if (slash > 0) {
            return address.isPresent() && inNetwork(entry.substring(0, slash), entry.substring(slash + 1), address.get());
        }
        String plain = withoutPort(entry);
        Optional<byte[]> literal = address(plain);
        if (literal.isPresent()) {
            return address.isPresent() && Arrays.equals(literal.get(), address.get());
        }
        String domain = plain.replaceFirst("^\\*?\\.", "");
        return address.isEmpty() && !domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain));
    }

    /** A port in the list is not looked at: a proxy that does not lead to one port of a machine rarely leads to another. */
    private static String withoutPort(String entry) {
        int colon = entry.lastIndexOf(':');
        boolean single = colon >= 0 && entry.indexOf(':') == colon || entry.contains("]:");
        return bare(single ? entry.substring(0, colon) : entry);
    }

    private static boolean inNetwork(String network, String length, byte[] address) {
        Optional<byte[]> base = address(bare(network));
        if (base.isEmpty() || base.get().length != address.length || !length.matches("[0-9]{1,3}") || Integer.parseInt(length) > address.length * 8) {
            return false;
        }
        int bits = Integer.parseInt(length);
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((base.get()[i / 8] & mask) != (address[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Of a literal; no name server is asked. */
    private static Optional<byte[]> address(String text) {
        boolean literal = text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || text.indexOf(':') >= 0 && text.matches("[0-9a-f:.]+(%[0-9a-z]+)?");
        if (!literal) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text.replaceFirst("%.*", "")).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
