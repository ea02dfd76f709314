package org.poshremote.editor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.target.ScriptTarget;
import org.poshremote.editor.testing.Bench;

/** With LSP4E there, this bundle says nothing to a server, and what needs none stays. */
class StepsAsideTest {
    @AfterEach
    void clear() {
        Bench.clear();
        FakeServer.real();
        assertEquals(List.of(), Bench.log());
    }

    @Test
    void silentAsSoonAsLsp4eIsThere() throws IOException, BundleException {
        Bench.page();
        assertNotNull(Platform.getBundle("org.poshremote.lsp4e"), "the bridge comes with the feature");
        assertTrue(LanguageClients.own());
        FakeServer server = FakeServer.use();
        Bundle lsp4e = EditorPlugin.get().getBundle().getBundleContext().installBundle("lsp4e-stand-in", new ByteArrayInputStream(jar()));
        try {
            assertTrue(LanguageClients.own(), "one that is not resolved does not work");
            lsp4e.start();
            assertFalse(LanguageClients.own());
            IFile file = Bench.file("aside.ps1", "function Get-Thing { gci }\n");
            ITextEditor editor = Bench.open(file);
            assertNotNull(Bench.styleOf(editor, "function"), "colours by the characters stay");
            ScriptTarget.set(file, Optional.of("web01"));
            Bench.wait(1_000);
            assertEquals(Optional.of("web01"), LanguageClients.targetOf(file));
            assertTrue(LanguageClients.settings().toString().contains("web01"), "what the bridge hands on");
            assertTrue(OpenScripts.in(editor).isEmpty());
            assertEquals(0, server.starts);
            assertEquals(List.of(), Bench.markers(file, "org.poshremote.editor.problem"));
            assertEquals(Optional.empty(), Optional.ofNullable(editor.getAdapter(IContentOutlinePage.class)).filter(page -> page.getClass().getName().startsWith("org.poshremote")));
        } finally {
            lsp4e.uninstall();
        }
        assertTrue(LanguageClients.own());
    }

    private static byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.eclipse.lsp4e");
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }
}
