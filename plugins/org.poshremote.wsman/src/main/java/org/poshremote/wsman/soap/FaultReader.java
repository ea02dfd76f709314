package org.poshremote.wsman.soap;

import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.poshremote.wsman.Fault;
import org.poshremote.wsman.Fault.ProviderFault;
import org.poshremote.wsman.soap.ReplyReader.NotSoapException;

/** Reads the Fault element of an answer (SOAP 1.2 part 1, 5.4; MS-WSMV 2.2.4.43). */
final class FaultReader {
    private final ReplyReader reader;
    private String soapCode = "";
    private String subcode = "";
    private String reason = "";
    private String message = "";
    private String machine = "";
    private long code;
    private boolean codeSeen;
    private Optional<ProviderFault> provider = Optional.empty();
    private OptionalLong providerCode = OptionalLong.empty();

    private FaultReader(ReplyReader reader) {
        this.reader = reader;
    }

    /** The reader stands at the start of Fault, and stands at its end afterwards. */
    static Fault read(ReplyReader reader) throws NotSoapException {
        try {
            return new FaultReader(reader).read();
        } catch (XMLStreamException e) {
            throw new NotSoapException("is a fault that cannot be read", e);
        }
    }

    private Fault read() throws XMLStreamException, NotSoapException {
        int outside = reader.depth() - 1;
        while (reader.depth() > outside) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                element();
            }
        }
        String text = message.isBlank() ? reason : message;
        return new Fault(code, soapCode, subcode, text.strip(), machine, provider, providerCode);
    }

    private void element() throws XMLStreamException, NotSoapException {
        switch (reader.name()) {
            case "Value" -> value(local(reader.text()));
            case "Text" -> reason = reader.text();
            case "WSManFault" -> {
                if (!codeSeen) { // the outer one counts; a provider may wrap another
                    codeSeen = true;
                    code = number(reader.attribute("Code")).orElse(0);
                    machine = reader.attribute("Machine").orElse("");
                } else {
                    providerCode = number(reader.attribute("Code"));
                }
            }
            case "ProviderFault" -> providerFault();
            case "Message" -> wsmanMessage();
            case "MSFT_WmiError" -> wmiError();
            default -> { }
        }
    }

    private void value(String local) {
        if (soapCode.isEmpty()) {
            soapCode = local;
        } else if (subcode.isEmpty()) {
            subcode = local;
        }
    }

    /** Mixed content: text, or elements such as ProviderFault, which are then read on their own. */
    private void wsmanMessage() throws XMLStreamException, NotSoapException {
        int outside = reader.depth() - 1;
        StringBuilder text = new StringBuilder();
        while (reader.depth() > outside) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> element();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.currentText());
                default -> { }
            }
        }
        if (message.isBlank()) {
            message = text.toString();
        }
    }

    private void providerFault() throws XMLStreamException, NotSoapException {
        String name = reader.attribute("provider").orElse("");
        String path = reader.attribute("path").orElse("");
        int outside = reader.depth() - 1;
        StringBuilder text = new StringBuilder();
        while (reader.depth() > outside) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (reader.name().equals("WSManFault") || reader.name().equals("MSFT_WmiError")) {
                        nestedFault(text);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.currentText());
                default -> { }
            }
        }
        provider = Optional.of(new ProviderFault(name, path, text.toString().strip()));
    }

    private void nestedFault(StringBuilder text) throws NotSoapException {
        number(reader.attribute("Code")).ifPresent(number -> providerCode = OptionalLong.of(number));
        text.append(reader.text());
    }

    private void wmiError() throws XMLStreamException, NotSoapException {
        int outside = reader.depth() - 1;
        while (reader.depth() > outside) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.name()) {
                    case "error_Code" -> providerCode = number(Optional.of(reader.text()));
                    case "Message" -> {
                        String text = reader.text();
                        if (message.isBlank()) {
                            message = text;
                        }
                    }
                    default -> { }
                }
            }
        }
        if (!codeSeen && providerCode.isPresent()) {
            codeSeen = true;
            code = providerCode.getAsLong();
        }
    }

    private static String local(String qualifiedName) {
        String stripped = qualifiedName.strip();
        return stripped.substring(stripped.indexOf(':') + 1);
    }

    /** Unsigned 32 bit, as some services write the code as a negative number. */
    private static OptionalLong number(Optional<String> text) {
        try {
            return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get().strip()) & 0xFFFFFFFFL) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
