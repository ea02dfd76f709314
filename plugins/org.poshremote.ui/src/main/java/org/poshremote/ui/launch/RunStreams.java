package org.poshremote.ui.launch;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.debug.core.model.IBinaryStreamMonitor;
import org.eclipse.debug.core.model.IBinaryStreamsProxy;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.osgi.util.NLS;

/** The streams of a run: what Eclipse knows as output and error, and the further ones of PowerShell beside them. */
public final class RunStreams implements IBinaryStreamsProxy {
    /** The streams, in the order in which the preferences show their colours. */
    public enum Kind {
        OUTPUT, ERROR, WARNING, VERBOSE, DEBUG, NOTE;

        /** @return the identifier by which the console asks for a colour */
        public String id() {
            return "org.poshremote.ui.stream." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Kind, RunStream> streams = new EnumMap<>(Kind.class);

    RunStreams() {
        for (Kind kind : Kind.values()) {
            streams.put(kind, new RunStream());
        }
    }

    public RunStream stream(Kind kind) {
        return streams.get(kind);
    }

    @Override
    public IStreamMonitor getErrorStreamMonitor() {
        return stream(Kind.ERROR);
    }

    @Override
    public IStreamMonitor getOutputStreamMonitor() {
        return stream(Kind.OUTPUT);
    }

    @Override
    public IBinaryStreamMonitor getBinaryErrorStreamMonitor() {
        return stream(Kind.ERROR);
    }

    @Override
    public IBinaryStreamMonitor getBinaryOutputStreamMonitor() {
        return stream(Kind.OUTPUT);
    }

    // A run gets its standard input whole with its start, so nothing can be typed to it later.

    @Override
    public void write(String input) throws IOException {
        throw new IOException(NLS.bind(Messages.RunStreams_noTyping, Messages.MainTab_standardInput));
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        throw new IOException(NLS.bind(Messages.RunStreams_noTyping, Messages.MainTab_standardInput));
    }

    @Override
    public void closeInputStream() {
        // there is none
    }
}
