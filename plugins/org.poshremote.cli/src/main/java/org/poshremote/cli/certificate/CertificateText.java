package org.poshremote.cli.certificate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.util.List;
import org.poshremote.cli.terminal.ControlSequenceFilter;
import org.poshremote.core.certificate.CertificateDetails;
import org.poshremote.core.certificate.NodeCertificate;
import org.poshremote.core.certificate.Objection;
import org.poshremote.core.certificate.Objections;

/** A node's certificate for people, and as JSON. */
final class CertificateText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CertificateText() {
    }

    /** @param filtered whether a terminal reads it, to which names of the node's making must not speak */
    static String of(NodeCertificate found, boolean filtered) {
        StringBuilder text = new StringBuilder();
        line(text, found.target().address() + ", " + found.protocol() + " with " + found.cipherSuite());
        line(text, found.trustWords());
        for (Objection objection : found.objections()) {
            line(text, "  - " + objection.words());
        }
        int number = 0;
        for (X509Certificate certificate : found.chain()) {
            line(text, "");
            line(text, number++ == 0 ? "Certificate of the node" : "Its authority, as sent along");
            certificate(text, CertificateDetails.of(certificate));
        }
        return filtered ? new ControlSequenceFilter().filter(text.toString()) : text.toString();
    }

    private static void certificate(StringBuilder text, CertificateDetails details) {
        field(text, "Subject", details.subject());
        field(text, "Issuer", details.selfSigned() ? "itself" : details.issuer());
        field(text, "Names", details.names().isEmpty() ? "none" : String.join(", ", details.names()));
        field(text, "Valid", Objections.day(details.from()) + " to " + Objections.day(details.until()));
        field(text, "Key", details.key() + "; signed by " + details.signature());
        field(text, "Key usage", details.keyUsage().isEmpty() ? "not limited" : String.join(", ", details.keyUsage()));
        field(text, "Purposes", details.purposes().isEmpty() ? "not limited" : String.join(", ", details.purposes()));
        field(text, "Authority", details.authority() ? "yes" : "no");
        field(text, "SHA-256", details.fingerprint());
        field(text, "SHA-1", details.thumbprint() + " (Windows' thumbprint)");
    }

    private static void field(StringBuilder text, String name, String value) {
        line(text, String.format("  %-10s %s", name, value));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }

    static String json(NodeCertificate found) {
        ObjectNode root = JSON.createObjectNode();
        root.put("address", found.target().address());
        root.put("protocol", found.protocol());
        root.put("cipherSuite", found.cipherSuite());
        root.put("trusted", found.refusal().isEmpty() && !found.target().unverified());
        root.put("trust", found.trustWords());
        ArrayNode objections = root.putArray("objections");
        found.objections().forEach(objection -> objections.addObject().put("kind", objection.kind()).put("words", objection.words()));
        ArrayNode chain = root.putArray("chain");
        found.chain().forEach(certificate -> certificate(chain.addObject(), CertificateDetails.of(certificate)));
        return root.toString();
    }

    private static void certificate(ObjectNode node, CertificateDetails details) {
        node.put("subject", details.subject()).put("issuer", details.issuer()).put("serial", details.serial());
        strings(node, "names", details.names());
        node.put("from", details.from().toString()).put("until", details.until().toString()).put("key", details.key()).put("signature", details.signature());
        strings(node, "keyUsage", details.keyUsage());
        strings(node, "purposes", details.purposes());
        node.put("authority", details.authority()).put("selfSigned", details.selfSigned()).put("sha256", details.sha256()).put("thumbprint", details.thumbprint());
    }

    private static void strings(ObjectNode node, String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }
}
