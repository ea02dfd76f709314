package org.poshremote.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checks, on what this build made. */
class ArchitectureTest {
    private static final List<String> CLIENT = List.of("server", "document", "problems", "completion", "hover", "outline", "declaration", "occurrences", "folding",
            "lens", "rename", "format", "text", "coloring/SemanticColors.java", "coloring/ScriptColoring.java");

    @Test
    void arrowsRunDownAndPlainBundlesKnowNoEclipse() throws IOException {
        List<Bundle> bundles = BuiltBundles.read();
        assertTrue(bundles.size() >= Floors.PLAIN.size(), "bundles found: " + bundles.size());
        assertEquals(List.of(), Floors.violations(bundles));
    }

    @Test
    void versionsOfTargetAndPomsAgree() {
        assertEquals(List.of(), Versions.violations(Xml.read(BuiltBundles.ROOT.resolve("targets/platform/platform.target")),
                Xml.read(BuiltBundles.ROOT.resolve("pom.xml"))));
    }

    @Test
    void labelsAreExternalised() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : BuiltBundles.folders()) {
            if (Files.exists(folder.resolve("plugin.xml"))) {
                Properties keys = new Properties();
                try (Reader in = Files.newBufferedReader(folder.resolve("plugin.properties"))) {
                    keys.load(in);
                }
                found.addAll(Labels.violations(folder.getFileName() + "/plugin.xml", Xml.read(folder.resolve("plugin.xml")), keys));
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void nothingWaitsInTheUiThread() throws IOException {
        Map<String, ClassFile> classes = new HashMap<>();
        for (String bundle : List.of("org.poshremote.ui", "org.poshremote.editor")) {
            classes.putAll(BuiltBundles.classFiles(BuiltBundles.ROOT.resolve("plugins/" + bundle + "/target/classes")));
        }
        assertEquals(List.of(), Waits.violations(classes, Waits.ALLOWED.keySet()));
        Set<String> useless = new TreeSet<>(Waits.ALLOWED.keySet());
        useless.removeIf(type -> !Waits.violations(Map.of(type, classes.getOrDefault(type, new ClassFile(Set.of(), Set.of()))), Set.of()).isEmpty());
        assertEquals(Set.of(), useless, "allowed to wait, but do not");
    }

    /** The editor's own LSP client is the bridge for those without LSP4E, and is to stay one. Imports and empty lines aside. */
    @Test
    void theClientStaysSmall() throws IOException {
        Path editor = BuiltBundles.ROOT.resolve("plugins/org.poshremote.editor/src/main/java/org/poshremote/editor");
        long lines = 0;
        for (String feature : CLIENT) {
            try (Stream<Path> files = Files.walk(editor.resolve(feature))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    lines += Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ")).count();
                }
            }
        }
        assertTrue(lines > 1_000 && lines <= 3_000, "lines of the client: " + lines);
    }
}
