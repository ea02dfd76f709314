package org.poshremote.demo.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The world of one hosted program: its standard streams, its environment, and whether it was asked to end. */
public interface ProgramContext {
    /** What the client sends; blocks until there is some; ends where the client said {@code End}. */
    InputStream stdin();

    /**
     * Bytes in {@link #codePage()}. Writing blocks while the client does not fetch; it throws an
     * {@link java.io.InterruptedIOException} when the program was ended from outside.
     */
    OutputStream stdout();

    OutputStream stderr();

    /** Variables that the client set for the shell, without the machine's own. Names compare as on Windows: ignoring case. */
    Map<String, String> environment();

    /** The folder the client asked for; empty when it named none, then the machine's default holds. */
    String workingDirectory();

    /** Console code page of the shell, for example 437 or 65001. */
    int codePage();

    /** Whether the program was asked to end (ctrl_c, ctrl_break, terminate, shell deleted). Blocked calls are interrupted too. */
    boolean interrupted();
}
