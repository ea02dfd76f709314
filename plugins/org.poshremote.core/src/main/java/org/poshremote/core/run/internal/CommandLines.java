package org.poshremote.core.run.internal;

import org.poshremote.core.run.PowerShellHost;

/** The command line that starts the bootstrap. */
public final class CommandLines {
    /** cmd.exe takes 8,191 characters; some room stays for what a node puts around the line. */
    public static final int LONGEST = 8000;

    private CommandLines() {
    }

    /** For a PowerShell with the usual switches. */
    public static String windows(PowerShellHost host, boolean profileScripts, boolean clr4Child) {
        StringBuilder line = new StringBuilder(Bootstrap.encoded().length() + 200);
        if (clr4Child) {
            // for this cmd.exe and what it starts, nothing else on the node
            line.append("set COMPLUS_version=v4.0.30319&");
        }
        line.append(host.id()).append(" -NoLogo");
        if (!profileScripts) {
            line.append(" -NoProfile");
        }
        return line.append(" -NonInteractive -InputFormat None -ExecutionPolicy Bypass -EncodedCommand ")
                .append(Bootstrap.encoded()).toString();
    }

    /** For Nano Server TP3, whose PowerShell takes a command line and nothing else. */
    public static String nanoTp3() {
        return "powershell \"" + Bootstrap.oneLine() + '"';
    }
}
