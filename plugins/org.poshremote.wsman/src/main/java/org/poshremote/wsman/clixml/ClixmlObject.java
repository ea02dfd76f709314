package org.poshremote.wsman.clixml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.poshremote.wsman.xml.ClosedXml;

/** Reads one object of a CLIXML document, of which it needs the stream, the text, and the fields of a progress record. */
final class ClixmlObject {
    private ClixmlObject() {
    }

    /** @return empty where it is no XML that can be read */
    static Optional<ClixmlItem> read(String element) {
        XMLStreamReader xml = null;
        try {
            xml = ClosedXml.inWholeTexts(element);
            return Optional.of(read(xml));
        } catch (XMLStreamException | RuntimeException e) { // the JDK's reader throws both on broken input
            return Optional.empty();
        } finally {
            ClosedXml.close(xml);
        }
    }

    private static ClixmlItem read(XMLStreamReader xml) throws XMLStreamException {
        xml.nextTag();
        String stream = Optional.ofNullable(xml.getAttributeValue(null, "S")).orElse("").toLowerCase(Locale.ROOT);
        StringBuilder all = new StringBuilder();
        StringBuilder current = new StringBuilder();
        Map<String, String> fields = new HashMap<>();
        boolean progress = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    current.setLength(0);
                    progress |= xml.getLocalName().equals("PR");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    current.append(xml.getText());
                    all.append(xml.getText());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    fields.putIfAbsent(xml.getLocalName(), EscapedText.decode(current.toString()));
                    current.setLength(0);
                }
                default -> { }
            }
        }
        if (progress) {
            return progress(fields);
        }
        // an object's own words, where it has any, say more than all its properties in a row
        return item(stream, fields.containsKey("ToString") ? fields.get("ToString") : EscapedText.decode(all.toString()));
    }

    private static ClixmlItem item(String stream, String text) {
        return switch (stream) {
            case "error" -> new ClixmlItem.ErrorText(text);
            case "warning" -> new ClixmlItem.Warning(text);
            case "verbose" -> new ClixmlItem.Verbose(text);
            case "debug" -> new ClixmlItem.Debug(text);
            case "information" -> new ClixmlItem.Information(text);
            default -> new ClixmlItem.PlainText(text);
        };
    }

    private static ClixmlItem progress(Map<String, String> fields) {
        OptionalInt percent = number(fields.get("PC"));
        return new ClixmlItem.Progress(fields.getOrDefault("AV", ""), fields.getOrDefault("SD", "").strip(),
            percent.isPresent() && percent.getAsInt() <= 100 ? percent : OptionalInt.empty(), number(fields.get("SR")),
            fields.getOrDefault("T", "").equalsIgnoreCase("Completed"));
    }

    /** -1 stands for not known. */
    private static OptionalInt number(String text) {
        try {
            int number = Integer.parseInt(text == null ? "-1" : text.strip());
            return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
