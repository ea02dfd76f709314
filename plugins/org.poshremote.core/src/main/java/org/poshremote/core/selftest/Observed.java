package org.poshremote.core.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.poshremote.core.run.Position;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunOutcome;

/** What a check's run did. Filled by the run's events, read after its end. */
final class Observed implements Consumer<RunEvent> {
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errorOutput = new StringBuilder();
    private final List<String> errors = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> verbose = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<RunOutcome> outcome = Optional.empty();
    private Consumer<String> onOutput = text -> { };

    @Override
    public synchronized void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Output out -> {
                output.append(out.text());
                onOutput.accept(out.text());
            }
            case RunEvent.ErrorOutput error -> errorOutput.append(error.text());
            case RunEvent.ErrorRecord error -> {
                errors.add(error.text());
                error.position().ifPresent(positions::add);
            }
            case RunEvent.Warning warning -> warnings.add(warning.text());
            case RunEvent.Verbose text -> verbose.add(text.text());
            case RunEvent.Progress record -> progress.add(record.activity());
            case RunEvent.SignedIn signedIn -> { }
            case RunEvent.Note note -> notes.add(note.text());
            case RunEvent.Prepared prepared -> { }
            case RunEvent.Started started -> { }
            case RunEvent.Debug debug -> { }
            case RunEvent.Exited exited -> { }
            case RunEvent.Failed failed -> { }
        }
    }

    /** Called within the event; must be quick. */
    synchronized void whenOutput(Consumer<String> action) {
        onOutput = action;
    }

    synchronized void ended(RunOutcome ended) {
        outcome = Optional.of(ended);
    }

    synchronized String output() {
        return output.toString();
    }

    /** Output with the node's line ends made plain, without the last one. */
    synchronized String lines() {
        return output.toString().replace("\r\n", "\n").stripTrailing();
    }

    synchronized String errorText() {
        return errorOutput + String.join("\n", errors);
    }

    synchronized List<Position> positions() {
        return List.copyOf(positions);
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    synchronized List<String> verbose() {
        return List.copyOf(verbose);
    }

    synchronized List<String> progress() {
        return List.copyOf(progress);
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    synchronized RunOutcome outcome() {
        return outcome.orElseThrow();
    }
}
