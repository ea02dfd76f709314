package org.poshremote.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.Target;

class DiagnoserTest {
    private static final DiagnosisSettings BRIEF = DiagnosisSettings.DEFAULTS
        .withTimes(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(2)).withNeighbours(List.of());

    /** Takes connections, reads a request, answers with these bytes and ends. */
    private static final class Peer implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        private final CountDownLatch asked = new CountDownLatch(1);

        Peer(String answer) throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try {
                        Socket socket = server.accept();
                        Thread.ofVirtual().start(() -> serve(socket, answer));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
        }

        private void serve(Socket socket, String answer) {
            try (socket) {
                InputStream in = socket.getInputStream();
                if (in.read(new byte[8192]) > 0) {
                    asked.countDown();
                }
                if (answer.isEmpty()) {
                    in.read(new byte[8192]); // says nothing until the other side goes
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                // the other side went away
            }
        }

        Target.Builder target() {
            return Target.at("127.0.0.1").port(server.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private static Diagnosis run(Target target, DiagnosisSettings settings, Map<String, String> environment) {
        return new Diagnoser(target, asked -> Optional.empty(), settings, DiagnosisListener.NONE, environment).run();
    }

    @Test
    void eachStepIsToldOnceAndInOrder() throws IOException {
        List<String> begun = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        try (Peer peer = new Peer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
            Diagnosis diagnosis = new Diagnoser(peer.target().build(), asked -> Optional.empty(), BRIEF, new DiagnosisListener() {
                @Override
                public void begun(String code, Stage stage, String title) {
                    begun.add(code);
                }

                @Override
                public void ended(StepResult step) {
                    ended.add(step.code());
                }
            }).run();
            assertEquals(begun, ended);
            assertEquals(ended, diagnosis.steps().stream().map(StepResult::code).toList());
            assertEquals(ended.size(), ended.stream().distinct().count());
            assertEquals("PR-NOT-WINRM", diagnosis.best().orElseThrow().code());
        }
    }

    @Test
    void aCancelEndsWhatWaits() throws IOException, InterruptedException {
        try (Peer peer = new Peer("")) {
            DiagnosisSettings patient = BRIEF.withTimes(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10));
            Diagnoser diagnoser = new Diagnoser(peer.target().build(), asked -> Optional.empty(), patient, DiagnosisListener.NONE);
            List<Diagnosis> result = new ArrayList<>();
            Thread thread = Thread.ofVirtual().start(() -> result.add(diagnoser.run()));
            peer.asked.await();
            diagnoser.cancel();
            thread.join();
            assertEquals(Diagnosis.Outcome.CANCELLED, result.get(0).outcome());
            assertFalse(result.get(0).steps().isEmpty());
        }
    }

    @Test
    void nothingBeginsOnceTheTimeIsUp() throws IOException {
        try (Peer peer = new Peer("")) {
            Diagnosis diagnosis = run(peer.target().build(), BRIEF.withTimes(Duration.ofNanos(1), Duration.ofSeconds(1), Duration.ofSeconds(1)), Map.of());
            assertTrue(diagnosis.steps().stream().allMatch(step -> step.verdict() == Verdict.NOT_REACHED || step.verdict() == Verdict.SKIPPED),
                diagnosis.steps().toString());
        }
    }

    /** One deadline is passed to every socket: there is one place that makes plain ones, and it knows no call without. */
    @Test
    void onlyOnePlaceOpensSocketsAndEachGetsTheDeadline() throws IOException {
        Path sources = Path.of("src/main/java/org/poshremote/core/diagnose");
        List<String> openers = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (text.contains("new Socket(") || text.replace(".connect()", "").contains(".connect(")) {
                    openers.add(file.getFileName().toString());
                }
                text.lines().filter(line -> line.replace(".connect()", "").contains(".connect(")).forEach(line ->
                    assertTrue(line.contains("deadline") || line.contains("probe.connecting()"), file + ": " + line));
            }
        }
        assertTrue(openers.contains("Dial.java"));
        assertTrue(List.of("Dial.java", "PathChecks.java", "TlsChecks.java").containsAll(openers), openers.toString());
    }

