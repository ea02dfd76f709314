package org.poshremote.core.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.poshremote.core.codepage.CodePageChoice;

/** Writes a target file for people: one property a line, a fixed order, defaults left out, unknown properties last. */
final class TargetFileWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TargetFileWriter() {
    }

    static byte[] write(TargetFile file) {
        ObjectNode root = JSON.createObjectNode();
        if (file.unknown().containsKey("$schema")) {
            root.set("$schema", file.unknown().get("$schema"));
        }
        root.put("version", TargetFileReader.VERSION);
        ArrayNode targets = root.putArray("targets");
        file.entries().forEach(entry -> {
            ObjectNode node = node(entry.target());
            entry.unknown().forEach(node::set);
            targets.add(node);
        });
        file.unknown().forEach((name, value) -> {
            if (!name.equals("$schema")) {
                root.set(name, value);
            }
        });
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            return (JSON.writer(printer).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can be written", e);
        }
    }

    private static ObjectNode node(Target target) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", target.name());
        text(node, "group", target.group());
        node.put("host", target.host());
        if (target.ssh()) {
            node.put("transport", target.transport().id());
        }
        if (target.port() != target.usualPort()) {
            node.put("port", target.port());
        }
        flag(node, "https", target.https());
        if (!target.path().equals(Target.DEFAULT_PATH)) {
            node.put("path", target.path());
        }
        if (target.kind() != TargetKind.AUTOMATIC) {
            node.put("kind", target.kind().id());
        }
        text(node, "user", target.user());
        if (target.authentication() != AuthenticationChoice.AUTOMATIC) {
            node.put("authentication", target.authentication().id());
        }
        switch (target.trust()) {
            case TrustChoice.SystemTrust system -> {
            }
            case TrustChoice.CaFile ca -> node.putObject("trust").put("caFile", ca.path());
            case TrustChoice.Pinned pin -> node.putObject("trust").put("pinned", pin.sha256());
            case TrustChoice.Unverified none -> node.put("trust", "none");
        }
        flag(node, "allowUnencrypted", target.allowUnencrypted());
        if (target.codePage() instanceof CodePageChoice.Fixed fixed) {
            node.put("codePage", fixed.number());
        }
        flag(node, "protected", target.protectedTarget());
        text(node, "notes", target.notes());
        if (target.proxy() != ProxyChoice.NONE) {
            node.put("proxy", target.proxy().toString());
        }
        target.jumpHost().ifPresent(value -> node.put("jumpHost", value.toString()));
        if (!target.kerberos().equals(KerberosChoice.DEFAULT)) {
            kerberos(node.putObject("kerberos"), target.kerberos());
        }
        target.certificate().ifPresent(certificate -> certificate(node.putObject("clientCertificate"), certificate));
        return node;
    }

    private static void certificate(ObjectNode node, CertificateChoice choice) {
        switch (choice) {
            case CertificateChoice.InFile file -> {
                node.put("file", file.file());
                file.keyFile().ifPresent(key -> node.put("keyFile", key));
            }
            case CertificateChoice.InStore store -> node.put("store", store.which());
        }
    }

    private static void kerberos(ObjectNode node, KerberosChoice choice) {
        if (!choice.serviceClass().equals(KerberosChoice.DEFAULT.serviceClass())) {
            node.put("serviceClass", choice.serviceClass());
        }
        choice.serviceHost().ifPresent(value -> node.put("serviceHost", value));
        flag(node, "portInName", choice.portInName());
        flag(node, "delegate", choice.delegate());
        choice.keytab().ifPresent(value -> node.put("keytab", value));
    }

    private static void text(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void flag(ObjectNode node, String name, boolean value) {
        if (value) {
            node.put(name, true);
        }
    }
}
