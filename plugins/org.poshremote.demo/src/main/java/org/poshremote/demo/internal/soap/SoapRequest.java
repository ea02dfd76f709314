package org.poshremote.demo.internal.soap;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.poshremote.wsman.soap.Names;

/**
 * A request's envelope, its headers checked as MS-WSMV 3.1.4.1 asks.
 *
 * @param messageId        empty for Identify
 * @param operationTimeout what the client asked for, not yet held against the service's bounds
 * @param options          names in upper case
 */
public record SoapRequest(String action, String resourceUri, String messageId, Optional<Duration> operationTimeout,
        OptionalInt maxEnvelopeSize, Map<String, String> options, Map<String, String> selectors, Element body) {
    private static final Set<String> UNDERSTOOD = Set.of("{" + Names.ADDRESSING + "}Action", "{" + Names.ADDRESSING + "}To",
            "{" + Names.ADDRESSING + "}MessageID", "{" + Names.ADDRESSING + "}ReplyTo", "{" + Names.ADDRESSING + "}From",
            "{" + Names.ADDRESSING + "}FaultTo", "{" + Names.ADDRESSING + "}RelatesTo", "{" + Names.WSMAN + "}ResourceURI",
            "{" + Names.WSMAN + "}OperationTimeout", "{" + Names.WSMAN + "}MaxEnvelopeSize", "{" + Names.WSMAN + "}OptionSet",
            "{" + Names.WSMAN + "}SelectorSet", "{" + Names.WSMAN + "}Locale", "{" + Names.WSMV + "}DataLocale", "{" + Names.WSMV + "}SessionId",
            "{" + Names.WSMV + "}OperationID", "{" + Names.WSMV + "}SequenceId", "{" + Names.WSMV + "}ActivityId", "{" + Names.SHELL + "}CompressionType");

    public boolean identify() {
        return action.isEmpty();
    }

    /** For the log: {@code Identify}, or the last part of the action. */
    public String operation() {
        return identify() ? "Identify" : action.substring(action.lastIndexOf('/') + 1);
    }

    /** The id of a request that cannot be used otherwise, so that its fault can still be related to it. */
    public static String messageIdOf(Element envelope) {
        return envelope.child(Names.SOAP, "Header").flatMap(h -> h.childText(Names.ADDRESSING, "MessageID")).orElse("");
    }

    public static SoapRequest of(Element envelope) throws FaultException {
        if (!envelope.is(Names.SOAP, "Envelope")) {
            throw Faults.schemaValidation("no SOAP 1.2 envelope");
        }
        Element body = envelope.child(Names.SOAP, "Body").orElseThrow(() -> Faults.schemaValidation("no Body"));
        if (body.child(Names.IDENTITY, "Identify").isPresent()) {
            return new SoapRequest("", "", "", Optional.empty(), OptionalInt.empty(), Map.of(), Map.of(), body);
        }
        Element header = envelope.child(Names.SOAP, "Header").orElseThrow(() -> Faults.headerRequired("Action"));
        for (Element e : header.children()) {
            checkUnderstood(e);
        }
        String action = required(header, Names.ADDRESSING, "Action");
        required(header, Names.ADDRESSING, "To");
        String messageId = required(header, Names.ADDRESSING, "MessageID");
        header.child(Names.ADDRESSING, "ReplyTo").orElseThrow(() -> Faults.headerRequired("ReplyTo"));
        return new SoapRequest(action, required(header, Names.WSMAN, "ResourceURI"), messageId, timeout(header), envelopeSize(header),
                named(header, "OptionSet", "Option", true), named(header, "SelectorSet", "Selector", false), body);
    }

    private static void checkUnderstood(Element header) throws FaultException {
        String must = header.attribute("{" + Names.SOAP + "}mustUnderstand").orElse("false");
        if (!must.equals("true") && !must.equals("1")) {
            return;
        }
        if (header.is(Names.WSMAN, "Locale")) {
            throw Faults.localeMustNotBeUnderstood();
        }
        if (!UNDERSTOOD.contains("{" + header.namespace() + "}" + header.name())) {
            throw Faults.notUnderstood(header.name());
        }
    }

    private static String required(Element header, String namespace, String name) throws FaultException {
        return header.childText(namespace, name).filter(t -> !t.isEmpty()).orElseThrow(() -> Faults.headerRequired(name));
    }

    private static Optional<Duration> timeout(Element header) throws FaultException {
        Optional<String> text = header.childText(Names.WSMAN, "OperationTimeout");
        return text.isEmpty() ? Optional.empty() : Optional.of(WsDuration.parse(text.get()).orElseThrow(Faults::invalidTimeout));
    }

    private static OptionalInt envelopeSize(Element header) throws FaultException {
        Optional<String> text = header.childText(Names.WSMAN, "MaxEnvelopeSize");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("\\d{1,10}")) {
            throw Faults.schemaValidation("MaxEnvelopeSize");
        }
        long size = Long.parseLong(text.get());
        if (size < 8192) {
            throw Faults.envelopeTooSmall();
        }
        return OptionalInt.of((int) Math.min(size, Integer.MAX_VALUE));
    }

    private static Map<String, String> named(Element header, String set, String item, boolean upperCase) throws FaultException {
        Map<String, String> values = new HashMap<>();
        for (Element e : header.child(Names.WSMAN, set).map(s -> s.children(Names.WSMAN, item)).orElse(List.of())) {
            String name = e.attribute("Name").orElseThrow(() -> Faults.schemaValidation(item + " without a name"));
            values.put(upperCase ? name.toUpperCase(Locale.ROOT) : name, e.text().strip());
        }
        return Map.copyOf(values);
    }
}
