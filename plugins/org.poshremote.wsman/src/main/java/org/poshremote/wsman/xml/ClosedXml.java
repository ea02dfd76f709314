package org.poshremote.wsman.xml;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Readers for XML that comes from a node: no document type, no entity but the five of XML itself, nothing fetched from anywhere. */
public final class ClosedXml {
    private static final XMLInputFactory PIECES = factory(false);
    private static final XMLInputFactory WHOLE_TEXTS = factory(true);

    private ClosedXml() {
    }

    private static XMLInputFactory factory(boolean coalescing) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, coalescing);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it names an external entity");
        });
        return factory;
    }

    /** Long texts come in several pieces. The JDK's reader may throw a RuntimeException on broken input, too. */
    public static XMLStreamReader inPieces(String xml) throws XMLStreamException {
        return reader(PIECES, xml);
    }

    /** The text between two tags comes as one. The JDK's reader may throw a RuntimeException on broken input, too. */
    public static XMLStreamReader inWholeTexts(String xml) throws XMLStreamException {
        return reader(WHOLE_TEXTS, xml);
    }

    private static XMLStreamReader reader(XMLInputFactory factory, String xml) throws XMLStreamException {
        synchronized (factory) { // the JDK's factory keeps a reader for itself while it makes one
            return factory.createXMLStreamReader(new StringReader(xml));
        }
    }

    public static void close(XMLStreamReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // nothing is held
        }
    }
}
