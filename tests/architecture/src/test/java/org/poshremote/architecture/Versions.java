package org.poshremote.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The libraries come into Eclipse by the target definition and onto the class path by the poms: with one version. */
final class Versions {
    /** Artifacts of the target that follow a property of the root pom. */
    private static final Map<String, String> PROPERTY = Map.of(
            "jackson-databind", "jackson.version", "jackson-core", "jackson.version",
            "jsch", "jsch.version", "gson", "gson.version",
            "org.eclipse.lsp4j", "lsp4j.version", "org.eclipse.lsp4j.jsonrpc", "lsp4j.version",
            "junit-jupiter-api", "junit.version", "junit-jupiter-engine", "junit.version");

    private Versions() {
    }

    static List<String> violations(Document target, Document rootPom) {
        Map<String, String> properties = new TreeMap<>();
        NodeList all = rootPom.getElementsByTagName("properties").item(0).getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element property) {
                properties.put(property.getTagName(), property.getTextContent().trim());
            }
        }
        Map<String, String> inTarget = new TreeMap<>();
        List<String> found = new ArrayList<>();
        NodeList dependencies = target.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            String artifact = Xml.child(dependency, "artifactId");
            String version = Xml.child(dependency, "version");
            if (inTarget.put(artifact, version) != null) {
                found.add(artifact + " is twice in the target definition");
            }
            if (version.contains("[") || version.contains("(") || version.contains("SNAPSHOT") || version.contains("LATEST")) {
                found.add(artifact + " is not pinned in the target definition: " + version);
            }
        }
        new TreeMap<>(PROPERTY).forEach((artifact, property) -> {
            String wanted = properties.get(property);
            String is = inTarget.get(artifact);
            if (wanted == null) {
                found.add("the root pom has no property " + property);
            } else if (is == null) {
                found.add(artifact + " is missing in the target definition");
            } else if (!wanted.equals(is)) {
                found.add(artifact + " is " + is + " in the target definition and " + wanted + " in the root pom");
            }
        });
        return found;
    }
}
