package org.poshremote.core.run.internal;

import java.util.OptionalInt;
import org.poshremote.core.run.PowerShellHost;

/** The command line that starts the bootstrap. */
public final class CommandLines {
    /** cmd.exe takes 8,191 characters; some room stays for what a node puts around the line. */
    public static final int LONGEST = 8000;

    private CommandLines() {
    }

    /** For a PowerShell with the usual switches. */
    public static String windows(PowerShellHost host, boolean profileScripts, boolean clr4Child) {
        return windows(host, profileScripts, clr4Child, Bootstrap.encoded());
    }

    private static String windows(PowerShellHost host, boolean profileScripts, boolean clr4Child, String bootstrap) {
        StringBuilder line = new StringBuilder(bootstrap.length() + 200);
        if (clr4Child) {
            // for this cmd.exe and what it starts, nothing else on the node
            line.append("set COMPLUS_version=v4.0.30319&");
        }
        line.append(host.id()).append(" -NoLogo");
        if (!profileScripts) {
            line.append(" -NoProfile");
        }
        return line.append(" -NonInteractive -InputFormat None -ExecutionPolicy Bypass -EncodedCommand ")
                .append(bootstrap).toString();
    }

    /**
     * For an SSH server, whose default shell is between it and PowerShell: without quotes and signs that cmd.exe, PowerShell or a
     * POSIX shell would read. Only the CLR 4 child needs cmd.exe there, the default of OpenSSH on Windows.
     */
    public static String ssh(PowerShellHost host, boolean profileScripts, boolean clr4Child, OptionalInt codePage) {
        return windows(host, profileScripts, clr4Child, Bootstrap.encoded(codePage));
    }

    /** For Nano Server TP3, whose PowerShell takes a command line and nothing else. */
    public static String nanoTp3() {
        return "powershell \"" + Bootstrap.oneLine() + '"';
    }
}
