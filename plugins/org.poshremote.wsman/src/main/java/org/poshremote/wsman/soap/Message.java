package org.poshremote.wsman.soap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A request in the making: the headers that every WS-Management request has (DSP0226 5 and 6; MS-WSMV 2.2.4), options,
 * selectors and a body.
 */
public final class Message {
    private final Session session;
    private final String action;
    private final String id = "uuid:" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Set<String> obligatory = new HashSet<>();
    private Map<String, String> selectors = Map.of();
    private String resource = Names.COMMAND_SHELL;
    private Duration operationTimeout;
    private String body = "";

    /**
     * What all requests of one client share.
     *
     * @param to              the URL as the client knows it
     * @param maxEnvelopeSize bytes that the client takes in one answer
     * @param locale          for texts and for data, such as "en-US"
     */
    public record Session(String to, int maxEnvelopeSize, Duration operationTimeout, String locale, UUID id) {
    }

    public Message(Session session, String action) {
        this.session = session;
        this.action = action;
        this.operationTimeout = session.operationTimeout();
    }

    public Message resource(String uri) {
        resource = uri;
        return this;
    }

    public Message operationTimeout(Duration value) {
        operationTimeout = value;
        return this;
    }

    public Message option(String name, String value) {
        options.put(name, value);
        return this;
    }

    /** One that the service has to comply with, or to fail (DSP0226 6.4). */
    public Message mustComply(String name, String value) {
        obligatory.add(name);
        return option(name, value);
    }

    public Message selectors(Map<String, String> values) {
        selectors = values;
        return this;
    }

    /** @param xml may use the prefix {@code rsp} */
    public Message body(String xml) {
        body = xml;
        return this;
    }

    /** Of the wsa:MessageID header, for the answer's RelatesTo. */
    public String id() {
        return id;
    }

    public byte[] toBytes() {
        StringBuilder xml = new StringBuilder(1600 + body.length());
        xml.append("<s:Envelope xmlns:s=\"").append(Names.SOAP).append("\" xmlns:wsa=\"").append(Names.ADDRESSING)
            .append("\" xmlns:wsman=\"").append(Names.WSMAN).append("\" xmlns:wsmv=\"").append(Names.WSMV)
            .append("\" xmlns:rsp=\"").append(Names.SHELL).append("\"><s:Header>");
        element(xml, "wsa:Action s:mustUnderstand=\"true\"", action);
        // mustUnderstand=true here draws fault 0x80338087 from some services
        xml.append("<wsmv:DataLocale s:mustUnderstand=\"false\" xml:lang=\"").append(XmlText.escape(session.locale())).append("\"/>");
        xml.append("<wsman:Locale s:mustUnderstand=\"false\" xml:lang=\"").append(XmlText.escape(session.locale())).append("\"/>");
        element(xml, "wsman:MaxEnvelopeSize s:mustUnderstand=\"true\"", Integer.toString(session.maxEnvelopeSize()));
        element(xml, "wsa:MessageID", id);
        element(xml, "wsman:OperationTimeout", seconds(operationTimeout));
        xml.append("<wsa:ReplyTo>");
        element(xml, "wsa:Address s:mustUnderstand=\"true\"", Names.ANONYMOUS);
        xml.append("</wsa:ReplyTo>");
        element(xml, "wsman:ResourceURI s:mustUnderstand=\"true\"", resource);
        element(xml, "wsmv:SessionId s:mustUnderstand=\"false\"", "uuid:" + session.id().toString().toUpperCase(Locale.ROOT));
        element(xml, "wsa:To", session.to());
        named(xml, "wsman:OptionSet s:mustUnderstand=\"true\"", "wsman:Option", options);
        named(xml, "wsman:SelectorSet", "wsman:Selector", selectors);
        xml.append("</s:Header><s:Body>").append(body).append("</s:Body></s:Envelope>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(StringBuilder xml, String tag, String text) {
        int blank = tag.indexOf(' ');
        xml.append('<').append(tag).append('>').append(XmlText.escape(text))
            .append("</").append(blank < 0 ? tag : tag.substring(0, blank)).append('>');
    }

    private void named(StringBuilder xml, String setTag, String tag, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        xml.append('<').append(setTag).append('>');
        values.forEach((name, value) -> xml.append('<').append(tag).append(" Name=\"").append(XmlText.escape(name))
            .append(obligatory.contains(name) && tag.endsWith("Option") ? "\" MustComply=\"true\">" : "\">")
            .append(XmlText.escape(value)).append("</").append(tag).append('>'));
        int blank = setTag.indexOf(' ');
        xml.append("</").append(blank < 0 ? setTag : setTag.substring(0, blank)).append('>');
    }

    /** As xs:duration (XML Schema 3.2.6) in seconds, which is all that services are known to read in every place. */
    public static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? "PT" + millis / 1000 + "S" : String.format(Locale.ROOT, "PT%d.%03dS", millis / 1000, millis % 1000);
    }
}
