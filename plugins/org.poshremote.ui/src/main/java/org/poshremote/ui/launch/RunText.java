package org.poshremote.ui.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.run.ExitStatus;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunHeader;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.ui.launch.RunStreams.Kind;

/** The words of a run in the console: header, remarks, prefixes of the streams, footer. */
final class RunText {
    /** Text for one stream. */
    record Line(Kind kind, String text) {
    }

    /** Whether the last character on the console ended a line; a remark begins on a line of its own. */
    private boolean atLineStart = true;
    private Optional<RunFailure> failure = Optional.empty();

    synchronized String output(String text) {
        if (!text.isEmpty()) {
            atLineStart = text.endsWith("\n");
        }
        return text;
    }

    synchronized String lineStart() {
        String start = atLineStart ? "" : "\n";
        atLineStart = true;
        return start;
    }

    /** Nothing for an event that does not show as text. */
    synchronized List<Line> render(RunEvent event) {
        return switch (event) {
            case RunEvent.Prepared prepared -> header(prepared.header());
            case RunEvent.Started started -> List.of(line(Kind.NOTE, NLS.bind(Messages.RunText_started, started.greeting().summary())));
            case RunEvent.Output output -> List.of(new Line(Kind.OUTPUT, output(output.text())));
            case RunEvent.ErrorOutput error -> List.of(new Line(Kind.ERROR, output(error.text())));
            case RunEvent.ErrorRecord error -> List.of(line(Kind.ERROR, error.text()));
            case RunEvent.Warning warning -> List.of(line(Kind.WARNING, NLS.bind(Messages.RunText_warning, warning.text())));
            case RunEvent.Verbose verbose -> List.of(line(Kind.VERBOSE, NLS.bind(Messages.RunText_verbose, verbose.text())));
            case RunEvent.Debug debug -> List.of(line(Kind.DEBUG, NLS.bind(Messages.RunText_debug, debug.text())));
            case RunEvent.SignedIn signedIn -> List.of(line(Kind.NOTE, NLS.bind(Messages.RunText_signedIn, signedIn.authentication())));
            case RunEvent.Note note -> List.of(line(Kind.NOTE, NLS.bind(Messages.RunText_note, note.text())));
            case RunEvent.Failed failed -> {
                failure = Optional.of(failed.failure());
                yield List.of();
            }
            case RunEvent.Progress progress -> List.of();
            case RunEvent.Exited exited -> List.of();
        };
    }

    private List<Line> header(RunHeader header) {
        List<String> parts = new ArrayList<>();
        parts.add(header.account().isEmpty() ? header.authentication()
                : NLS.bind(Messages.RunText_account, header.account(), header.authentication()));
        if (!header.way().isEmpty()) {
            parts.add(header.way());
        }
        parts.add(NLS.bind(Messages.RunText_codePage, header.codePage()));
        parts.add(NLS.bind(Messages.RunText_clr, header.shell(), header.clr()));
        return List.of(line(Kind.NOTE, NLS.bind(Messages.RunText_header, header.target(), header.address())),
                line(Kind.NOTE, NLS.bind(Messages.RunText_note, String.join(" \u00b7 ", parts))));
    }

    synchronized List<Line> footer(RunOutcome outcome) {
        List<Line> lines = new ArrayList<>();
        Optional<RunFailure> failed = outcome.failure().or(() -> failure);
        failed.ifPresent(why -> {
            lines.add(line(Kind.ERROR, why.message()));
            why.remedy().ifPresent(remedy -> lines.add(line(Kind.ERROR, remedy)));
            switch (why.stillRuns()) {
                case YES -> lines.add(line(Kind.ERROR, Messages.RunText_stillRuns));
                case UNKNOWN -> lines.add(line(Kind.ERROR, Messages.RunText_mayStillRun));
                case NO -> {
                    // nothing to warn of
                }
            }
        });
        String duration = duration(outcome.duration());
        lines.add(outcome.exit().map(status -> line(status.accepted() ? Kind.NOTE : Kind.ERROR, exit(status, duration)))
                .orElseGet(() -> line(Kind.NOTE, NLS.bind(Messages.RunText_noExitCode, duration))));
        return lines;
    }

    private static String exit(ExitStatus status, String duration) {
        String ended = NLS.bind(status.accepted() ? Messages.RunText_exited : Messages.RunText_exitedWithError, status, duration);
        return status.meaning().map(meaning -> ended + ": " + meaning).orElse(ended);
    }

    private Line line(Kind kind, String text) {
        return new Line(kind, lineStart() + (text.endsWith("\n") ? text : text + "\n"));
    }

    /** "0.3 s", "12 s", "3 min 5 s", "2 h 0 min". */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return NLS.bind(Messages.RunText_seconds, String.format("%.1f", duration.toMillis() / 1000.0));
        }
        if (seconds < 60) {
            return NLS.bind(Messages.RunText_seconds, seconds);
        }
        return seconds < 3600 ? NLS.bind(Messages.RunText_minutes, seconds / 60, seconds % 60)
                : NLS.bind(Messages.RunText_hours, seconds / 3600, seconds % 3600 / 60);
    }
}
