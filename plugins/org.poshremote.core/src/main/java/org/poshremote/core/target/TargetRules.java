package org.poshremote.core.target;

import java.util.regex.Pattern;

/** What may stand in the parts of a target that end up in an HTTP request line or header. */
final class TargetRules {
    /** A name, an IPv4 or an IPv6 address: nothing that could begin another header or leave the host part of a URL. */
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._-]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}(%[0-9A-Za-z]{1,15})?]?");
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]*");

    private TargetRules() {
    }

    static boolean host(String text) {
        return text != null && HOST.matcher(text).matches();
    }

    static boolean path(String text) {
        return text != null && PATH.matcher(text).matches();
    }
}
