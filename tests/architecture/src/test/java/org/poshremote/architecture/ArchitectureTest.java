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
import org.junit.jupiter.api.Test;

/** The checks, on what this build made. */
class ArchitectureTest {
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
}
