package org.poshremote.ui.launch;

import java.io.ByteArrayOutputStream;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.debug.core.IBinaryStreamListener;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IBinaryStreamMonitor;

/**
 * One stream of a run, as text for the console and as bytes for output to a file.
 *
 * <p>Keeps what was written only until somebody listens; and of a run that nobody listens to, the last
 * {@value #LARGEST_BUFFER} characters. Safe for use by several threads.
 */
public final class RunStream implements IBinaryStreamMonitor {
    private static final int LARGEST_BUFFER = 1 << 20;

    private final ListenerList<IStreamListener> listeners = new ListenerList<>();
    private final ListenerList<IBinaryStreamListener> binaryListeners = new ListenerList<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean buffered = true;

    /** The bytes may be empty: a line of ours, such as the header, has none. */
    void append(String newText, byte[] newBytes) {
        synchronized (this) {
            if (buffered) {
                text.append(newText);
                if (text.length() > LARGEST_BUFFER) {
                    text.delete(0, text.length() - LARGEST_BUFFER);
                }
                if (bytes.size() + newBytes.length > LARGEST_BUFFER) {
                    bytes.reset();
                }
                bytes.write(newBytes, 0, newBytes.length);
            }
        }
        if (!newText.isEmpty()) {
            for (IStreamListener listener : listeners) {
                listener.streamAppended(newText, this);
            }
        }
        if (newBytes.length > 0) {
            for (IBinaryStreamListener listener : binaryListeners) {
                listener.streamAppended(newBytes, this);
            }
        }
    }

    @Override
    public void addListener(IStreamListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(IStreamListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void addBinaryListener(IBinaryStreamListener listener) {
        binaryListeners.add(listener);
    }

    @Override
    public void removeBinaryListener(IBinaryStreamListener listener) {
        binaryListeners.remove(listener);
    }

    @Override
    public synchronized String getContents() {
        return text.toString();
    }

    @Override
    public synchronized byte[] getData() {
        return bytes.toByteArray();
    }

    @Override
    public synchronized void flushContents() {
        text.setLength(0);
        bytes.reset();
    }

    @Override
    public synchronized void setBuffered(boolean buffer) {
        buffered = buffer;
    }

    @Override
    public synchronized boolean isBuffered() {
        return buffered;
    }
}
