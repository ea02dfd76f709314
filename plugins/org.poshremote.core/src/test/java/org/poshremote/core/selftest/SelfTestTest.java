package org.poshremote.core.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.NodeMemory;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.run.internal.ExitCodes;
import org.poshremote.core.selftest.CheckResult.Status;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.http.WireLog;

class SelfTestTest {
    @Test
    void thereAreAboutSixtyAndEachCanFail() {
        List<Check> all = Checks.all();
        assertTrue(all.size() >= 60, "only " + all.size());
        assertEquals(all.size(), all.stream().map(Check::id).distinct().count());
        Observed nothing = new Observed();
        nothing.ended(new RunOutcome(Optional.of(ExitCodes.status(99, java.util.Set.of())), Optional.empty(), Optional.empty(), 0, Duration.ZERO));
        for (Check check : all) {
            assertTrue(check.expectations().stream().anyMatch(expectation -> expectation.mismatch().apply(nothing).isPresent()), check.id());
        }
    }

    @Test
    void whatIsExpectedIsSeen() {
        Observed observed = new Observed();
        observed.accept(new RunEvent.Output("two-one\r\n", new byte[0]));
        observed.ended(new RunOutcome(Optional.of(ExitCodes.status(0, java.util.Set.of())), Optional.empty(), Optional.empty(), 6, Duration.ZERO));
        Check check = Checks.all().stream().filter(found -> found.id().equals("arguments.named")).findFirst().orElseThrow();
        assertTrue(check.expectations().stream().allMatch(expectation -> expectation.mismatch().apply(observed).isEmpty()));
    }

    @Test
    void aTargetThatCannotBeSignedInToEndsTheTestAtOnce() throws InterruptedException {
        SelfTest test = new SelfTest(Target.at("node").user("u").build(), target -> Optional.empty(),
                new RunContext(NodeMemory.ofThisProcess(), RunSettings.DEFAULTS, WireLog.OFF), PowerShellHost.POWERSHELL);
        SelfTestReport report = test.run(result -> { });
        assertEquals(1, report.results().size());
        assertFalse(report.complete());
        assertFalse(report.passed());
    }

    @Test
    void theReportHoldsNoMarkupOfTheNode() throws IOException {
        SelfTestReport report = new SelfTestReport(Instant.EPOCH, "windows", true, "Basic",
                Optional.of(new NodeGreeting(Map.of("ps", "5|1<script>"))),
                List.of(new CheckResult("a.b", "Title", Status.FAILED, List.of("there was \"|\n# <b>x</b>\""), Duration.ofMillis(5), 6)), true);
        String text = report.markdown();
        assertFalse(text.contains("<script>") && !text.contains("\\<script"), text);
        assertTrue(text.contains("\\# \\<b\\>x\\</b\\>"), text);
        assertEquals("5|1<script>", new ObjectMapper().readTree(report.json()).path("node").path("ps").asText());
        assertFalse(report.passed());
    }
}
