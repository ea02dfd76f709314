package org.poshremote.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.core.codepage.CodePageChoice;

class TargetStoreTest {
    @TempDir
    Path folder;
    private Path config;
    private Path project;
    private TargetStore store;

    @BeforeEach
    void open() throws IOException {
        config = folder.resolve("config");
        project = Files.createDirectories(folder.resolve("project"));
        store = new TargetStore(config, List.of(project));
    }

    private void projectFile(String json) throws IOException {
        Path file = project.resolve(TargetStore.PROJECT_FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    private void userFile(String json) throws IOException {
        Files.createDirectories(config);
        Files.writeString(config.resolve("targets.json"), json);
    }

    private static Target full() {
        return Target.at("node.example").name("Build agent").group("lab/web").https(true).port(55986).path("/wsman2")
                .kind(TargetKind.NANO_TP3).user(".\\admin").authentication(AuthenticationChoice.BASIC)
                .trust(new TrustChoice.Pinned("AB".repeat(32))).allowUnencrypted(true).codePage(CodePageChoice.of(850))
                .protectedTarget(true).notes("Größe \"x\"").proxy(ProxyChoice.parse("http://proxy:3128"))
                .jumpHost(Optional.of(JumpHost.parse("me@jump:2222"))).build();
    }

    @Test
    void whatIsSavedIsFoundAgain() throws TargetFileException {
        store.save(store.userOrigin(), full());
        store.save(store.userOrigin(), Target.at("other").build());
        assertEquals(full(), store.find("build AGENT").orElseThrow().forUse().orElseThrow());
        assertEquals(2, store.load().targets().size());
        assertEquals(List.of(), store.load().problems());
        store.save(store.userOrigin(), full().toBuilder().port(1).build());
        assertEquals(1, store.find("Build agent").orElseThrow().definition().port());
        assertTrue(store.remove(store.userOrigin(), "other"));
        assertFalse(store.remove(store.userOrigin(), "other"));
        assertEquals(1, store.load().targets().size());
    }

    @Test
    void renamingKeepsPlaceAndRefusesATakenName() throws TargetFileException {
        store.save(store.userOrigin(), Target.at("a").build());
        store.save(store.userOrigin(), Target.at("b").build());
        store.rename(store.userOrigin(), "a", Target.at("a").name("c").build());
        assertEquals(List.of("c", "b"), store.load().targets().stream().map(stored -> stored.definition().name()).toList());
        assertThrows(TargetFileException.class, () -> store.rename(store.userOrigin(), "c", Target.at("a").name("B").build()));
    }

    @Test
    void aBrokenFileIsReportedWithItsPlaceAndNeverOverwritten() throws IOException {
        String broken = "{\n  \"targets\": [\n    { \"host\": \"a\", }\n  ]\n}\n";
        userFile(broken);
        TargetProblem problem = store.load().problems().get(0);
        assertEquals(3, problem.line());
        assertEquals(20, problem.column(), problem.message());
        TargetFileException refused = assertThrows(TargetFileException.class, () -> store.save(store.userOrigin(), full()));
        assertTrue(refused.getMessage().contains(":3:20"), refused.getMessage());
        assertEquals(broken, Files.readString(config.resolve("targets.json")));
    }

    @Test
    void aTargetThatCannotBeReadStopsWritingButNotTheOthers() throws IOException {
        userFile("{\"targets\": [\n{\"host\": \"a\", \"port\": \"x\"},\n{\"host\": \"b\"}]}");
        TargetListing listing = store.load();
        assertEquals(List.of("b"), listing.targets().stream().map(stored -> stored.definition().name()).toList());
        assertEquals(2, listing.problems().get(0).line());
        assertEquals("\"port\" is a number from 1 to 65535.", listing.problems().get(0).message());
        assertThrows(TargetFileException.class, () -> store.save(store.userOrigin(), full()));
    }

    @Test
    void unknownPropertiesAreReportedAndKept() throws Exception {
        userFile("{\"$schema\":\"x\",\"team\":{\"a\":[1]},\"targets\":[{\"host\":\"a\",\"colour\":\"red\"}]}");
        assertEquals(2, store.load().problems().size());
        assertTrue(store.load().problems().stream().allMatch(problem -> problem.severity() == TargetProblem.Severity.WARNING));
        store.save(store.userOrigin(), Target.at("a").port(7).build());
        String written = Files.readString(config.resolve("targets.json"));
        for (String kept : List.of("\"$schema\": \"x\"", "\"team\"", "\"colour\": \"red\"", "\"port\": 7")) {
            assertTrue(written.contains(kept), written);
        }
    }

    @Test
    void aPasswordIsRefused() throws IOException {
        userFile("{\"targets\":[{\"host\":\"a\",\"password\":\"geheim\"}]}");
        TargetProblem problem = store.load().problems().get(0);
        assertEquals(TargetProblem.Severity.ERROR, problem.severity());
        assertFalse(problem.message().contains("geheim"));
    }

    @Test
    void riskyValuesOfAProjectHoldOnceConfirmed() throws Exception {
        projectFile("{\"targets\":[{\"host\":\"a\",\"allowUnencrypted\":true,\"authentication\":\"basic\",\"trust\":\"none\"},{\"host\":\"b\"}]}");
        StoredTarget risky = store.find("a").orElseThrow();
        assertEquals(List.of("trust", "authentication", "allowUnencrypted"),
                risky.unconfirmed().stream().map(RiskyValue::property).toList());
        assertTrue(risky.forUse().isEmpty());
        assertTrue(store.find("b").orElseThrow().forUse().isPresent());
        store.confirm(risky);
        assertTrue(store.find("a").orElseThrow().forUse().isPresent());
        assertTrue(new TargetStore(config, List.of(project)).find("a").orElseThrow().forUse().isPresent());
        // another machine is another config folder
        assertTrue(new TargetStore(folder.resolve("other"), List.of(project)).find("a").orElseThrow().forUse().isEmpty());
    }

    /** By SSH a password goes to the server itself, as by Basic. */
    @Test
    void sshOfAProjectHoldsOnceConfirmed() throws Exception {
        projectFile("{\"targets\":[{\"host\":\"a\",\"user\":\"me\",\"transport\":\"ssh\"}]}");
        StoredTarget shared = store.find("a").orElseThrow();
        assertEquals(List.of("transport"), shared.unconfirmed().stream().map(RiskyValue::property).toList());
        store.confirm(shared);
        assertTrue(store.find("a").orElseThrow().forUse().isPresent());
    }

    @Test
    void anyChangeAsksAgain() throws Exception {
        String confirmed = "{\"targets\":[{\"host\":\"a\",\"trust\":\"none\"}]}";
        projectFile(confirmed);
        store.confirm(store.find("a").orElseThrow());
        for (String changed : List.of("{\"host\":\"evil\",\"name\":\"a\",\"trust\":\"none\"}", "{\"host\":\"a\",\"trust\":\"none\",\"port\":1}",
                "{\"host\":\"a\",\"trust\":\"none\",\"allowUnencrypted\":true}", "{\"host\":\"a\",\"trust\":{\"caFile\":\"x\"}}",
                "{\"host\":\"a\",\"trust\":\"none\",\"proxy\":\"http://x\"}", "{\"host\":\"a\",\"trust\":\"none\",\"jumpHost\":\"me@x\"}",
                "{\"host\":\"a\",\"trust\":\"none\",\"user\":\"other\"}", "{\"host\":\"a\",\"trust\":\"none\",\"https\":true}")) {
            projectFile("{\"targets\":[" + changed + "]}");
            assertTrue(store.find("a").orElseThrow().forUse().isEmpty(), changed);
        }
        projectFile(confirmed);
        assertTrue(store.find("a").orElseThrow().forUse().isPresent());
    }

    @Test
    void otherAuthoritiesInTheSameFileAskAgain() throws Exception {
        projectFile("{\"targets\":[{\"host\":\"a\",\"https\":true,\"trust\":{\"caFile\":\"lab.pem\"}}]}");
        Path authorities = project.resolve(".poshremote/lab.pem");
        Files.writeString(authorities, "ours");
        store.confirm(store.find("a").orElseThrow());
        Target usable = store.find("a").orElseThrow().forUse().orElseThrow();
        assertEquals(new TrustChoice.CaFile(authorities.toAbsolutePath().normalize().toString()), usable.trust());
        Files.writeString(authorities, "theirs");
        assertTrue(store.find("a").orElseThrow().forUse().isEmpty());
    }

    @Test
    void theUsersOwnFileNeedsNoConfirmation() throws Exception {
        store.save(store.userOrigin(), full());
        assertTrue(store.find(full().name()).orElseThrow().forUse().isPresent());
    }

    @Test
    void confirmationsThatCannotBeReadConfirmNothing() throws Exception {
        projectFile("{\"targets\":[{\"host\":\"a\",\"trust\":\"none\"}]}");
        store.confirm(store.find("a").orElseThrow());
        Files.writeString(config.resolve("confirmed-targets.json"), "[\"");
        assertTrue(store.find("a").orElseThrow().forUse().isEmpty());
    }

    @Test
    void exportAndImport() throws Exception {
        store.save(store.userOrigin(), full());
        store.save(store.userOrigin(), Target.at("b").build());
        Path file = folder.resolve("export.json");
        store.exportTo(file, store.load().targets().stream().map(StoredTarget::definition).toList());
        TargetStore other = new TargetStore(folder.resolve("other"), List.of());
        other.save(other.userOrigin(), Target.at("b").port(9).build());
        assertEquals(List.of("b"), other.importFrom(file, other.userOrigin()).stream().map(Target::name).toList());
        assertEquals(9, other.find("b").orElseThrow().definition().port());
        assertEquals(full(), other.find(full().name()).orElseThrow().definition());
        assertFalse(TargetStore.preview(file).targets().get(0).unconfirmed().isEmpty());
    }

    @Test
    void noTemporaryFileStays() throws Exception {
        store.save(store.userOrigin(), full());
        try (var files = Files.list(config)) {
            assertEquals(List.of("targets.json"), files.map(path -> path.getFileName().toString()).toList());
        }
    }
}
