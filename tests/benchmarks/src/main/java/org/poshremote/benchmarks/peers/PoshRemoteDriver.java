package org.poshremote.benchmarks.peers;

import java.util.OptionalLong;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.winrs.CommandState;
import org.poshremote.wsman.winrs.ConnectionSettings;
import org.poshremote.wsman.winrs.Received;
import org.poshremote.wsman.winrs.RemoteCommand;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.Signal;
import org.poshremote.wsman.winrs.WinRs;

/** Runs one command with our client: HOST PORT USER COMMAND, the password in BENCH_PASSWORD. */
final class PoshRemoteDriver {
    private PoshRemoteDriver() {
    }

    public static void main(String[] arguments) throws WsmanException {
        PeerReport report = new PeerReport();
        Basic basic = new Basic(arguments[2], Secret.of(System.getenv("BENCH_PASSWORD").toCharArray()), true);
        ConnectionSettings settings = ConnectionSettings.of(new Endpoint(arguments[0], Integer.parseInt(arguments[1]), false, "/wsman"), basic);
        OptionalLong exitCode = OptionalLong.empty();
        try (WinRs client = new WinRs(settings); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            RemoteCommand command = shell.start(arguments[3], false);
            Received received = Received.NOTHING;
            while (received.state() != CommandState.DONE) {
                received = command.receive();
                received.chunks().forEach(chunk -> report.received(chunk.data().length));
            }
            exitCode = received.exitCode();
            command.signal(Signal.TERMINATE);
        }
        report.print(exitCode.orElse(-1));
    }
}
