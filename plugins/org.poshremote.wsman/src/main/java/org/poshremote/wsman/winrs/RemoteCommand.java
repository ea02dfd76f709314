package org.poshremote.wsman.winrs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.TransportException.Kind;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.http.Lane;
import org.poshremote.wsman.soap.Message;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.XmlText;

/** A process in a shell. One thread receives; others may send and signal meanwhile. */
public final class RemoteCommand {
    /** What of an envelope is left for headers and tags around the data of a Send. */
    private static final int ENVELOPE_OVERHEAD = 3 * 1024;
    private static final int MOST_RESUMPTIONS = 3;

    private final WinRs client;
    private final Map<String, String> selectors;
    private final String id;
    private volatile int resumptions;

    RemoteCommand(WinRs client, Map<String, String> selectors, String id) {
        this.client = client;
        this.selectors = selectors;
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** How many bytes one Send carries, so that its Base64 stays within the envelope that the node takes. */
    public int sendSize() {
        return (client.settings().maxEnvelopeSize() - ENVELOPE_OVERHEAD) / 4 * 3;
    }

    /** How often a Receive was asked again because its connection was lost; output may be missing there. */
    public int resumptions() {
        return resumptions;
    }

    /** Sends standard input, in several requests where it is long. Not repeated when it fails. */
    public void send(byte[] data, int offset, int length, boolean end) throws WsmanException {
        int at = 0;
        do {
            int count = Math.min(sendSize(), length - at);
            boolean last = at + count == length;
            String base64 = StandardCharsets.ISO_8859_1.decode(
                Base64.getEncoder().encode(ByteBuffer.wrap(data, offset + at, count))).toString();
            Message message = client.message(Names.SEND, selectors)
                .body("<rsp:Send><rsp:Stream Name=\"stdin\" CommandId=\"" + XmlText.escape(id) + "\""
                    + (end && last ? " End=\"true\"" : "") + ">" + base64 + "</rsp:Stream></rsp:Send>");
            client.say(message, Lane.Kind.ONCE, (reader, namespace, name) -> { });
            at += count;
        } while (at < length);
    }

    /**
     * Asks once for output and the end. A connection that is lost meanwhile is set up again and the question repeated, a few
     * times: nothing runs twice by that, but see {@link #resumptions}.
     *
     * @return {@link Received#NOTHING} where the operation time-out passed first
     */
    public Received receive() throws WsmanException {
        for (int attempt = 0; ; attempt++) {
            ReceiveReply reply = new ReceiveReply();
            try {
                client.listen(client.message(Names.RECEIVE, selectors)
                    // the service then says at once that the command has ended, without output to carry it
                    .option("WSMAN_CMDSHELL_OPTION_KEEPALIVE", "TRUE")
                    .body("<rsp:Receive><rsp:DesiredStream CommandId=\"" + XmlText.escape(id) + "\">stdout stderr</rsp:DesiredStream></rsp:Receive>"),
                    reply);
                return reply.received();
            } catch (FaultException e) {
                if (e.fault().isOperationTimeOut()) {
                    return Received.NOTHING;
                }
                throw e;
            } catch (TransportException e) {
                boolean lost = e.kind() == Kind.CLOSED || e.kind() == Kind.RESET;
                if (!lost || attempt == MOST_RESUMPTIONS) {
                    throw e;
                }
            } catch (HttpStatusException e) {
                if (e.status() != 503 || attempt == MOST_RESUMPTIONS) { // it was not served: nothing is lost
                    throw e;
                }
                continue;
            }
            resumptions++;
        }
    }

    public void signal(Signal signal) throws WsmanException {
        client.say(client.message(Names.SIGNAL, selectors)
            .body("<rsp:Signal CommandId=\"" + XmlText.escape(id) + "\"><rsp:Code>" + signal.uri() + "</rsp:Code></rsp:Signal>"),
            Lane.Kind.REPEATABLE, (reader, namespace, name) -> { });
    }
}
