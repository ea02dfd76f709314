package org.poshremote.benchmarks.peers;

import io.cloudsoft.winrm4j.client.ShellCommand;
import io.cloudsoft.winrm4j.client.WinRmClient;
import io.cloudsoft.winrm4j.client.WinRmClientContext;
import java.io.Writer;
import org.apache.http.client.config.AuthSchemes;

/** Runs one command with winrm4j: HOST PORT USER COMMAND, the password in BENCH_PASSWORD. */
final class Winrm4jDriver {
    private Winrm4jDriver() {
    }

    public static void main(String[] arguments) {
        PeerReport report = new PeerReport();
        Writer counting = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                report.received(length);
            }

            @Override
            public void flush() {
                // nothing is kept
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        WinRmClientContext context = WinRmClientContext.newInstance();
        int exitCode;
        try (WinRmClient client = WinRmClient.builder("http://" + arguments[0] + ":" + arguments[1] + "/wsman")
                .authenticationScheme(AuthSchemes.BASIC)
                .credentials(arguments[2], System.getenv("BENCH_PASSWORD"))
                .context(context)
                .build();
             ShellCommand shell = client.createShell()) {
            exitCode = shell.execute(arguments[3], counting, counting);
        } finally {
            context.shutdown();
        }
        report.print(exitCode);
        System.exit(0);
    }
}
