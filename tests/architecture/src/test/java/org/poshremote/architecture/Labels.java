package org.poshremote.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Every label in a plugin.xml is a %key that plugin.properties holds. */
final class Labels {
    private static final Set<String> LABEL_ATTRIBUTES = Set.of("label", "title", "description", "tooltip", "menubarPath-label",
            "localizedName", "fullName", "categoryName");
    /** "name" is a label on some elements and an identifier on others. */
    private static final Set<String> NAME_IS_LABEL = Set.of("view", "category", "command", "commandParameter", "perspective", "page",
            "launchConfigurationType", "context", "scheme", "wizard", "content-type", "editor", "cheatsheet", "decorator", "nature");

    private Labels() {
    }

    static List<String> violations(String file, Document pluginXml, Properties keys) {
        List<String> found = new ArrayList<>();
        NodeList all = pluginXml.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                Node attribute = element.getAttributes().item(a);
                boolean label = LABEL_ATTRIBUTES.contains(attribute.getNodeName())
                        || attribute.getNodeName().equals("name") && NAME_IS_LABEL.contains(element.getTagName());
                if (label) {
                    check(file, element.getTagName() + "@" + attribute.getNodeName(), attribute.getNodeValue(), keys, found);
                }
            }
            if (element.getTagName().equals("description") || element.getTagName().equals("keywordLabel")) {
                check(file, element.getTagName(), element.getTextContent().trim(), keys, found);
            }
        }
        return found;
    }

    private static void check(String file, String where, String value, Properties keys, List<String> found) {
        if (value.isBlank()) {
            return;
        }
        if (!value.startsWith("%")) {
            found.add(file + ": " + where + " is not externalised: \"" + value + "\"");
        } else if (!keys.containsKey(value.substring(1))) {
            found.add(file + ": " + where + " names a key that plugin.properties lacks: " + value);
        }
    }
}
