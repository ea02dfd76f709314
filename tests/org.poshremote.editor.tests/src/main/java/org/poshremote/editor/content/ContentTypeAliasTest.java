package org.poshremote.editor.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentTypeManager;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.testing.Bench;

/** One kind of PowerShell files, whether or not somebody else declares TM4E's. */
class ContentTypeAliasTest {
    private static final String OURS = "org.poshremote.editor.powershell";
    private static final String THEIRS = "org.eclipse.tm4e.language_pack.powershell";

    @Test
    void theirTypeCountsWhereItIsDeclared() throws IOException, BundleException {
        IContentTypeManager types = Platform.getContentTypeManager();
        assertEquals(OURS, types.findContentTypeFor("a.ps1").getId());
        Bundle bundle = EditorPlugin.get().getBundle().getBundleContext().installBundle("other-powershell", new ByteArrayInputStream(jar()));
        try {
            bundle.start();
            Bench.until("declared", () -> types.findContentTypeFor("a.ps1").getId().equals(THEIRS));
            assertNull(types.getContentType(OURS), "the platform takes ours away, which is why everything is registered for both");
            assertTrue(types.findContentTypeFor("a.pssc").isKindOf(types.getContentType(THEIRS)));
        } finally {
            bundle.uninstall();
        }
        Bench.until("gone", () -> types.findContentTypeFor("a.ps1").getId().equals(OURS));
    }

    @Test
    void everythingIsRegisteredForBoth() {
        Map<String, Set<String>> registered = new TreeMap<>();
        for (IExtension extension : Platform.getExtensionRegistry().getExtensions(EditorPlugin.ID)) {
            for (IConfigurationElement element : extension.getConfigurationElements()) {
                String type = Optional.ofNullable(element.getAttribute("contentType")).orElse(element.getAttribute("contentTypeId"));
                if (type != null) {
                    String what = extension.getExtensionPointUniqueIdentifier() + ' ' + element.getName() + ' ' + Optional.ofNullable(element.getAttribute("class")).orElse("");
                    registered.computeIfAbsent(what, key -> new TreeSet<>()).add(type);
                }
            }
        }
        assertTrue(registered.size() >= 11, registered::toString);
        registered.forEach((what, ids) -> assertEquals(Set.of(OURS, THEIRS), ids, what));
    }

    private static byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "other.powershell;singleton:=true");
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("plugin.xml"));
            jar.write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <?eclipse version="3.4"?>
                <plugin>
                  <extension point="org.eclipse.core.contenttype.contentTypes">
                    <content-type id="%s" name="PowerShell" base-type="org.eclipse.core.runtime.text" file-extensions="ps1,psm1,psd1" priority="normal"/>
                  </extension>
                </plugin>
                """.formatted(THEIRS).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
