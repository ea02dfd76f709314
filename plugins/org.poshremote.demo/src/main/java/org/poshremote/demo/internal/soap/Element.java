package org.poshremote.demo.internal.soap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a request.
 *
 * @param attributes by local name; those with a namespace by {@code {namespace}name}
 * @param text       its own text, without that of its children
 */
public record Element(String namespace, String name, Map<String, String> attributes, List<Element> children, String text) {
    public boolean is(String wantedNamespace, String wantedName) {
        return name.equals(wantedName) && namespace.equals(wantedNamespace);
    }

    public Optional<Element> child(String wantedNamespace, String wantedName) {
        return children.stream().filter(c -> c.is(wantedNamespace, wantedName)).findFirst();
    }

    public List<Element> children(String wantedNamespace, String wantedName) {
        return children.stream().filter(c -> c.is(wantedNamespace, wantedName)).toList();
    }

    public Optional<String> childText(String wantedNamespace, String wantedName) {
        return child(wantedNamespace, wantedName).map(e -> e.text().strip());
    }

    /** Unqualified, or qualified by the element's own namespace: a client in Java sends {@code rsp:CommandId}, and Windows takes it. */
    public Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key)).or(() -> Optional.ofNullable(attributes.get("{" + namespace + "}" + key)));
    }
}
