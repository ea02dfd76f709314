package org.poshremote.demo.interpreter;

import java.nio.charset.Charset;

/** What shows a session's streams; standard error of a PowerShell host is CLIXML or text, as it was started. */
interface Host {
    /** In what further text is written, as [Console]::OutputEncoding says. */
    void encoding(Charset charset);

    void output(String text);

    void error(String text);

    void warning(String text);

    void verbose(String text);

    void debug(String text);

    /** @param percent -1 where not known */
    void progress(String activity, String status, int percent, int seconds, boolean completed);
}
