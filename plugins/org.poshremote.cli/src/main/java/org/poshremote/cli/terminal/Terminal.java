package org.poshremote.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The two streams that a person or a pipe reads, and what each may be sent. Thread-safe: each call writes whole.
 *
 * @param outIsTerminal whether standard output is read by a person
 * @param errIsTerminal the same for standard error
 * @param inIsTerminal  whether a person can answer a question
 */
public record Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal,
        boolean inIsTerminal, boolean colour) {
    /** Set by the launcher, which can ask the system: a list of "in", "out" and "err" for those that are terminals. */
    static final String PROPERTY = "poshremote.terminal";

    /** The streams of this process. Text is written in the terminal's encoding, to a pipe as UTF-8. */
    public static Terminal ofProcess() {
        Optional<String> told = Optional.ofNullable(System.getProperty(PROPERTY));
        boolean console = System.console() != null;
        boolean out = told.map(list -> list.contains("out")).orElse(console);
        boolean err = told.map(list -> list.contains("err")).orElse(console);
        boolean in = told.map(list -> list.contains("in")).orElse(console);
        boolean colour = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(stream(FileDescriptor.out, out, "stdout.encoding"), stream(FileDescriptor.err, err, "stderr.encoding"),
            out, err, in, colour);
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean terminal, String encodingProperty) {
        Charset charset = terminal ? Charset.forName(System.getProperty(encodingProperty, "UTF-8")) : StandardCharsets.UTF_8;
        return new PrintStream(new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 15), false, charset);
    }

    public void out(String text) {
        synchronized (out) {
            out.print(text);
            out.flush();
        }
    }

    /** Bytes as they are, whatever the encoding of the terminal. */
    public void outBytes(byte[] bytes) {
        synchronized (out) {
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
    }

    /** Whether the reader of standard output went away, so that nothing more can be written. */
    public boolean outIsClosed() {
        return out.checkError();
    }

    public void err(String text) {
        synchronized (err) {
            err.print(text);
            err.flush();
        }
    }

    /** One line on standard error in a style, which a pipe or NO_COLOR does not see. */
    public void errLine(Style style, String text) {
        boolean styled = colour && errIsTerminal && style != Style.PLAIN;
        err(styled ? style.begin() + text + Style.END + System.lineSeparator() : text + System.lineSeparator());
    }

    /** A terminal for tests, or for output that nobody reads. */
    public static Terminal into(OutputStream out, OutputStream err, boolean asTerminal) {
        return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
            asTerminal, asTerminal, false, asTerminal);
    }
}
