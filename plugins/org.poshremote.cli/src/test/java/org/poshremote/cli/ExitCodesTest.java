package org.poshremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.poshremote.core.run.ExitStatus;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunOutcome;

class ExitCodesTest {
    @ParameterizedTest
    @CsvSource({"0, true, 0", "3, false, 3", "3010, true, 0", "3010, false, 3010", "256, false, 1", "4294967296, true, 0",
        "3221225472, false, 1", "4294967295, false, -1"})
    void theScriptsCodeUnlessItWouldLookLikeSuccess(long code, boolean accepted, int status) {
        ExitStatus exit = new ExitStatus(code, Optional.empty(), Optional.empty(), accepted);
        assertEquals(status, ExitCodes.of(new RunOutcome(Optional.of(exit), Optional.empty(), Optional.empty(), 6, Duration.ZERO)));
    }

    @ParameterizedTest
    @EnumSource(RunFailure.Kind.class)
    void noFailureLooksLikeSuccess(RunFailure.Kind kind) {
        assertEquals(false, ExitCodes.of(failed(kind)) == 0);
    }

    @Test
    void aTimeOutEndsAsTimeoutDoes() {
        assertEquals(124, ExitCodes.of(failed(RunFailure.Kind.TIMEOUT)));
        assertEquals(130, ExitCodes.of(failed(RunFailure.Kind.CANCELLED)));
    }

    private static RunOutcome failed(RunFailure.Kind kind) {
        RunFailure failure = new RunFailure(kind, "it broke", Optional.empty(), RunFailure.StillRuns.NO, Optional.empty(), Optional.empty());
        return new RunOutcome(Optional.empty(), Optional.of(failure), Optional.empty(), 0, Duration.ZERO);
    }
}
