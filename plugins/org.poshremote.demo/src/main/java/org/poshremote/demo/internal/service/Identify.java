package org.poshremote.demo.internal.service;

import java.nio.charset.StandardCharsets;
import org.poshremote.demo.personality.ServerBehaviour;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.XmlText;

/** Identify (DSP0226 section 11): without a login the versions of the operating system are zeros. */
final class Identify {
    private static final String PROFILES = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/";

    private Identify() {
    }

    static byte[] answer(ServerBehaviour behaviour, Caller caller) {
        boolean known = !caller.user().isEmpty();
        String version = known ? behaviour.productVersion() : "OS: 0.0.0 SP: 0.0 Stack: " + behaviour.stack();
        boolean https = caller.address().startsWith("https:");
        String profiles = !known ? "" : "<wsmid:SecurityProfiles><wsmid:SecurityProfileName>" + PROFILES + (https ? "https" : "http")
                + "/basic</wsmid:SecurityProfileName></wsmid:SecurityProfiles>";
        return ("<s:Envelope xml:lang=\"en-US\" xmlns:s=\"" + Names.SOAP + "\"><s:Header/><s:Body><wsmid:IdentifyResponse xmlns:wsmid=\"" + Names.IDENTITY
                + "\"><wsmid:ProtocolVersion>" + Names.WSMAN + "</wsmid:ProtocolVersion><wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor>"
                + "<wsmid:ProductVersion>" + XmlText.escape(version) + "</wsmid:ProductVersion>" + profiles
                + "</wsmid:IdentifyResponse></s:Body></s:Envelope>").getBytes(StandardCharsets.UTF_8);
    }
}
