package org.poshremote.core.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunRequest;

/**
 * One check: a script, how it is run, and what has to come of it.
 *
 * @param id            stable, such as "encoding.cjk"
 * @param leastVersion  of PowerShell, below which the check is left out; 2 for all
 * @param cancelAt      the run is cancelled once its output holds this
 */
record Check(String id, String title, String script, int leastVersion, UnaryOperator<RunRequest.Builder> setup,
        Optional<String> cancelAt, List<Expectation> expectations) {
    /**
     * Something that has to hold.
     *
     * @param words    what is expected
     * @param mismatch what there was instead; empty where it holds
     */
    record Expectation(String words, Function<Observed, Optional<String>> mismatch) {
    }

    static Check of(String id, String title, String... script) {
        return new Check(id, title, String.join("\n", script), 2, builder -> builder, Optional.empty(), List.of());
    }

    Check from(int version) {
        return new Check(id, title, script, version, setup, cancelAt, expectations);
    }

    Check with(UnaryOperator<RunRequest.Builder> change) {
        return new Check(id, title, script, leastVersion, change, cancelAt, expectations);
    }

    Check arguments(String... arguments) {
        return with(builder -> builder.arguments(List.of(arguments)));
    }

    Check cancelledAt(String output) {
        return new Check(id, title, script, leastVersion, setup, Optional.of(output), expectations);
    }

    Check expect(String words, Function<Observed, Optional<String>> mismatch) {
        List<Expectation> more = new ArrayList<>(expectations);
        more.add(new Expectation(words, mismatch));
        return new Check(id, title, script, leastVersion, setup, cancelAt, List.copyOf(more));
    }

    /** Exactly this output, whatever the line ends, and exit code 0. */
    Check prints(String... lines) {
        return output(String.join("\n", lines)).exits(0);
    }

    Check output(String text) {
        return expect("output " + quoted(text), observed -> observed.lines().equals(text.stripTrailing()) ? Optional.empty()
                : Optional.of("output " + quoted(observed.lines())));
    }

    Check exits(long code) {
        return expect("exit code " + code, observed -> observed.outcome().exit().filter(exit -> exit.code() == code).isPresent()
                ? Optional.empty()
                : Optional.of(observed.outcome().exit().map(exit -> "exit code " + exit)
                        .orElseGet(() -> observed.outcome().failure().orElseThrow().message())));
    }

    Check fails(RunFailure.Kind kind) {
        return expect("the run ends as " + kind, observed -> observed.outcome().failure().filter(failure -> failure.kind() == kind)
                .isPresent() ? Optional.empty() : Optional.of(observed.outcome().failure().map(RunFailure::message)
                        .orElseGet(() -> "exit code " + observed.outcome().exit().orElseThrow())));
    }

    /** The script is gone from the node. */
    Check leavesNothing() {
        return expect("the script no longer runs", observed -> observed.outcome().failure()
                .filter(failure -> failure.stillRuns() == RunFailure.StillRuns.NO).isPresent() ? Optional.empty()
                        : Optional.of("it may still run"));
    }

    Check errorHas(String text) {
        return expect("standard error with " + quoted(text), observed -> observed.errorText().contains(text) ? Optional.empty()
                : Optional.of("standard error " + quoted(observed.errorText())));
    }

    Check errorAtLine(int line) {
        return expect("an error in line " + line, observed -> observed.positions().stream().anyMatch(at -> at.line() == line)
                ? Optional.empty() : Optional.of("positions " + observed.positions() + " in " + quoted(observed.errorText())));
    }

    Check noError() {
        return expect("nothing on standard error", observed -> observed.errorText().isBlank() ? Optional.empty()
                : Optional.of("standard error " + quoted(observed.errorText())));
    }

    /** Long texts are cut: a report is read by people. */
    static String quoted(String text) {
        String shown = text.length() <= 200 ? text : text.substring(0, 120) + " … (" + text.length() + " characters)";
        return '"' + shown.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0") + '"';
    }
}
