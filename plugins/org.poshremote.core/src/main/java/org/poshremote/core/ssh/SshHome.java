package org.poshremote.core.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.util.List;

/** Where a person's SSH keys and the known keys of servers are: the SSH folder in the terminal, Eclipse's settings in the IDE. */
public interface SshHome {
    /** Keys to offer to a server, those of an agent first. A key that cannot be read is left out. */
    List<Identity> identities(String host) throws JSchException;

    /** Known keys, read anew. */
    HostKeyRepository knownHosts() throws JSchException;

    /** Keeps a key that the person has confirmed. */
    void remember(HostKey key) throws IOException;

    /** Where known keys are kept, for people. */
    String knownHostsPlace();
}
