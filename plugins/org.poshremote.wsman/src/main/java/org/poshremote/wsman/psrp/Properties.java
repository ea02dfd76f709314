package org.poshremote.wsman.psrp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.poshremote.wsman.clixml.EscapedText;
import org.poshremote.wsman.xml.ClosedXml;

/** The simple values of an object in CLIXML: its properties by name, and the entries of dictionaries in it by key (MS-PSRP 2.2.5). */
final class Properties {
    private static final int DEEPEST = 64;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Properties() {
    }

    /** The first of that name, at any depth. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    static Properties read(String xml) throws MalformedPsrpException {
        XMLStreamReader reader = null;
        try {
            reader = ClosedXml.inWholeTexts(xml);
            Properties properties = new Properties();
            properties.read(reader);
            return properties;
        } catch (XMLStreamException | RuntimeException e) { // the JDK's reader throws both on broken input
            throw new MalformedPsrpException("a message holds no object that can be read");
        } finally {
            ClosedXml.close(reader);
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException, MalformedPsrpException {
        String name = null;
        String key = null;
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new MalformedPsrpException("a message is nested too deeply");
                    }
                    name = reader.getAttributeValue(null, "N");
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (name != null) { // it had no child: a simple value
                        String value = EscapedText.decode(text.toString());
                        if (name.equals("Key")) {
                            key = value;
                        } else {
                            values.putIfAbsent(name.equals("Value") && key != null ? key : name, value);
                        }
                    }
                    name = null;
                    text.setLength(0);
                }
                default -> { }
            }
        }
    }
}
