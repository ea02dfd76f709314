package org.poshremote.wsman.winrs;

import java.util.List;

/** What a service says of itself (DSP0226 11). {@code productVersion} names OS and stack only to whoever is signed in. */
public record Identity(String protocolVersion, String productVendor, String productVersion, List<String> securityProfiles) {
    public Identity {
        securityProfiles = List.copyOf(securityProfiles);
    }
}
