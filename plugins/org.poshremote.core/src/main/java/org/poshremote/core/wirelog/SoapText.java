package org.poshremote.core.wirelog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.poshremote.wsman.soap.XmlText;
import org.poshremote.wsman.xml.ClosedXml;

/**
 * A SOAP message as lines of text. What may be read is a list of elements whose text the protocol itself makes; that of every other
 * element counts as content, so that nothing gets into a log by being forgotten.
 */
final class SoapText {
    private static final Set<String> PROTOCOL = Set.of("Action", "MessageID", "RelatesTo", "To", "Address", "ResourceURI", "MaxEnvelopeSize", "OperationTimeout",
        "SessionId", "OperationID", "SequenceId", "Selector", "Option", "ShellId", "CommandId", "IdleTimeOut", "Lifetime", "InputStreams", "OutputStreams",
        "State", "ExitCode", "Code", "DesiredStream", "Value", "ProtocolVersion", "ProductVendor", "ProductVersion", "SecurityProfileName", "MaxIdleTimeOut",
        "CompressionMode", "ActivityId", "ResourceUri", "ConfigurationName", "BufferMode", "Disconnected", "ShellRunTime", "ShellInactivity");
    /** Words of the service about a fault. They can quote what it did not like, but for that a log is looked at. */
    private static final Set<String> FAULT = Set.of("Text", "Message", "FaultDetail", "ProviderFault");
    private static final Set<String> BASE64 = Set.of("Stream", "creationXml", "connectXml", "connectResponseXml");
    private static final int DEEPEST = 100;

    private final WireLogContent content;
    private final UnaryOperator<String> masked;
    private final StringBuilder lines = new StringBuilder();

    private SoapText(WireLogContent content, UnaryOperator<String> masked) {
        this.content = content;
        this.masked = masked;
    }

    /** @param masked takes known secrets out of a text */
    static String of(byte[] message, WireLogContent content, UnaryOperator<String> masked) {
        if (message.length == 0) {
            return "(empty)\n";
        }
        XMLStreamReader xml = null;
        try {
            xml = ClosedXml.inPieces(new String(message, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
            SoapText text = new SoapText(content, masked);
            text.read(xml);
            return text.lines.toString();
        } catch (XMLStreamException | RuntimeException e) { // the JDK's reader has been seen to throw these on broken input
            return "(" + message.length + " bytes that are no XML)\n";
        } finally {
            ClosedXml.close(xml);
        }
    }

    private record Open(String tag, String local, StringBuilder text, boolean[] hasChildren) {
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST) {
                        throw new XMLStreamException("too deep");
                    }
                    begin(xml, open);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text().append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end(open);
                default -> { } // comments and the like say nothing
            }
        }
    }

    private void begin(XMLStreamReader xml, Deque<Open> open) {
        if (!open.isEmpty() && !open.peek().hasChildren()[0]) {
            open.peek().hasChildren()[0] = true;
            lines.append(">\n");
        }
        String tag = (xml.getPrefix() == null || xml.getPrefix().isEmpty() ? "" : xml.getPrefix() + ":") + xml.getLocalName();
        lines.append("  ".repeat(open.size())).append('<').append(tag);
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            lines.append(" xmlns").append(xml.getNamespacePrefix(i) == null ? "" : ":" + xml.getNamespacePrefix(i)).append("=\"")
                .append(shown(String.valueOf(xml.getNamespaceURI(i)))).append('"');
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            lines.append(' ').append(xml.getAttributePrefix(i) == null || xml.getAttributePrefix(i).isEmpty() ? "" : xml.getAttributePrefix(i) + ":")
                .append(xml.getAttributeLocalName(i)).append("=\"").append(shown(xml.getAttributeValue(i))).append('"');
        }
        open.push(new Open(tag, xml.getLocalName(), new StringBuilder(), new boolean[1]));
    }

    private void end(Deque<Open> open) {
        Open ended = open.pop();
        String text = ended.text().toString();
        boolean blank = text.isBlank();
        if (ended.hasChildren()[0]) {
            if (!blank) { // text between elements is nothing that the protocol has
                lines.append("  ".repeat(open.size() + 1)).append(hidden(text)).append('\n');
            }
            lines.append("  ".repeat(open.size())).append("</").append(ended.tag()).append(">\n");
        } else if (blank) {
            lines.append("/>\n");
        } else {
            lines.append('>').append(text(ended.local(), text)).append("</").append(ended.tag()).append(">\n");
        }
    }

    private String text(String element, String text) {
        if (PROTOCOL.contains(element) || FAULT.contains(element)) {
            return shown(text);
        }
        if (content == WireLogContent.HIDDEN) {
            return hidden(text);
        }
        return BASE64.contains(element) ? decoded(text) : shown(text);
    }

    private static String hidden(String text) {
        return "(" + text.length() + " characters hidden)";
    }

    private String decoded(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            return "(" + bytes.length + " bytes) " + shown(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return hidden(text);
        }
    }

    /** Without secrets, and without control characters: a log is looked at on terminals. */
    private String shown(String text) {
        String clean = masked.apply(text);
        StringBuilder printable = new StringBuilder(clean.length());
        clean.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                printable.appendCodePoint(c);
            } else if (c != '\r') {
                printable.append(String.format("\\x%02x", c));
            }
        });
        return XmlText.escape(printable.toString());
    }
}
