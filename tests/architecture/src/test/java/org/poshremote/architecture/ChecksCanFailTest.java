package org.poshremote.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A check that cannot fail shows nothing, so each is given something wrong. */
class ChecksCanFailTest {
    private static final String CORE = "org.poshremote.core";

    private static Bundle bundle(String name) {
        return new Bundle(name, Set.of(), Set.of(), Set.of(), Map.of());
    }

    private static List<String> floors(Bundle bundle) {
        return Floors.violations(List.of(bundle));
    }

    @Test
    void acceptsArrowsThatRunDown() {
        assertEquals(List.of(), floors(new Bundle("org.poshremote.ui", Set.of(CORE, "jackson-databind"), Set.of("org.eclipse.ui", CORE),
                Set.of("org.poshremote.wsman.http"), Map.of("org.poshremote.ui.A", Set.of("org.poshremote.ui.view", "java.util")))));
    }

    @Test
    void findsAnArrowUpInThePom() {
        assertEquals(List.of("org.poshremote.wsman -> org.poshremote.core runs up (its pom)"),
                floors(new Bundle("org.poshremote.wsman", Set.of(CORE), Set.of(), Set.of(), Map.of())));
    }

    @Test
    void findsAnArrowSidewaysInRequireBundle() {
        assertEquals(List.of("org.poshremote.core -> org.poshremote.demo runs sideways (Require-Bundle)"),
                floors(new Bundle(CORE, Set.of(), Set.of("org.poshremote.demo"), Set.of(), Map.of())));
    }

    @Test
    void findsAnArrowUpInImportPackage() {
        assertEquals(List.of("org.poshremote.language -> org.poshremote.languageserver runs up (Import-Package org.poshremote.languageserver.x)"),
                floors(new Bundle("org.poshremote.language", Set.of(), Set.of(), Set.of("org.poshremote.languageserver.x"), Map.of())));
    }

    @Test
    void findsAnArrowSidewaysInAClass() {
        assertEquals(List.of("org.poshremote.ui -> org.poshremote.cli runs sideways (class org.poshremote.ui.A)"),
                floors(new Bundle("org.poshremote.ui", Set.of(), Set.of(), Set.of(),
                        Map.of("org.poshremote.ui.A", Set.of("org.poshremote.cli.internal")))));
    }

    @Test
    void findsEclipseInAPlainBundle() {
        assertEquals(
                List.of("org.poshremote.core depends on org.eclipse.jface (its pom)",
                        "org.poshremote.core imports org.eclipse.swt (Import-Package)",
                        "org.poshremote.core requires org.eclipse.ui (Require-Bundle)",
                        "org.poshremote.core uses org.eclipse.lsp4j (class org.poshremote.core.A)"),
                floors(new Bundle(CORE, Set.of("org.eclipse.jface"), Set.of("org.eclipse.ui"), Set.of("org.eclipse.swt"),
                        Map.of("org.poshremote.core.A", Set.of("org.eclipse.lsp4j")))));
    }

    @Test
    void grantsLsp4jToTheLanguageServerOnly() {
        Set<String> lsp4j = Set.of("org.eclipse.lsp4j.jsonrpc.services");
        assertEquals(List.of(), floors(new Bundle("org.poshremote.languageserver", Set.of(), Set.of(), lsp4j, Map.of())));
        assertEquals(1, floors(new Bundle("org.poshremote.demo", Set.of(), Set.of(), lsp4j, Map.of())).size());
    }

    @Test
    void findsABundleWithoutAFloor() {
        assertEquals(1, floors(bundle("org.poshremote.cellar")).size());
    }

    @Test
    void readsReferencesAndCallsFromClassFiles() throws IOException {
        ClassFile self = ClassFile.read(bytesOf(ChecksCanFailTest.class));
        assertTrue(self.packages().containsAll(Set.of("org.poshremote.architecture", "java.util", "org.junit.jupiter.api")), self.packages()::toString);
        assertTrue(self.calls().contains("org/poshremote/architecture/Floors.violations"), self.calls()::toString);
    }

    @Test
    void readsManifestHeaders() {
        assertEquals(Set.of("org.eclipse.ui", "org.a", "org.b"),
                BuiltBundles.names("org.eclipse.ui;bundle-version=\"[3.1,4)\",org.a, org.b;resolution:=optional"));
    }

    @Test
    void findsVersionsThatDiffer() throws IOException {
        String pom = "<project><properties><jackson.version>2</jackson.version><jsch.version>1</jsch.version><gson.version>1</gson.version>"
                + "<lsp4j.version>1</lsp4j.version><junit.version>5</junit.version></properties></project>";
        String target = "<target>" + entry("jackson-databind", "3") + entry("jackson-core", "2") + entry("jsch", "1") + entry("gson", "1")
                + entry("gson", "1") + entry("org.eclipse.lsp4j", "1") + entry("org.eclipse.lsp4j.jsonrpc", "1") + entry("open", "[1,2)")
                + entry("junit-jupiter-api", "5") + "</target>";
        assertEquals(List.of("gson is twice in the target definition", "open is not pinned in the target definition: [1,2)",
                "jackson-databind is 3 in the target definition and 2 in the root pom", "junit-jupiter-engine is missing in the target definition"),
                Versions.violations(Xml.parse(target), Xml.parse(pom)));
    }

    @Test
    void findsLabelsThatAreNotExternalised() throws IOException {
        Properties keys = new Properties();
        keys.setProperty("view.targets", "Targets");
        String xml = "<plugin><extension point='org.eclipse.ui.views'><view id='a' name='%view.targets'/><view id='b' name='Targets'/>"
                + "<view id='c' name='%view.none'/><param name='not.a.label'/><command label='Run'/></extension></plugin>";
        assertEquals(List.of("p: view@name is not externalised: \"Targets\"", "p: view@name names a key that plugin.properties lacks: %view.none",
                "p: command@label is not externalised: \"Run\""), Labels.violations("p", Xml.parse(xml), keys));
    }

    @Test
    void findsWaits() {
        Map<String, ClassFile> classes = Map.of("org.poshremote.ui.A", new ClassFile(Set.of(), Set.of("java/lang/Thread.sleep", "java/util/List.get")),
                "org.poshremote.ui.B", new ClassFile(Set.of(), Set.of("java/net/Socket.<init>", "java/net/URI.create")),
                "org.poshremote.ui.C", new ClassFile(Set.of(), Set.of("java/lang/Thread.join")));
        assertEquals(Set.of("org.poshremote.ui.A calls java.lang.Thread.sleep", "org.poshremote.ui.B calls java.net.Socket.<init>"),
                Set.copyOf(Waits.violations(classes, Set.of("org.poshremote.ui.C"))));
    }

    private static String entry(String artifact, String version) {
        return "<dependency><artifactId>" + artifact + "</artifactId><version>" + version + "</version></dependency>";
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }
}
