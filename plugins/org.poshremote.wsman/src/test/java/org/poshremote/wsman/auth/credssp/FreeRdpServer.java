package org.poshremote.wsman.auth.credssp;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.poshremote.testing.Peers;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.ntlm.NtlmHashes;

/** FreeRDP's shadow server on a display of its own, with one account. */
final class FreeRdpServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/freerdp-shadow-cli");
    private static final Path DISPLAY = Path.of("/usr/bin/Xvfb");
    private static final int TRIES = 100;
    private final Process display;
    private final Process server;
    private final int port;

    private FreeRdpServer(Process display, Process server, int port) {
        this.display = display;
        this.server = server;
        this.port = port;
    }

    /** Fails where the test run has to have these packages, and otherwise says loudly that a test did not run. */
    static void require() {
        Peers.require(Files.exists(PROGRAM) && Files.exists(DISPLAY), "freerdp2-shadow-x11 xvfb");
    }

    static FreeRdpServer start(Path folder, String user, String password) throws IOException {
        Path accounts = folder.resolve("accounts");
        try (Secret secret = Secret.of(password.toCharArray())) {
            Files.writeString(accounts, user + ":::" + HexFormat.of().formatHex(NtlmHashes.ofPassword(secret)) + ":::\n");
        }
        Process display = new ProcessBuilder(DISPLAY.toString(), "-displayfd", "1", "-screen", "0", "320x240x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = display.inputReader(StandardCharsets.UTF_8);
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString(), "/port:" + port, "/bind-address:127.0.0.1", "/sam-file:" + accounts,
            "/sec:nla", "+auth").redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().put("DISPLAY", ":" + number);
        builder.environment().put("HOME", folder.toString());
        Process server = builder.start();
        FreeRdpServer started = new FreeRdpServer(display, server, port);
        started.await(folder);
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** It does not say when it listens. */
    private void await(Path folder) throws IOException {
        for (int i = 0; i < TRIES && server.isAlive(); i++) {
            try (Socket probe = new Socket("127.0.0.1", port)) {
                return;
            } catch (ConnectException e) {
                try {
                    server.waitFor(100, TimeUnit.MILLISECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IOException(interrupted);
                }
            }
        }
        close();
        throw new IOException("freerdp-shadow-cli did not start: " + Files.readString(folder.resolve("server.log")));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.destroy();
        display.destroy();
    }
}
