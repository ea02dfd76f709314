package org.poshremote.wsman.soap;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.poshremote.wsman.Fault;
import org.poshremote.wsman.xml.ClosedXml;

/** Walks through one SOAP answer. No document type, no entity but the five of XML itself, limited depth. */
public final class ReplyReader {
    private static final int DEEPEST = 64;

    private final XMLStreamReader xml;
    /** What was taken out of the answer before. */
    private final List<byte[]> data;
    private int depth;

    /** The answer is not what was asked for; the message completes "the answer …". */
    public static final class NotSoapException extends Exception {
        private static final long serialVersionUID = 1L;

        public NotSoapException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private ReplyReader(XMLStreamReader xml, List<byte[]> data) {
        this.xml = xml;
        this.data = data;
    }

    /** What an answer is made of. */
    public interface Visitor {
        /** Called at each start tag inside the body; may read on with the reader, up to the end of that element. */
        void element(ReplyReader reader, String namespace, String name) throws NotSoapException;
    }

    /**
     * Reads the whole answer.
     *
     * @param requestId  of the request; an answer that relates to another one is refused
     * @return the fault, where it is one; then the visitor saw nothing
     */
    public static Optional<Fault> read(byte[] answer, String requestId, Visitor visitor) throws NotSoapException {
        return read(answer, List.of(), requestId, visitor);
    }

    /** The same for an answer that is Base64 for the most part, which the visitor reads by {@link #base64}. */
    public static Optional<Fault> readData(byte[] answer, String requestId, Visitor visitor) throws NotSoapException {
        LongData taken = LongData.of(answer);
        Optional<Fault> fault = read(taken.rest(), taken.data(), requestId, visitor);
        return fault.isPresent() && !taken.data().isEmpty() ? read(answer, requestId, visitor) : fault;
    }

    private static Optional<Fault> read(byte[] answer, List<byte[]> data, String requestId, Visitor visitor) throws NotSoapException {
        XMLStreamReader xml = null;
        try {
            xml = ClosedXml.inPieces(text(answer));
            return new ReplyReader(xml, data).read(requestId, visitor);
        } catch (XMLStreamException e) {
            throw new NotSoapException("is not XML that can be read", e);
        } catch (RuntimeException e) { // the JDK's reader has been seen to throw these on broken input
            throw new NotSoapException("is not XML that can be read", e);
        } finally {
            ClosedXml.close(xml);
        }
    }

    /**
     * UTF-8, or UTF-16 by its first bytes (XML 1.0 appendix F). Decoded here since the JDK's reader writes to the standard
     * error of the program when bytes are broken; these become U+FFFD.
     */
    private static String text(byte[] answer) {
        int first = answer.length < 2 ? 0 : (answer[0] & 0xFF) << 8 | answer[1] & 0xFF;
        Charset charset = switch (first) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
        String text = new String(answer, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Optional<Fault> read(String requestId, Visitor visitor) throws XMLStreamException, NotSoapException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (!xml.hasNext()) {
                throw new NotSoapException("is empty", null);
            }
        }
        if (!at(Names.SOAP, "Envelope")) {
            throw new NotSoapException("is not a SOAP 1.2 envelope but <" + xml.getLocalName() + ">", null);
        }
        boolean inBody = false;
        boolean sawBody = false;
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT && at(Names.SOAP, "Body")) {
                inBody = false;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (!inBody && at(Names.SOAP, "Body")) {
                inBody = true;
                sawBody = true;
            } else if (inBody && at(Names.SOAP, "Fault")) {
                return Optional.of(FaultReader.read(this));
            } else if (inBody) {
                visitor.element(this, xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI(), xml.getLocalName());
            } else if (at(Names.ADDRESSING, "RelatesTo")) {
                String relates = text();
                if (!requestId.isEmpty() && !relates.strip().equalsIgnoreCase(requestId)) {
                    throw new NotSoapException("belongs to another request", null);
                }
            }
        }
        if (!sawBody) {
            throw new NotSoapException("has no body", null);
        }
        return Optional.empty();
    }

    int next() throws XMLStreamException, NotSoapException {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new NotSoapException("is nested too deeply", null);
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new NotSoapException("has a document type or an entity", null);
        }
        return event;
    }

    int depth() {
        return depth;
    }

    boolean at(String namespace, String name) {
        return xml.getLocalName().equals(name) && namespace.equals(xml.getNamespaceURI());
    }

    String name() {
        return xml.getLocalName();
    }

    /** Of the element at hand; empty where it has none of this name in no namespace. */
    public Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name) && (xml.getAttributeNamespace(i) == null || xml.getAttributeNamespace(i).isEmpty())) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Of the event at hand, which is text. */
    String currentText() {
        return xml.getText();
    }

    /** All text within the element at hand, which is read up to its end. */
    public String text() throws NotSoapException {
        StringBuilder text = new StringBuilder();
        characters((chars, offset, length) -> text.append(chars, offset, length));
        return text.toString();
    }

    /** The texts of all elements within the one at hand that hold no other, by path ("Service/Auth/Basic"); read up to its end. */
    public Map<String, String> leaves() throws NotSoapException {
        Map<String, String> leaves = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        try {
            for (int end = depth - 1; depth > end && xml.hasNext(); ) {
                switch (next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.addLast(xml.getLocalName());
                        text.setLength(0);
                        leaf = true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (leaf) {
                            leaves.put(String.join("/", path), text.toString().strip());
                        }
                        path.pollLast();
                        leaf = false;
                    }
                    default -> { }
                }
            }
        } catch (XMLStreamException e) {
            throw new NotSoapException("is not XML that can be read", e);
        }
        return leaves;
    }

    /** All Base64 within the element at hand, decoded; read up to its end. */
    public byte[] base64() throws NotSoapException {
        Base64Text text = new Base64Text();
        StringBuilder mark = new StringBuilder();
        characters((chars, offset, length) -> {
            if (!mark.isEmpty() || length > 0 && chars[offset] == LongData.MARK) {
                mark.append(chars, offset, length); // which may come in pieces, too
            } else {
                text.take(chars, offset, length);
            }
        });
        return mark.isEmpty() ? text.decode() : taken(mark.substring(1));
    }

    private byte[] taken(String number) throws NotSoapException {
        try {
            return data.get(Integer.parseInt(number));
        } catch (NumberFormatException | IndexOutOfBoundsException e) { // a node may send the mark, too
            throw new NotSoapException("holds output that is not Base64", e);
        }
    }

    /** Takes text in pieces, without making a string of it. */
    public interface CharacterSink {
        void take(char[] chars, int offset, int length);
    }

    /** The same for large texts. */
    public void characters(CharacterSink sink) throws NotSoapException {
        try {
            int end = depth - 1;
            while (depth > end && xml.hasNext()) {
                int event = next();
                if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
                    sink.take(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
            }
        } catch (XMLStreamException e) {
            throw new NotSoapException("is not XML that can be read", e);
        }
    }
}
