package org.poshremote.ui.path;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.io.IOException;
import java.util.List;
import org.eclipse.jsch.core.IJSchService;
import org.poshremote.core.ssh.SshHome;

/** Keys and known servers as Preferences, General, Network Connections, SSH2 says. */
final class EclipseSsh implements SshHome {
    /** The service reads keys and known servers when a session is made; this one is never connected. */
    private static JSch jsch() throws JSchException {
        IJSchService service = Services.find(IJSchService.class).orElseThrow(() -> new JSchException(Messages.EclipseSsh_none));
        service.createSession("localhost", 22, "-"); //$NON-NLS-1$ //$NON-NLS-2$
        return service.getJSch();
    }

    @Override
    public List<Identity> identities(String host) throws JSchException {
        return List.copyOf(jsch().getIdentityRepository().getIdentities());
    }

    @Override
    public HostKeyRepository knownHosts() throws JSchException {
        return jsch().getHostKeyRepository();
    }

    @Override
    public void remember(HostKey key) throws IOException {
        try {
            jsch().getHostKeyRepository().add(key, new Confirmed());
        } catch (JSchException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String knownHostsPlace() {
        try {
            String file = jsch().getHostKeyRepository().getKnownHostsRepositoryID();
            return file == null ? Messages.EclipseSsh_place : file;
        } catch (JSchException e) {
            return Messages.EclipseSsh_place;
        }
    }

    /** The list's file may be made where there is none yet: the person has said that the key is to be kept. */
    private static final class Confirmed implements UserInfo {
        @Override
        public boolean promptYesNo(String message) {
            return true;
        }

        @Override
        public String getPassphrase() {
            return null;
        }

        @Override
        public String getPassword() {
            return null;
        }

        @Override
        public boolean promptPassword(String message) {
            return false;
        }

        @Override
        public boolean promptPassphrase(String message) {
            return false;
        }

        @Override
        public void showMessage(String message) {
            // says that the file was made
        }
    }
}
