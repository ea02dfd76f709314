package org.poshremote.demo.internal.soap;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.XmlText;

/**
 * Writes the envelopes of replies.
 *
 * @param activityId whether each carries an ActivityId, as those of Windows Server 2016 and later do
 */
public record Envelope(boolean activityId) {
    public static final String END = "</s:Body></s:Envelope>";

    /** Everything up to and including the start of the body. */
    public String start(String action, String relatesTo) {
        return "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"" + Names.SOAP + "\" xmlns:a=\"" + Names.ADDRESSING + "\" xmlns:x=\"" + Names.TRANSFER
                + "\" xmlns:w=\"" + Names.WSMAN + "\" xmlns:rsp=\"" + Names.SHELL + "\" xmlns:p=\"" + Names.WSMV + "\"><s:Header><a:Action>" + action
                + "</a:Action><a:MessageID>uuid:" + newId() + "</a:MessageID>" + (activityId ? "<p:ActivityId>" + newId() + "</p:ActivityId>" : "") + "<a:To>" + Names.ANONYMOUS + "</a:To>"
                + (relatesTo.isEmpty() ? "" : "<a:RelatesTo>" + XmlText.escape(relatesTo) + "</a:RelatesTo>") + "</s:Header><s:Body>";
    }

    public byte[] of(String action, String relatesTo, String body) {
        return (start(action, relatesTo) + body + END).getBytes(StandardCharsets.UTF_8);
    }

    public byte[] fault(SoapFault fault, String relatesTo, String machine) {
        return of(fault.action(), relatesTo, fault.body(machine));
    }

    public static String newId() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }
}
