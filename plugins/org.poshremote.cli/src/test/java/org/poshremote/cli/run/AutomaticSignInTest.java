package org.poshremote.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.poshremote.core.run.NodeMemory;
import org.poshremote.core.run.Run;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.auth.ChannelBindingCheck;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.personality.SignInOffers;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.WireLog;

/** The strongest way that node and account can do, over the wire; and a wrong password in many runs at once. */
@Timeout(60)
class AutomaticSignInTest {
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final RunContext context = new RunContext(NodeMemory.ofThisProcess(), RunSettings.DEFAULTS, WireLog.OFF);
    private DemoNode node;

    private void start(boolean basic, boolean negotiate, boolean allowUnencrypted) throws IOException {
        node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022"), new ProtocolPeer(65001)).withFaults(FaultPlan.none())
            .withSignIn(new SignInOffers(basic, negotiate, ChannelBindingCheck.STRICT)).withAllowUnencrypted(allowUnencrypted));
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
    }

    private Target.Builder http() {
        return Target.at(node.host()).name("node").port(node.port()).user(node.user());
    }

    private Target.Builder https() throws GeneralSecurityException {
        String pin = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(node.certificate().getEncoded()));
        return http().https(true).port(node.httpsPort()).trust(new TrustChoice.Pinned(pin));
    }

    private Run begin(Target target, String password) {
        return Run.start(RunRequest.of(target, ScriptSource.of("x.ps1", "out hi")).build(), asked -> Optional.of(Secret.of(password.toCharArray())),
            events::add, context);
    }

    private RunOutcome run(Target target) throws InterruptedException {
        events.clear();
        try (Run run = begin(target, node.usePassword(String::new))) {
            return run.await();
        }
    }

    private String header() {
        return events.stream().filter(RunEvent.Prepared.class::isInstance).map(RunEvent.Prepared.class::cast).findFirst().orElseThrow()
            .header().authentication();
    }

    private List<String> signedIn() {
        return events.stream().filter(RunEvent.SignedIn.class::isInstance).map(RunEvent.SignedIn.class::cast).map(RunEvent.SignedIn::authentication).toList();
    }

    private long sentByBasic() {
        return node.requestLog().entries().stream().filter(entry -> entry.scheme().equals("Basic")).count();
    }

    @Test
    void ntlmBeforeBasicAndBoundToTheCertificate() throws Exception {
        start(true, true, false);
        assertTrue(run(https().build()).succeeded());
        assertEquals("NTLM or Basic", header());
        assertEquals(List.of("NTLM, encrypted"), signedIn());
        assertEquals(0, sentByBasic());
        assertTrue(run(https().build()).succeeded());
        assertEquals("NTLM, encrypted", header(), "remembered");
        assertEquals(List.of(), signedIn());
    }

    @Test
    void basicOverCheckedTlsWhereTheNodeOffersNothingElse() throws Exception {
        start(true, false, false);
        assertTrue(run(https().build()).succeeded());
        assertEquals(List.of("Basic"), signedIn());
    }

    @Test
    void noPasswordToWhoeverShowsAnyCertificateNorReadable() throws Exception {
        start(true, false, true);
        for (Target target : List.of(https().trust(TrustChoice.UNVERIFIED).build(), http().build())) {
            RunFailure failure = run(target).failure().orElseThrow();
            assertEquals(RunFailure.Kind.SIGN_IN, failure.kind());
            assertTrue(failure.message().contains("it offers Basic"), failure.message());
        }
        assertEquals(0, sentByBasic());
        assertTrue(run(http().allowUnencrypted(true).build()).succeeded(), "in so many words");
    }

    @Test
    void aWrongPasswordInManyRunsAtOnceIsSentOnce() throws Exception {
        start(false, true, false);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            runs.add(begin(http().name("node" + i).user("DEMO-2022\\" + node.user()).build(), "wrong in many runs"));
        }
        int rejected = 0;
        for (Run run : runs) {
            try (run) {
                String message = run.await().failure().orElseThrow().message();
                rejected += message.contains("rejected user name or password") ? 1 : 0;
                assertTrue(message.contains("rejected user name or password") || message.contains("so it was not sent again"), message);
            }
        }
        assertEquals(1, rejected);
        assertEquals(2, node.requestLog().requests(), "a question for a challenge, and one answer to it");
    }
}
