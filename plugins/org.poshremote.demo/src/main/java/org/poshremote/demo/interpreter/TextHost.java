package org.poshremote.demo.interpreter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/** A PowerShell host with text on both streams; as one that was started with -Command and text output. */
class TextHost implements Host {
    private final OutputStream out;
    private final OutputStream err;
    private volatile Charset charset;

    TextHost(OutputStream out, OutputStream err, Charset charset) {
        this.out = out;
        this.err = err;
        this.charset = charset;
    }

    static void write(OutputStream stream, String text, Charset charset) {
        try {
            stream.write(text.getBytes(charset));
            stream.flush();
        } catch (java.io.InterruptedIOException e) {
            throw new Leave.Interrupted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void encoding(Charset newCharset) {
        charset = newCharset;
    }

    @Override
    public void output(String text) {
        write(out, text, charset);
    }

    final void raw(String text) {
        write(err, text, charset);
    }

    @Override
    public void error(String text) {
        raw(text);
    }

    @Override
    public void warning(String text) {
        output("WARNING: " + text + "\r\n");
    }

    @Override
    public void verbose(String text) {
        output("VERBOSE: " + text + "\r\n");
    }

    @Override
    public void debug(String text) {
        output("DEBUG: " + text + "\r\n");
    }

    @Override
    public void progress(String activity, String status, int percent, int seconds, boolean completed) {
        // a text host without a console shows none
    }

    void close() {
        // nothing is held back
    }
}
