package org.poshremote.core.run.internal;

import org.poshremote.core.run.RunEvent;

/**
 * Puts the lines of one error together again: PowerShell writes an error to CLIXML line by line, with a blank one after it.
 * One thread.
 */
final class ErrorGroups {
    /** An error text that never ends is cut here. */
    private static final int LONGEST = 65_536;
    private final Emitter emitter;
    private final StringBuilder lines = new StringBuilder();

    ErrorGroups(Emitter emitter) {
        this.emitter = emitter;
    }

    /** A line, or several, with their line ends. */
    void add(String text) {
        if (text.isBlank()) {
            flush();
            return;
        }
        lines.append(text);
        if (lines.length() > LONGEST) {
            flush();
        }
    }

    /** Something else came, or nothing for a while. */
    void flush() {
        if (lines.isEmpty()) {
            return;
        }
        String text = lines.toString().stripTrailing();
        lines.setLength(0);
        emitter.emit(new RunEvent.ErrorRecord(text, PositionFinder.find(text)));
    }
}
