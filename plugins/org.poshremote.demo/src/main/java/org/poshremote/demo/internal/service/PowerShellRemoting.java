package org.poshremote.demo.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.poshremote.demo.personality.Personality;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.XmlText;

/**
 * Who answers at a machine's endpoints of PowerShell remoting.
 *
 * @param endpoints  the plug-ins of the service, by name
 * @param powerShell its version, such as "5.1.20348.2227"
 * @param edition    empty before 5.1
 * @param clr        such as "4.0.30319.42000"
 */
public record PowerShellRemoting(List<String> endpoints, String powerShell, String edition, String clr) {
    private static final String PLUGINS = "HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WSMAN\\Plugin\\";

    /** As the registry of the personality's machine has it. */
    public static PowerShellRemoting of(Personality personality) {
        JsonNode machine = personality.document().required("machine");
        List<String> endpoints = new ArrayList<>();
        machine.required("registry").fieldNames().forEachRemaining(key -> {
            if (key.startsWith(PLUGINS)) {
                endpoints.add(key.substring(PLUGINS.length()));
            }
        });
        return new PowerShellRemoting(List.copyOf(endpoints), machine.required("powerShellVersion").asText(), machine.required("powerShellEdition").asText(),
            machine.required("clrVersion").asText());
    }

    boolean serves(String resourceUri) {
        return resourceUri.startsWith(Names.POWERSHELL)
            && endpoints.stream().anyMatch(endpoint -> endpoint.equalsIgnoreCase(resourceUri.substring(Names.POWERSHELL.length())));
    }

    /** PowerShell 2 speaks 2.1, 3 and 4 speak 2.2, later ones 2.3 (MS-PSRP, product behaviour). */
    String protocol() {
        int major = Integer.parseInt(powerShell.substring(0, powerShell.indexOf('.')));
        return major < 3 ? "2.1" : major < 5 ? "2.2" : "2.3";
    }

    /** MS-PSRP 2.2.2.1 */
    String capability() {
        return "<Obj RefId=\"0\"><MS><Version N=\"protocolversion\">" + protocol() + "</Version><Version N=\"PSVersion\">2.0</Version>"
            + "<Version N=\"SerializationVersion\">1.1.0.1</Version></MS></Obj>";
    }

    /** MS-PSRP 2.2.2.13 with the table of versions. */
    String privateData() {
        StringBuilder table = new StringBuilder();
        entry(table, "Version", "PSVersion", powerShell);
        if (!edition.isEmpty()) {
            entry(table, "S", "PSEdition", edition);
        }
        entry(table, "Version", "CLRVersion", clr);
        entry(table, "Version", "PSRemotingProtocolVersion", protocol());
        return "<Obj RefId=\"0\"><MS><Obj N=\"ApplicationPrivateData\" RefId=\"1\"><TN RefId=\"0\">"
            + "<T>System.Management.Automation.PSPrimitiveDictionary</T><T>System.Collections.Hashtable</T><T>System.Object</T></TN><DCT><En>"
            + "<S N=\"Key\">PSVersionTable</S><Obj N=\"Value\" RefId=\"2\"><TNRef RefId=\"0\"/><DCT>" + table + "</DCT></Obj></En></DCT></Obj></MS></Obj>";
    }

    private static void entry(StringBuilder xml, String type, String key, String value) {
        xml.append("<En><S N=\"Key\">").append(key).append("</S><").append(type).append(" N=\"Value\">").append(XmlText.escape(value))
            .append("</").append(type).append("></En>");
    }

    /** MS-PSRP 2.2.2.9: opened. */
    static String opened() {
        return "<Obj RefId=\"0\"><MS><I32 N=\"RunspaceState\">2</I32></MS></Obj>";
    }
}
