package org.poshremote.cli.ssh;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.ProgramContext;

/** What an SSH server starts: cmd.exe of the demo node's machine, which interprets the command line that the client asked for. */
public final class SshNodeMain {
    private SshNodeMain() {
    }

    public static void main(String[] arguments) throws Exception {
        String line = System.getenv().getOrDefault("SSH_ORIGINAL_COMMAND", "");
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        ProgramContext world = new ProgramContext() {
            @Override
            public InputStream stdin() {
                return new FileInputStream(FileDescriptor.in);
            }

            @Override
            public OutputStream stdout() {
                return out;
            }

            @Override
            public OutputStream stderr() {
                return err;
            }

            @Override
            public Map<String, String> environment() {
                return Map.of();
            }

            @Override
            public String workingDirectory() {
                return "";
            }

            /** The console's own, which nobody has set: sshd does not. */
            @Override
            public int codePage() {
                return 437;
            }

            @Override
            public boolean interrupted() {
                return false;
            }
        };
        int code = new CommandShell(Personality.named("windows-server-2022")).resolve(line, world).run(world);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
