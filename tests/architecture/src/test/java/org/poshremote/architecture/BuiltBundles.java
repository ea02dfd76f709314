package org.poshremote.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the bundles that this build made: pom, manifest and class files. */
final class BuiltBundles {
    static final Path ROOT = Path.of(System.getProperty("poshremote.root", "../..")).toAbsolutePath().normalize();

    private BuiltBundles() {
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(ROOT.resolve("plugins"))) {
            return all.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
        }
    }

    static List<Bundle> read() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path folder : folders()) {
            Path classes = folder.resolve("target/classes");
            Path manifest = Files.exists(folder.resolve("META-INF/MANIFEST.MF")) ? folder.resolve("META-INF/MANIFEST.MF")
                    : classes.resolve("META-INF/MANIFEST.MF");
            if (!Files.exists(manifest) || !Files.isDirectory(classes)) {
                throw new IOException(folder + " is not built: the architecture check reads what the whole build made, so run it from the root");
            }
            Manifest headers;
            try (InputStream in = Files.newInputStream(manifest)) {
                headers = new Manifest(in);
            }
            Map<String, Set<String>> references = new TreeMap<>();
            classFiles(classes).forEach((type, file) -> references.put(type, file.packages()));
            bundles.add(new Bundle(folder.getFileName().toString(), mavenDependencies(folder.resolve("pom.xml")),
                    names(headers.getMainAttributes().getValue("Require-Bundle")),
                    names(headers.getMainAttributes().getValue("Import-Package")), references));
        }
        return bundles;
    }

    static Map<String, ClassFile> classFiles(Path classes) throws IOException {
        Map<String, ClassFile> found = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            String name = classes.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
            found.put(name.substring(0, name.length() - ".class".length()), ClassFile.read(Files.readAllBytes(file)));
        }
        return found;
    }

    private static Set<String> mavenDependencies(Path pom) {
        Set<String> names = new TreeSet<>();
        NodeList all = Xml.read(pom).getElementsByTagName("dependency");
        for (int i = 0; i < all.getLength(); i++) {
            Element dependency = (Element) all.item(i);
            if (!Xml.child(dependency, "scope").equals("test")) {
                names.add(Xml.child(dependency, "artifactId"));
            }
        }
        return names;
    }

    /** Names of a manifest header, without attributes and directives. */
    static Set<String> names(String header) {
        Set<String> names = new TreeSet<>();
        if (header == null) {
            return names;
        }
        boolean quoted = false;
        StringBuilder clause = new StringBuilder();
        for (char c : (header + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                names.add(clause.toString().split(";")[0].trim());
                clause.setLength(0);
            } else {
                clause.append(c);
            }
        }
        names.remove("");
        return names;
    }
}
