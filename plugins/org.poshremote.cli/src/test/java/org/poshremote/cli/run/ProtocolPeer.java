package org.poshremote.cli.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.poshremote.demo.process.HostedProgram;
import org.poshremote.demo.process.ProgramContext;
import org.poshremote.demo.process.ProgramResolver;

/**
 * The other end of {@code docs/run-protocol.md}, written from that page alone. Its "scripts" are lines of a word and a rest:
 * out, err, clixml, big N, echo, hang, exit N.
 */
public final class ProtocolPeer implements ProgramResolver {
    final List<String> ran = new CopyOnWriteArrayList<>();
    private final int codePage;

    public ProtocolPeer(int codePage) {
        this.codePage = codePage;
    }

    @Override
    public HostedProgram resolve(String commandLine, ProgramContext context) {
        return commandLine.startsWith("powershell ") ? this::powershell : ignored -> 9009;
    }

    private int powershell(ProgramContext context) throws InterruptedException {
        try {
            return bootstrap(context);
        } catch (InterruptedIOException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int bootstrap(ProgramContext context) throws IOException, InterruptedException {
        InputStream in = context.stdin();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b > 10; b = in.read()) {
            line.write(b);
        }
        String[] head = line.toString(StandardCharsets.US_ASCII).trim().split(" ");
        if (head.length < 6) {
            return 87;
        }
        byte[] packed = in.readNBytes(Integer.parseInt(head[2]));
        if (packed.length < Integer.parseInt(head[2])) {
            return 87;
        }
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        String script = new String(plain, Integer.parseInt(head[3]), Integer.parseInt(head[4]), StandardCharsets.UTF_8);
        String invocation = new String(plain, Integer.parseInt(head[3]) + Integer.parseInt(head[4]), Integer.parseInt(head[5]), StandardCharsets.UTF_8);
        context.stdout().write(("PR1 " + head[1] + " ps=5.1.1 edition=Desktop clr=4.0.30319.42000 codepage=" + codePage
                + " culture=en-US elevated=True os=10.0.1 bits=64\n").getBytes(StandardCharsets.US_ASCII));
        ran.add(invocation);
        Charset charset = codePage == 65001 ? StandardCharsets.UTF_8 : Charset.forName("IBM" + codePage);
        for (String command : script.lines().toList()) {
            String[] parts = command.split(" ", 2);
            String rest = parts.length > 1 ? parts[1] : "";
            switch (parts[0]) {
                case "out" -> context.stdout().write((rest + "\r\n").getBytes(charset));
                case "err" -> context.stderr().write((rest + "\r\n").getBytes(charset));
                case "clixml" -> context.stderr().write(("#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
                        + rest + "</Objs>").getBytes(charset));
                case "big" -> big(context, Integer.parseInt(rest));
                case "echo" -> in.transferTo(context.stdout());
                case "hang" -> Thread.sleep(Long.MAX_VALUE);
                case "env" -> context.stdout().write((context.environment().get(rest) + "\r\n").getBytes(charset));
                case "exit" -> {
                    return (int) Long.parseLong(rest);
                }
                default -> context.stdout().write((command.length() + "\r\n").getBytes(charset));
            }
        }
        return 0;
    }

    private static void big(ProgramContext context, int bytes) throws IOException {
        byte[] block = ("0123456789abcdef".repeat(4) + "\n").repeat(1000).getBytes(StandardCharsets.US_ASCII);
        for (int left = bytes; left > 0; left -= block.length) {
            context.stdout().write(block, 0, Math.min(left, block.length));
        }
    }
}
