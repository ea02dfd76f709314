package org.poshremote.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs the update site into an Eclipse that knows nothing of PoshRemote, starts that and runs a script with it. */
class UpdateSiteTest {
    private static final Path ROOT = Path.of(System.getProperty("poshremote.root", "../..")).toAbsolutePath().normalize();
    private static final Path PRODUCT = ROOT.resolve("product/target/products/org.poshremote.product/linux/gtk/x86_64");
    private static final String FEATURE = "org.poshremote.feature.feature.group";

    @TempDir
    Path folder;
    private Ide ide;

    @BeforeEach
    void plainEclipse() throws IOException, InterruptedException {
        assertTrue(Files.isDirectory(PRODUCT), PRODUCT + " is not there: run the whole build from the root");
        ide = Ide.copyOf(PRODUCT, folder.resolve("ide"));
        Ide.Ended ended = ide.director("-uninstallIU", FEATURE);
        assertEquals(0, ended.exitCode(), ended.output());
        assertEquals(List.of(), ide.bundles().stream().filter(name -> name.startsWith("org.poshremote")).toList());
    }

    @Test
    void installsAndStartsWithACleanLog() throws IOException, InterruptedException {
        Ide.Ended installed = ide.director("-repository", "jar:" + site().toUri() + "!/", "-installIU", FEATURE);
        assertEquals(0, installed.exitCode(), installed.output());
        assertTrue(ide.bundles().containsAll(List.of("org.poshremote.ui", "org.poshremote.lsp4e", "org.poshremote.core", "org.poshremote.wsman")), ide.bundles()::toString);

        Path workspace = folder.resolve("workspace");
        Path picture = folder.resolve("picture.png");
        Path configuration = folder.resolve("config");
        Ide.Ended started = ide.java(List.of("-Dposhremote.examples=" + ROOT.resolve("examples"), "-Dposhremote.screenshot=" + picture,
                "-Duser.home=" + configuration), List.of("-data", workspace.toString()));
        assertEquals(0, started.exitCode(), started.output());
        assertTrue(started.output().contains("# Exit code 0"), started.output());
        assertTrue(Files.size(picture) > 10_000, "a picture of the workbench after a run");
        assertEquals(List.of(), warnings(workspace.resolve(".metadata/.log")));
        assertFalse(targets(configuration).contains("demo"), "the demo node's target goes with it");
    }

    private static Path site() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("update-site/target"))) {
            return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
        }
    }

    private static List<String> warnings(Path log) throws IOException {
        return !Files.exists(log) ? List.of()
                : Arrays.stream(Files.readString(log).split("(?m)^!ENTRY ")).filter(entry -> entry.matches("(?s)\\S+ [248] .*")).toList();
    }

    private static String targets(Path home) throws IOException {
        Path file = home.resolve(".config/poshremote/targets.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
