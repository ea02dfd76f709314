package org.poshremote.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Three floors, arrows only down, and no Eclipse below the workbench bundles. */
final class Floors {
    /** Bundle to floor. The terminal is a door like the workbench, so both stand on the top floor. */
    static final Map<String, Integer> FLOOR = Map.of(
            "org.poshremote.wsman", 0, "org.poshremote.language", 0,
            "org.poshremote.core", 1, "org.poshremote.languageserver", 1, "org.poshremote.demo", 1,
            "org.poshremote.cli", 2, "org.poshremote.ui", 2, "org.poshremote.editor", 2,
            // hands LSP4E what the editor has: its server, its settings, its commands
            "org.poshremote.lsp4e", 3);

    static final Set<String> PLAIN = Set.of("org.poshremote.wsman", "org.poshremote.language", "org.poshremote.core",
            "org.poshremote.languageserver", "org.poshremote.demo", "org.poshremote.cli");

    private Floors() {
    }

    static List<String> violations(List<Bundle> bundles) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (!FLOOR.containsKey(bundle.name())) {
                found.add(bundle.name() + " stands on no floor: give it one in Floors.java");
                continue;
            }
            bundle.mavenDependencies().forEach(other -> arrow(bundle, other, "its pom", found));
            bundle.requiredBundles().forEach(other -> arrow(bundle, other, "Require-Bundle", found));
            bundle.importedPackages().forEach(name -> ownerOf(name).ifPresent(other -> arrow(bundle, other, "Import-Package " + name, found)));
            bundle.references().forEach((type, packages) -> packages
                    .forEach(name -> ownerOf(name).ifPresent(other -> arrow(bundle, other, "class " + type, found))));
            if (PLAIN.contains(bundle.name())) {
                eclipse(bundle, found);
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    private static void arrow(Bundle from, String to, String where, List<String> found) {
        Integer floor = FLOOR.get(to);
        if (floor == null || to.equals(from.name())) {
            return;
        }
        int own = FLOOR.get(from.name());
        if (floor >= own) {
            found.add(from.name() + " -> " + to + " runs " + (floor > own ? "up" : "sideways") + " (" + where + ")");
        }
    }

    private static void eclipse(Bundle bundle, List<String> found) {
        bundle.mavenDependencies().stream().filter(name -> forbidden(bundle, name))
                .forEach(name -> found.add(bundle.name() + " depends on " + name + " (its pom)"));
        bundle.requiredBundles().stream().filter(name -> forbidden(bundle, name))
                .forEach(name -> found.add(bundle.name() + " requires " + name + " (Require-Bundle)"));
        bundle.importedPackages().stream().filter(name -> forbidden(bundle, name))
                .forEach(name -> found.add(bundle.name() + " imports " + name + " (Import-Package)"));
        bundle.references().forEach((type, packages) -> packages.stream().filter(name -> forbidden(bundle, name))
                .forEach(name -> found.add(bundle.name() + " uses " + name + " (class " + type + ")")));
    }

    private static boolean forbidden(Bundle bundle, String name) {
        boolean eclipse = name.equals("org.eclipse") || name.startsWith("org.eclipse.");
        boolean lsp4j = name.equals("org.eclipse.lsp4j") || name.startsWith("org.eclipse.lsp4j.");
        return eclipse && !(lsp4j && bundle.name().equals("org.poshremote.languageserver"));
    }

    /** The bundle of ours that a package belongs to: the longest bundle name that the package begins with. */
    private static Optional<String> ownerOf(String packageName) {
        return FLOOR.keySet().stream()
                .filter(name -> packageName.equals(name) || packageName.startsWith(name + "."))
                .max(Comparator.comparingInt(String::length));
    }
}
