package org.poshremote.cli.ssh;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.PromptEntry;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.poshremote.core.target.JumpHost;

/** An SSH server by others in this process, for accounts with passwords, of which this machine has none to try. */
final class PasswordServer implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    /** Passwords that came, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile String password;

    /** @param keyboard by keyboard-interactive in place of password */
    PasswordServer(String password, boolean keyboard) throws IOException {
        this.password = password;
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key()));
        server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        if (keyboard) {
            server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
            server.setKeyboardInteractiveAuthenticator(new KeyboardInteractiveAuthenticator() {
                @Override
                public InteractiveChallenge generateChallenge(ServerSession session, String user, String language, String methods) {
                    InteractiveChallenge challenge = new InteractiveChallenge();
                    challenge.addPrompt(new PromptEntry("Password: ", false));
                    return challenge;
                }

                @Override
                public boolean authenticate(ServerSession session, String user, List<String> responses) {
                    asked.addAll(responses);
                    return responses.equals(List.of(PasswordServer.this.password));
                }
            });
        } else {
            server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
            server.setPasswordAuthenticator((user, given, session) -> {
                asked.add(given);
                return given.equals(this.password);
            });
        }
        server.start();
    }

    private static java.security.KeyPair key() throws IOException {
        try {
            return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Of the account from now on; all connections are lost. */
    void changePassword(String value) {
        password = value;
        loseConnections();
    }

    void loseConnections() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    JumpHost account(String user) {
        return new JumpHost(user, "127.0.0.1", server.getPort());
    }

    static Map<String, String> environment(String folder) {
        return Map.of(org.poshremote.core.ssh.UserSshFolder.VARIABLE, folder);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
