package org.poshremote.demo.internal.soap;

import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.XmlText;

/**
 * A fault as the node reports it (MS-WSMV 2.2.4.43).
 *
 * @param code     {@code WSManFault@Code}, unsigned 32 bit
 * @param blame    {@code Sender} or {@code Receiver}
 * @param subcode  with prefix, for example {@code w:TimedOut}
 * @param detail   last part of the {@code FaultDetail} URI, empty for none
 * @param reason   text for the SOAP reason
 * @param message  text of the WSManFault
 * @param provider whether the message comes from the shell plug-in
 */
public record SoapFault(long code, String blame, String subcode, String detail, String reason, String message, boolean provider) {
    private static final String PLUGIN_PATH = "%systemroot%\\system32\\winrscmd.dll";

    static SoapFault sender(long code, String subcode, String detail, String reason) {
        return new SoapFault(code, "Sender", subcode, detail, reason, reason, false);
    }

    static SoapFault receiver(long code, String subcode, String reason) {
        return new SoapFault(code, "Receiver", subcode, "", reason, reason, false);
    }

    SoapFault because(String text) {
        return new SoapFault(code, blame, subcode, detail, reason, text, provider);
    }

    SoapFault fromProvider() {
        return new SoapFault(code, blame, subcode, detail, reason, message, true);
    }

    /** Addressing faults have an action of their own (WS-Addressing 2004/08, section 4). */
    public String action() {
        return subcode.startsWith("a:") ? Names.ADDRESSING + "/fault" : "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault";
    }

    /** @param machine the name by which the client reached the node */
    public String body(String machine) {
        String text = XmlText.escape(message);
        String inner = provider ? "<f:ProviderFault provider=\"Shell cmd plugin\" path=\"" + PLUGIN_PATH + "\">" + text + "</f:ProviderFault>" : text;
        return "<s:Fault><s:Code><s:Value>s:" + blame + "</s:Value>"
                + (subcode.isEmpty() ? "" : "<s:Subcode><s:Value>" + subcode + "</s:Value></s:Subcode>")
                + "</s:Code><s:Reason><s:Text xml:lang=\"en-US\">" + XmlText.escape(reason) + "</s:Text></s:Reason><s:Detail>"
                + (detail.isEmpty() ? "" : "<w:FaultDetail>" + NodeNames.FAULT_DETAIL + detail + "</w:FaultDetail>")
                + "<f:WSManFault xmlns:f=\"" + Names.FAULT_DETAIL + "\" Code=\"" + code + "\" Machine=\"" + XmlText.escape(machine)
                + "\"><f:Message>" + inner + "</f:Message></f:WSManFault></s:Detail></s:Fault>";
    }
}
