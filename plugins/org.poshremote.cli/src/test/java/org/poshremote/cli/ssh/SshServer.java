package org.poshremote.cli.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.ssh.UserSshFolder;
import org.poshremote.core.target.JumpHost;
import org.poshremote.testing.Peers;

/**
 * OpenSSH's own server on loopback, as a process of this test with keys of its own, under the account that runs the test. Its
 * commands are run by {@link SshNodeMain}, the demo node's machine.
 */
final class SshServer implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private final Path folder;
    private final Process process;
    private final int port;

    private SshServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    static void needsServer() {
        Peers.require(Files.isExecutable(SSHD), "openssh-server");
    }

    /** @param more lines of sshd_config, which come first and so win */
    static SshServer start(Path folder, String... more) throws IOException, InterruptedException {
        needsServer();
        Files.createDirectories(folder.resolve("pids"));
        Path ssh = Files.createDirectories(folder.resolve("dot-ssh"));
        for (Path key : List.of(folder.resolve("host_key"), ssh.resolve("id_ed25519"))) {
            if (!Files.exists(key)) {
                said("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", key.toString());
            }
        }
        Files.copy(ssh.resolve("id_ed25519.pub"), folder.resolve("authorized_keys"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        if (user().equals("root")) {
            Files.createDirectories(Path.of("/run/sshd")); // where sshd of the system separates its privileges
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Path config = Files.writeString(folder.resolve("sshd_config"), String.join("\n", more) + "\nPort " + port + "\nListenAddress 127.0.0.1\nHostKey "
            + folder.resolve("host_key") + "\nPidFile none\nAuthorizedKeysFile " + folder.resolve("authorized_keys") + "\nStrictModes no\nUsePAM no\n"
            + "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\nLogLevel VERBOSE\nForceCommand " + node(folder) + "\n");
        Process process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString()).redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile()).start();
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try (Socket probe = new Socket("127.0.0.1", port)) {
                return new SshServer(folder, process, port);
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IOException("sshd did not start: " + Files.readString(folder.resolve("sshd.log")));
    }

    /**
     * What the server starts for every command. The machine behind it says that its PowerShell is process 4242, so that number is
     * taken for that of the real process where something is to be ended. In the folder a file "posix" makes it one without taskkill.
     */
    private static Path node(Path folder) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path script = Files.writeString(folder.resolve("node.sh"), """
            #!/bin/sh
            cd FOLDER
            case "$SSH_ORIGINAL_COMMAND" in
              taskkill*) [ -f posix ] && exit 127
                [ -f pids/4242 ] && kill -9 "$(cat pids/4242)" && exit 0
                exit 128 ;;
              kill*) exec sh -c "$(echo "$SSH_ORIGINAL_COMMAND" | sed "s/4242/$(cat pids/4242)/g")" ;;
            esac
            echo $$ >pids/4242
            exec JAVA -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp 'CLASSES' org.poshremote.cli.ssh.SshNodeMain
            """.replace("FOLDER", folder.toString()).replace("JAVA", ProcessHandle.current().info().command().orElse("java")).replace("CLASSES", classes));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    static String user() {
        return System.getProperty("user.name");
    }

    int port() {
        return port;
    }

    JumpHost account() {
        return new JumpHost(user(), "127.0.0.1", port);
    }

    /** The folder of a person's SSH things, with a key that the server takes. */
    Path personsFolder() {
        return folder.resolve("dot-ssh");
    }

    /** Puts the server's key where the person's ssh would have put it. */
    SshServer known() throws IOException {
        String[] key = Files.readString(folder.resolve("host_key.pub")).split(" ");
        Files.writeString(personsFolder().resolve("known_hosts"), "[127.0.0.1]:" + port + " " + key[0] + " " + key[1] + "\n");
        return this;
    }

    /** As ssh-keygen shows it. */
    String fingerprint() throws IOException, InterruptedException {
        return said("ssh-keygen", "-lf", folder.resolve("host_key.pub").toString()).split(" ")[1];
    }

    PathContext path() {
        return PathContext.of(Map.of(UserSshFolder.VARIABLE, personsFolder().toString())).withConnectTimeout(Duration.ofSeconds(20));
    }

    /** Ends the process that runs a command, as when somebody ends it on the node. */
    long commandProcess() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("pids/4242")).strip());
    }

    /** From now on a machine without taskkill. */
    SshServer posix() throws IOException {
        Files.writeString(folder.resolve("posix"), "");
        return this;
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("sshd.log"));
    }

    /** Ends the server with all of its connections at once, as a crash does. */
    void crash() {
        process.descendants().filter(child -> child.info().command().orElse("").contains("sshd")).forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertEquals(0, process.waitFor(), said);
        return said;
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
