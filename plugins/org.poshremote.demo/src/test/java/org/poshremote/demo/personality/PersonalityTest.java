package org.poshremote.demo.personality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.InjectedFault;

class PersonalityTest {
    static java.util.List<String> names() {
        return Personality.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachHasUsableData(String name) {
        Personality p = Personality.named(name);
        assertEquals(name, p.name());
        assertEquals(name, p.document().path("name").asText());
        assertFalse(p.title().isBlank());
        assertTrue(p.server().codePages().contains(p.server().defaultCodePage()));
        assertTrue(p.server().codePages().contains(65001));
        assertTrue(p.server().maxTimeout().compareTo(Duration.ofSeconds(1)) > 0);
        assertTrue(p.server().stack().matches("\\d\\.\\d"));
        p.server().faultPlan();
    }

    @Test
    void whatSetsThemApart() {
        assertEquals(Set.of(65001), Personality.named("nano-tp3").server().codePages());
        assertEquals(150, Personality.named("windows-7-powershell-2").server().maxEnvelopeSizekb());
        assertEquals(15, Personality.named("windows-7-powershell-2").server().maxOperations());
        assertEquals("2.0", Personality.named("windows-7-powershell-2").server().stack());
        assertTrue(Personality.named("windows-server-2012r2").server().productVersion().contains("6.3.9600"));
        assertEquals(Optional.of(InjectedFault.delay(Duration.ofMillis(400))),
                Personality.named("slow").server().faultPlan().at(new FaultPlan.Arrival(1, "Create", 1)));
    }

    @Test
    void theFlakyOneFailsEveryEighthRequestAndEveryFourthReceive() {
        FaultPlan plan = Personality.named("flaky").server().faultPlan();
        for (long n = 1; n <= 32; n++) {
            assertEquals(n % 8 == 0 ? Optional.of(InjectedFault.SERVICE_UNAVAILABLE) : Optional.empty(), plan.at(new FaultPlan.Arrival(n, "Create", n)));
        }
        assertEquals(3, LongStream.rangeClosed(1, 12)
                .filter(n -> plan.at(new FaultPlan.Arrival(1, "Receive", n)).equals(Optional.of(InjectedFault.CLOSE_UNPROCESSED))).count());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> Personality.named("windows-95")).getMessage();
        assertTrue(message.contains("windows-95") && message.contains("nano-tp3"), message);
    }
}
