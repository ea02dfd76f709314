package org.poshremote.wsman.auth.kerberos;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.poshremote.testing.TestRealm;
import org.poshremote.wsman.testing.PythonNode;

/** A service whose sign-in and sealing others wrote: MIT Kerberos behind a small HTTP server in Python. */
final class GssNode implements AutoCloseable {
    private final Process process;
    private final int port;

    private GssNode(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param clock of the service: "+0" for the real one, or "+1h", "-1h"
     * @param tls   certificate and key as PEM files, or nothing for plain HTTP
     */
    static GssNode start(TestRealm realm, Path folder, Path keytab, String clock, Path... tls) throws IOException {
        Path script = PythonNode.script(GssNode.class, "gss_node.py", folder);
        List<String> command = new ArrayList<>();
        if (!clock.equals("+0")) {
            command.addAll(List.of("/usr/bin/faketime", "-f", clock));
        }
        command.addAll(List.of("/usr/bin/python3", script.toString(), keytab.toString()));
        for (Path file : tls) {
            command.add(file.toString());
        }
        Process process = realm.process(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String port = said.readLine();
        if (port == null) {
            throw new IOException("the node in Python did not start");
        }
        return new GssNode(process, Integer.parseInt(port));
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close(); // it serves until then
    }
}
