package org.poshremote.cli.scripts;

import java.util.concurrent.atomic.AtomicInteger;
import org.poshremote.cli.terminal.Terminal;

/** How far work on many files is, on one line of a person's terminal that vanishes at the end; nothing for a pipe. Thread-safe. */
public final class Progress {
    /** Fewer files are done before anybody could read it. */
    private static final int WORTH_TELLING = 100;
    private static final String START_OF_LINE_AND_CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final int all;
    private final int every;
    private final AtomicInteger done = new AtomicInteger();

    public Progress(Terminal terminal, int all) {
        this.terminal = terminal;
        this.all = all;
        this.every = Math.max(1, all / 100);
    }

    private boolean told() {
        return terminal.errIsTerminal() && all >= WORTH_TELLING;
    }

    public void step() {
        int now = done.incrementAndGet();
        if (told() && now % every == 0) {
            terminal.err(START_OF_LINE_AND_CLEAR + now + " of " + all + " files");
        }
    }

    public void end() {
        if (told()) {
            terminal.err(START_OF_LINE_AND_CLEAR);
        }
    }
}
