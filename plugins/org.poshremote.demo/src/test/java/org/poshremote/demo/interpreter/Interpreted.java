package org.poshremote.demo.interpreter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.ProgramContext;

/** Runs a command line or a script on a machine of the demo node, without a server. */
final class Interpreted {
    final String out;
    final String err;
    final int exitCode;

    private Interpreted(String out, String err, int exitCode) {
        this.out = out;
        this.err = err;
        this.exitCode = exitCode;
    }

    static Interpreted line(String personality, String line, byte[] stdin, Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProgramContext context = new ProgramContext() {
            private final ByteArrayInputStream in = new ByteArrayInputStream(stdin);

            @Override
            public java.io.InputStream stdin() {
                return in;
            }

            @Override
            public java.io.OutputStream stdout() {
                return out;
            }

            @Override
            public java.io.OutputStream stderr() {
                return err;
            }

            @Override
            public Map<String, String> environment() {
                return environment;
            }

            @Override
            public String workingDirectory() {
                return "";
            }

            @Override
            public int codePage() {
                return 65001;
            }

            @Override
            public boolean interrupted() {
                return false;
            }
        };
        try {
            int code = new CommandShell(Personality.named(personality)).resolve(line, context).run(context);
            return new Interpreted(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), code);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Interpreted line(String line) {
        return line("windows-server-2022", line, new byte[0], Map.of());
    }

    static Interpreted script(String personality, String script) {
        String encoded = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
        if (encoded.length() < 8000) {
            return line(personality, "powershell -NoProfile -EncodedCommand " + encoded, new byte[0], Map.of());
        }
        throw new IllegalArgumentException("too long for a command line");
    }

    static Interpreted script(String script) {
        return script("windows-server-2022", script);
    }

    String lines() {
        return out.replace("\r\n", "\n").stripTrailing();
    }
}