    @Test
    void aProxyOfThisMachineIsSeen() throws IOException {
        try (Peer peer = new Peer("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
            assertTrue(run(peer.target().build(), BRIEF, Map.of("HTTP_PROXY", "http://user:geheim@proxy.example:3128")).facts().has("proxy", "environment"));
            assertTrue(run(peer.target().build(), BRIEF, Map.of("http_proxy", "http://proxy.example", "NO_PROXY", "example.org, 127.0.0.1")).facts()
                .has("proxy", "environment-exempt"));
            assertTrue(run(peer.target().https(true).port(peer.server.getLocalPort()).build(), BRIEF, Map.of("HTTP_PROXY", "http://proxy.example")).facts()
                .has("proxy", "none"));
        }
    }

    @Test
    void openPortsBesideTheTargetsAreNamed() throws IOException {
        try (Peer peer = new Peer(""); ServerSocket other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                ServerSocket closed = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            closed.close();
            Target target = Target.at("127.0.0.1").port(closed.getLocalPort()).build();
            Diagnosis diagnosis = run(target, BRIEF.withNeighbours(List.of(other.getLocalPort())), Map.of());
            assertTrue(diagnosis.facts().has("port.open", Integer.toString(other.getLocalPort())), diagnosis.steps().toString());
            assertEquals("PR-PORT-REFUSED", diagnosis.best().orElseThrow().code());
        }
    }

    @Test
    void theReportHoldsNoSecretAndNoNameOnRequest() throws IOException {
        try (Peer peer = new Peer("HTTP/1.1 404 Not Found\r\nServer: web|\u001b[31m<b>\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
            Target target = peer.target().name("finance db").user("FINANCE\\olga").build();
            Diagnosis diagnosis = run(target, BRIEF, Map.of());
            String open = DiagnosisReport.markdown(diagnosis, false);
            assertTrue(open.contains("FINANCE") && open.contains("127.0.0.1") && open.contains("finance db"), open);
            assertFalse(open.contains("\u001b"), "control sequences of a node");
            String redacted = DiagnosisReport.markdown(diagnosis, true);
            for (String name : List.of("olga", "FINANCE", "127.0.0.1", "finance db")) {
                assertFalse(redacted.contains(name), name + " in " + redacted);
            }
            assertTrue(redacted.contains("PR-NOT-WINRM"), redacted);
        }
    }

    @Test
    void secretsInAddressesOfProxiesAreLeftOut() {
        Target target = Target.at("node.invalid").proxy(ProxyChoice.AUTOMATIC).build();
        Diagnosis diagnosis = run(target, BRIEF, Map.of("HTTP_PROXY", "http://olga:geheim@proxy.invalid:3128"));
        assertFalse(DiagnosisReport.markdown(diagnosis, false).contains("geheim"));
        assertFalse(DiagnosisJson.conclusion(diagnosis).toString().contains("geheim"));
        diagnosis.steps().forEach(step -> assertFalse(DiagnosisJson.step(step).toString().contains("geheim"), step.toString()));
    }

    @Test
    void comparesWithAGoodOne() throws IOException {
        try (Peer missing = new Peer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                Peer busy = new Peer("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
            Diagnosis before = run(missing.target().build(), BRIEF, Map.of());
            Diagnosis now = run(busy.target().build(), BRIEF, Map.of());
            DiagnosisComparison.Difference difference = DiagnosisComparison.of(GoodDiagnosis.of(before), now).stream()
                .filter(each -> each.title().equals("WinRM answers")).findFirst().orElseThrow();
            assertEquals(List.of("http.status = 404"), difference.gone());
            assertEquals(List.of("http.status = 503"), difference.come());
            assertEquals(List.of(), DiagnosisComparison.of(GoodDiagnosis.of(now), now));
        }
    }
}
