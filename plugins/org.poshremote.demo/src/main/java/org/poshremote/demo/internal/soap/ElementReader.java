package org.poshremote.demo.internal.soap;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into {@link Element}s, without document types and entities and within limits. One thread at a time. */
public final class ElementReader {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_ELEMENTS = 10_000;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private int elements;

    public ElementReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    /** @param contentType of the HTTP request: it may say UTF-16, which MS-WSMV 2.2.1 allows beside UTF-8 */
    public Element read(byte[] xml, String contentType) throws MalformedXmlException {
        elements = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(decoded(xml, contentType)));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new MalformedXmlException("a document type is not allowed");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    Element root = element(reader, 1);
                    while (reader.hasNext()) { // what follows the root must be well-formed too
                        reader.next();
                    }
                    return root;
                }
            }
            throw new MalformedXmlException("no element");
        } catch (XMLStreamException | CharacterCodingException e) {
            throw new MalformedXmlException("not well-formed");
        }
    }

    /** Decoded here, since the JDK's reader prints to standard error what it does not like about an encoding. */
    private static String decoded(byte[] xml, String contentType) throws CharacterCodingException {
        boolean marked = xml.length > 1 && (xml[0] == (byte) 0xFE && xml[1] == (byte) 0xFF || xml[0] == (byte) 0xFF && xml[1] == (byte) 0xFE);
        Charset charset = marked || contentType.toLowerCase(Locale.ROOT).contains("utf-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = charset.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Element element(XMLStreamReader reader, int depth) throws XMLStreamException, MalformedXmlException {
        if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw new MalformedXmlException("too many elements");
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String name = reader.getLocalName();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            String key = space == null || space.isEmpty() ? reader.getAttributeLocalName(i) : "{" + space + "}" + reader.getAttributeLocalName(i);
            attributes.put(key, reader.getAttributeValue(i));
        }
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(namespace, name, Map.copyOf(attributes), List.copyOf(children), text.toString());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new MalformedXmlException("entities are not allowed");
                default -> {
                }
            }
        }
    }
}
