package org.poshremote.cli.run;

import java.util.Locale;
import java.util.OptionalInt;
import org.poshremote.cli.terminal.ControlSequenceFilter;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunHeader;
import org.poshremote.core.run.RunOutcome;

/**
 * A run as a person reads it. Standard output is the script's alone; everything else goes to standard error, so that a
 * pipe gets what the script wrote and nothing more.
 */
final class RunPrinter implements EventPrinter {
    private final Terminal terminal;
    private final boolean raw;
    private final ControlSequenceFilter outFilter = new ControlSequenceFilter();
    private final ControlSequenceFilter errFilter = new ControlSequenceFilter();
    private boolean progressShown;

    /** @param raw the bytes that came, unfiltered and not decoded */
    RunPrinter(Terminal terminal, boolean raw) {
        this.terminal = terminal;
        this.raw = raw;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        if (!(event instanceof RunEvent.Progress)) {
            clearProgress();
        }
        switch (event) {
            case RunEvent.Prepared prepared -> header(prepared.header());
            case RunEvent.SignedIn signedIn -> aside("signed in by " + signedIn.authentication());
            case RunEvent.Started started -> aside(filtered(started.greeting().summary()));
            case RunEvent.Output output -> output(output);
            case RunEvent.ErrorOutput error -> terminal.err(filtered(error.text()));
            case RunEvent.ErrorRecord error -> line(Style.ERROR, error.text());
            case RunEvent.Warning warning -> line(Style.WARNING, "WARNING: " + warning.text());
            case RunEvent.Verbose verbose -> line(Style.DETAIL, "VERBOSE: " + verbose.text());
            case RunEvent.Debug debug -> line(Style.DETAIL, "DEBUG: " + debug.text());
            case RunEvent.Progress progress -> progress(progress);
            case RunEvent.Note note -> line(Style.QUIET, "poshremote: " + note.text());
            case RunEvent.Exited ignored -> { }
            case RunEvent.Failed failed -> {
                terminal.errLine(Style.ERROR, "poshremote: " + filtered(failed.failure().message()));
                failed.failure().remedy().ifPresent(remedy -> terminal.errLine(Style.PLAIN, "  " + filtered(remedy)));
            }
        }
    }

    /** The last line, where a person looks on. */
    @Override
    public synchronized void end(RunOutcome outcome) {
        clearProgress();
        outcome.exit().ifPresent(exit -> {
            String meaning = exit.meaning().map(text -> ": " + text).orElse("");
            String line = String.format(Locale.ROOT, "exit code %s%s (%.1f s, %d requests)", exit, meaning,
                outcome.duration().toMillis() / 1000.0, outcome.requests());
            if (terminal.errIsTerminal()) {
                terminal.errLine(exit.accepted() ? Style.QUIET : Style.ERROR, line);
            } else if (exit.meaning().isPresent() && exit.code() != 0) {
                terminal.errLine(Style.PLAIN, "poshremote: " + line);
            }
        });
    }

    private void header(RunHeader header) {
        String account = header.account().isEmpty() ? "" : " as " + header.account();
        aside(header.target() + " (" + header.address() + ")" + account + ", " + header.authentication()
            + (header.way().isEmpty() ? "" : ", " + header.way()) + ", code page " + header.codePage() + ", " + header.shell() + ", CLR " + header.clr());
    }

    private void aside(String text) {
        if (terminal.errIsTerminal()) {
            terminal.errLine(Style.QUIET, text);
        }
    }

    private void output(RunEvent.Output output) {
        if (raw) {
            terminal.outBytes(output.bytes());
        } else {
            terminal.out(terminal.outIsTerminal() ? outFilter.filter(output.text()) : output.text());
        }
    }

    private void line(Style style, String text) {
        terminal.errLine(style, filtered(text.stripTrailing()));
    }

    private String filtered(String text) {
        return terminal.errIsTerminal() && !raw ? errFilter.filter(text) : text;
    }

    private void progress(RunEvent.Progress progress) {
        if (!terminal.errIsTerminal()) {
            return;
        }
        clearProgress();
        if (!progress.completed()) {
            String percent = text(progress.percent(), "%3d %% ");
            String line = filtered((percent + progress.activity() + ": " + progress.status()).replaceAll("\\s+", " "));
            terminal.err(line.substring(0, Math.min(line.length(), 78)));
            progressShown = true;
        }
    }

    private void clearProgress() {
        if (progressShown) {
            terminal.err("\r" + " ".repeat(78) + "\r");
            progressShown = false;
        }
    }

    private static String text(OptionalInt number, String format) {
        return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsInt()) : "";
    }
}
