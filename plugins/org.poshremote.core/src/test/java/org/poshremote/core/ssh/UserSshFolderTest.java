package org.poshremote.core.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class UserSshFolderTest {
    @TempDir
    private Path folder;

    /** Keys in files are there all the same. */
    @Test
    void anAgentThatNeverAnswersIsPassedOver() throws Exception {
        KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256).writePrivateKey(folder.resolve("id_ecdsa").toString());
        Path socket = folder.resolve("agent");
        try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            agent.bind(UnixDomainSocketAddress.of(socket));
            assertEquals(1, new UserSshFolder(folder, Optional.of(socket), Duration.ofMillis(300)).identities("jump.example").size());
        }
    }

    @Test
    void anAgentThatIsGoneIsPassedOver() throws Exception {
        assertEquals(0, new UserSshFolder(folder, Optional.of(folder.resolve("gone")), Duration.ofMinutes(5)).identities("jump.example").size());
    }
}
