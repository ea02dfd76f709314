package org.poshremote.core.run.internal;

import java.nio.charset.Charset;
import java.util.List;
import org.poshremote.core.run.RunEvent;
import org.poshremote.wsman.clixml.ClixmlDecoder;
import org.poshremote.wsman.clixml.ClixmlItem;

/** Standard error of a PowerShell host: CLIXML, and plain text of programs between. */
public final class ClixmlErrors implements ErrorStream {
    private final StreamDecoder decoder;
    private final ClixmlDecoder clixml = new ClixmlDecoder();
    private final ErrorGroups groups;
    private final Emitter emitter;

    public ClixmlErrors(Charset charset, Emitter emitter) {
        this.decoder = new StreamDecoder(charset);
        this.emitter = emitter;
        groups = new ErrorGroups(emitter);
    }

    @Override
    public void accept(byte[] bytes) {
        hand(clixml.feed(decoder.decode(bytes)));
    }

    @Override
    public void idle() {
        groups.flush();
    }

    @Override
    public void finish() {
        hand(clixml.feed(decoder.finish()));
        hand(clixml.finish());
        groups.flush();
    }

    private void hand(List<ClixmlItem> items) {
        for (ClixmlItem item : items) {
            if (item instanceof ClixmlItem.ErrorText error) {
                groups.add(error.text());
                continue;
            }
            groups.flush();
            emitter.emit(switch (item) {
                case ClixmlItem.ErrorText error -> throw new IllegalStateException("handled above");
                case ClixmlItem.PlainText plain -> new RunEvent.ErrorOutput(plain.text());
                case ClixmlItem.Warning warning -> new RunEvent.Warning(line(warning.text()));
                case ClixmlItem.Verbose verbose -> new RunEvent.Verbose(line(verbose.text()));
                case ClixmlItem.Debug debug -> new RunEvent.Debug(line(debug.text()));
                // Write-Host reaches standard output in a console host; what comes here is tagged information
                case ClixmlItem.Information information -> new RunEvent.Verbose(line(information.text()));
                case ClixmlItem.Progress progress -> new RunEvent.Progress(progress.activity(), progress.status(),
                        progress.percent(), progress.secondsRemaining(), progress.completed());
            });
        }
    }

    /** Records are lines: who shows them ends them. */
    private static String line(String text) {
        return text.stripTrailing();
    }
}
