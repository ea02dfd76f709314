package org.poshremote.benchmarks.peers;

import com.xebialabs.overthere.CmdLine;
import com.xebialabs.overthere.ConnectionOptions;
import com.xebialabs.overthere.OperatingSystemFamily;
import com.xebialabs.overthere.OverthereConnection;
import com.xebialabs.overthere.OverthereProcess;
import com.xebialabs.overthere.cifs.CifsConnectionBuilder;
import com.xebialabs.overthere.cifs.CifsConnectionType;
import com.xebialabs.overthere.util.DefaultAddressPortMapper;
import java.io.IOException;
import java.io.InputStream;

/** Runs one command with Overthere: HOST PORT USER COMMAND, the password in BENCH_PASSWORD. */
final class OverthereDriver {
    private OverthereDriver() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PeerReport report = new PeerReport();
        ConnectionOptions options = new ConnectionOptions();
        options.set(ConnectionOptions.ADDRESS, arguments[0]);
        options.set(ConnectionOptions.PORT, Integer.parseInt(arguments[1]));
        options.set(ConnectionOptions.USERNAME, arguments[2]);
        options.set(ConnectionOptions.PASSWORD, System.getenv("BENCH_PASSWORD"));
        options.set(ConnectionOptions.OPERATING_SYSTEM, OperatingSystemFamily.WINDOWS);
        options.set(CifsConnectionBuilder.CONNECTION_TYPE, CifsConnectionType.WINRM_INTERNAL);
        CmdLine line = CmdLine.build(arguments[3].split(" "));
        long exitCode;
        try (OverthereConnection connection = new CifsConnectionBuilder(CifsConnectionBuilder.CIFS_PROTOCOL, options, new DefaultAddressPortMapper()).connect()) {
            OverthereProcess process = connection.startProcess(line);
            Thread errors = Thread.ofPlatform().daemon().start(() -> drain(process.getStderr()));
            byte[] buffer = new byte[65536];
            try (InputStream out = process.getStdout()) {
                for (int count = out.read(buffer); count >= 0; count = out.read(buffer)) {
                    report.received(count);
                }
            }
            exitCode = process.waitFor();
            errors.join();
        }
        report.print(exitCode);
        System.exit(0); // its reader threads are no daemons
    }

    private static void drain(InputStream stream) {
        try (stream) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the process has ended
        }
    }
}
