package org.poshremote.cli.run;

import java.util.function.Consumer;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.run.RunEvent;

/** Hands events to a printer until nobody reads the output any more, as in {@code poshremote run … | head}; then cancels the run. */
final class ReaderWatch implements Consumer<RunEvent> {
    private final Terminal terminal;
    private final Consumer<RunEvent> printer;
    private final Cancellation cancellation;
    private volatile boolean gone;

    ReaderWatch(Terminal terminal, Consumer<RunEvent> printer, Cancellation cancellation) {
        this.terminal = terminal;
        this.printer = printer;
        this.cancellation = cancellation;
    }

    @Override
    public void accept(RunEvent event) {
        if (gone) {
            return;
        }
        printer.accept(event);
        if (terminal.outIsClosed()) {
            gone = true;
            cancellation.request();
        }
    }

    boolean gone() {
        return gone;
    }
}
