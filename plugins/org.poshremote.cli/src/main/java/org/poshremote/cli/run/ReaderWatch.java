package org.poshremote.cli.run;

import java.util.function.Consumer;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.run.RunEvent;

/** Hands events to a printer until nobody reads the output any more, as in {@code poshremote run … | head}; then ends the run. */
final class ReaderWatch implements Consumer<RunEvent> {
    private final Terminal terminal;
    private final Consumer<RunEvent> printer;
    private Runnable action = () -> { };
    private boolean gone;

    ReaderWatch(Terminal terminal, Consumer<RunEvent> printer) {
        this.terminal = terminal;
        this.printer = printer;
    }

    @Override
    public void accept(RunEvent event) {
        if (gone()) {
            return;
        }
        printer.accept(event);
        Runnable now = () -> { };
        synchronized (this) {
            if (terminal.outIsClosed()) {
                gone = true;
                now = action;
            }
        }
        now.run();
    }

    synchronized boolean gone() {
        return gone;
    }

    /** Called at once where it has happened already. */
    void whenGone(Runnable what) {
        synchronized (this) {
            action = what;
            if (!gone) {
                return;
            }
        }
        what.run();
    }
}
