package org.poshremote.core.diagnose;

import java.util.List;
import java.util.Locale;

/** Windows versions for which a remedy may need another script. */
public enum Generation {
    WINDOWS_8("Windows 8, Server 2012 and later", ""),
    /** No NetSecurity, NetConnection and PKI cmdlets: settings are reached by COM, netsh and certreq. */
    WINDOWS_7("Windows 7 and Server 2008 R2", ".win7"),
    /** Neither the winrm command nor the WSMan: drive: settings are in the registry. */
    NANO("Nano Server", ".nano");

    private final String title;
    private final String suffix;

    Generation(String title, String suffix) {
        this.title = title;
        this.suffix = suffix;
    }

    public String title() {
        return title;
    }

    /** In the name of a script's resource, before ".ps1". */
    String suffix() {
        return suffix;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The node's as far as the evidence tells; the newest otherwise. */
    public static Generation of(Facts facts) {
        if (facts.has("node.kind", "nano-tp3")) {
            return NANO;
        }
        List<String> old = List.of("2.0", "1.1");
        return facts.values("service.stack").stream().anyMatch(old::contains) ? WINDOWS_7 : WINDOWS_8;
    }
}
