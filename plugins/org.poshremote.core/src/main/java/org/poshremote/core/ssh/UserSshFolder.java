package org.poshremote.core.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.OpenSSHConfig;
import com.jcraft.jsch.SSHAgentConnector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poshremote.wsman.http.Deadline;
import org.poshremote.wsman.http.Detached;

/**
 * The folder in which ssh keeps a person's things: known_hosts, the usual key files, and of config the IdentityFile lines (its
 * other settings are not taken over: StrictHostKeyChecking among them could say to trust anybody). The agent of SSH_AUTH_SOCK is
 * asked too.
 */
public final class UserSshFolder implements SshHome {
    /** Of the environment: a folder in place of ~/.ssh. */
    public static final String VARIABLE = "POSHREMOTE_SSH";
    private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");
    private static final Path SYSTEM_KNOWN_HOSTS = Path.of("/etc/ssh/ssh_known_hosts");
    private static final Duration AGENT_PATIENCE = Duration.ofSeconds(5);
    private final Path folder;
    private final Optional<Path> agent;
    private final Duration agentPatience;

    /** @param agent socket of an SSH agent */
    public UserSshFolder(Path folder, Optional<Path> agent) {
        this(folder, agent, AGENT_PATIENCE);
    }

    UserSshFolder(Path folder, Optional<Path> agent, Duration agentPatience) {
        this.folder = folder;
        this.agent = agent;
        this.agentPatience = agentPatience;
    }

    public static UserSshFolder ofThisUser(Map<String, String> environment) {
        Path folder = Optional.ofNullable(environment.get(VARIABLE)).filter(name -> !name.isBlank()).map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".ssh"));
        Optional<Path> socket = Optional.ofNullable(environment.get("SSH_AUTH_SOCK")).filter(name -> !name.isBlank()).map(Path::of);
        return new UserSshFolder(folder, socket);
    }

    @Override
    public List<Identity> identities(String host) throws JSchException {
        List<Identity> identities = new ArrayList<>();
        agent.filter(Files::exists).ifPresent(socket -> identities.addAll(ofAgent(socket)));
        JSch keys = new JSch();
        for (Path file : keyFiles(host)) {
            try {
                keys.addIdentity(file.toString());
            } catch (JSchException e) {
                // another kind of key than this program reads: ssh passes over it as well
            }
        }
        identities.addAll(keys.getIdentityRepository().getIdentities());
        return identities;
    }

    private List<Identity> ofAgent(Path socket) {
        try {
            return Detached.call(() -> {
                IdentityRepository keys = new AgentIdentityRepository(new SSHAgentConnector(socket));
                return keys.getStatus() == IdentityRepository.RUNNING ? List.copyOf(keys.getIdentities()) : List.<Identity>of();
            }, unwanted -> { }, Deadline.in(agentPatience));
        } catch (IOException e) { // an agent that is gone, is none, or does not answer
            return List.of();
        }
    }

    private Set<Path> keyFiles(String host) {
        Set<Path> files = new LinkedHashSet<>();
        Path config = folder.resolve("config");
        if (Files.isReadable(config)) {
            try {
                String[] named = OpenSSHConfig.parseFile(config.toString()).getConfig(host).getValues("IdentityFile");
                Stream.ofNullable(named).flatMap(Stream::of).forEach(name -> files.add(expanded(name)));
            } catch (IOException | RuntimeException e) {
                // a config that cannot be read names no keys
            }
        }
        USUAL_KEYS.forEach(name -> files.add(folder.resolve(name)));
        files.removeIf(file -> !Files.isReadable(file));
        return files;
    }

    private Path expanded(String name) {
        String text = name.strip().replaceAll("^\"|\"$", "");
        return text.startsWith("~/") ? Path.of(System.getProperty("user.home")).resolve(text.substring(2)) : folder.resolve(text);
    }

    @Override
    public HostKeyRepository knownHosts() throws JSchException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Path file : List.of(folder.resolve("known_hosts"), SYSTEM_KNOWN_HOSTS)) {
            try {
                lines.writeBytes(Files.readAllBytes(file));
                lines.write('\n');
            } catch (IOException e) {
                // none, as before the first connection
            }
        }
        try {
            return list(lines.toByteArray());
        } catch (JSchException e) {
            return list(readable(lines.toString(StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static HostKeyRepository list(byte[] lines) throws JSchException {
        JSch reader = new JSch();
        reader.setKnownHosts(new ByteArrayInputStream(lines));
        return reader.getHostKeyRepository();
    }

    /** JSch gives up the whole list for a line that it cannot read; ssh passes over such a line. */
    private static String readable(String text) {
        return text.lines().filter(line -> {
            try {
                list(line.getBytes(StandardCharsets.ISO_8859_1));
                return true;
            } catch (JSchException e) {
                return false;
            }
        }).collect(Collectors.joining("\n", "", "\n"));
    }

    /** One more line: what others wrote there stays as it is. */
    @Override
    public void remember(HostKey key) throws IOException {
        Path file = folder.resolve("known_hosts");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            privately(folder, "rwx------");
        }
        boolean fresh = !Files.exists(file);
        String line = key.getHost() + " " + key.getType() + " " + key.getKey() + "\n";
        boolean unfinished = !fresh && Files.size(file) > 0 && !Files.readString(file, StandardCharsets.ISO_8859_1).endsWith("\n");
        Files.writeString(file, (unfinished ? "\n" : "") + line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (fresh) {
            privately(file, "rw-------");
        }
    }

    private static void privately(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    @Override
    public String knownHostsPlace() {
        return folder.resolve("known_hosts").toString();
    }
}
