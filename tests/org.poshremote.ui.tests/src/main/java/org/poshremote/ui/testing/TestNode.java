package org.poshremote.ui.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.poshremote.core.codepage.CodePages;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.ProgramContext;

/**
 * A node whose programs a test controls: the server of the demo node, hosting a program that speaks the run protocol
 * ({@code docs/run-protocol.md}) and understands a few words. Each line of a script is one of
 * {@code say TEXT}, {@code warn TEXT}, {@code fail TEXT}, {@code progress N TEXT}, {@code lines N}, {@code bytes HEX},
 * {@code wait}, {@code exit N}, or, for pictures, {@code Write-Output 'TEXT'} and {@code Write-Warning 'TEXT'}; others are passed over.
 */
public final class TestNode implements AutoCloseable {
    private static final String CLIXML = "#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">%s</Objs>";
    private final DemoNode node;
    private final CountDownLatch waiting = new CountDownLatch(1);

    public TestNode() {
        try {
            Personality personality = Personality.named("windows-server-2022");
            node = DemoNode.start(DemoNodeSettings.of(personality.withServer(personality.server().withAllowUnencrypted(true)),
                    (commandLine, context) -> this::run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Target target(String name) {
        return Target.at(node.host()).name(name).port(node.port()).user(node.user()).authentication(AuthenticationChoice.BASIC)
                .allowUnencrypted(true).build();
    }

    public DemoNode node() {
        return node;
    }

    public String password() {
        return node.usePassword(String::new);
    }

    /** Whether a script has come to its {@code wait}. */
    public boolean isWaiting() {
        return waiting.getCount() == 0;
    }

    @Override
    public void close() {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(ProgramContext context) throws InterruptedException {
        try {
            return script(context);
        } catch (IOException e) {
            return 1; // ended from outside
        }
    }

    private int script(ProgramContext context) throws IOException, InterruptedException {
        String[] header = line(context.stdin()).split(" ");
        byte[] packed = context.stdin().readNBytes(Integer.parseInt(header[2]));
        byte[] texts = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        int guard = Integer.parseInt(header[3]);
        String script = new String(texts, guard, Integer.parseInt(header[4]), StandardCharsets.UTF_8);
        Charset charset = CodePages.of(context.codePage()).charset().orElseThrow();
        OutputStream out = context.stdout();
        out.write(("PR1 " + header[1] + " ps=5.1.20348.1 edition=Desktop clr=4.0.30319.42000 codepage=" + context.codePage()
                + " culture=en-US elevated=True os=10.0.20348.0 bits=64\n").getBytes(StandardCharsets.US_ASCII));
        for (String line : script.split("\r?\n")) {
            String[] words = (line.trim() + " ").split(" ", 2);
            String rest = words[1].trim();
            switch (words[0]) {
                case "say" -> out.write((rest + "\r\n").getBytes(charset));
                case "bytes" -> out.write(HexFormat.of().parseHex(rest));
                case "lines" -> lines(out, Integer.parseInt(rest));
                case "Write-Output" -> out.write((unquoted(rest) + "\r\n").getBytes(charset));
                case "Write-Warning" -> clixml(context, "<S S=\"warning\">" + unquoted(rest) + "_x000D__x000A_</S>");
                case "warn" -> clixml(context, "<S S=\"warning\">" + rest + "_x000D__x000A_</S>");
                case "fail" -> clixml(context, "<S S=\"Error\">" + rest + "_x000D__x000A_</S>");
                case "progress" -> clixml(context, progress(rest.split(" ", 2)));
                case "wait" -> {
                    out.flush();
                    waiting.countDown();
                    new CountDownLatch(1).await();
                }
                case "exit" -> {
                    return Integer.parseUnsignedInt(rest);
                }
                default -> {
                    // nothing to do
                }
            }
        }
        return 0;
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }

    private static void lines(OutputStream out, int count) throws IOException {
        byte[] line = "a line of output that is about as long as most lines are, all in all\r\n".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            many.write(line);
        }
        for (int i = 0; i < count; i += 1000) {
            out.write(Arrays.copyOf(many.toByteArray(), line.length * Math.min(1000, count - i)));
        }
    }

    private static String progress(String[] percentAndText) {
        return "<Obj S=\"progress\" RefId=\"0\"><TN RefId=\"0\"><T>System.Management.Automation.PSCustomObject</T><T>System.Object</T></TN><MS>"
                + "<I64 N=\"SourceId\">1</I64><PR N=\"Record\"><AV>" + percentAndText[1] + "</AV><AI>0</AI><Nil /><PI>-1</PI><PC>" + percentAndText[0]
                + "</PC><T>Processing</T><SR>-1</SR><SD>working</SD></PR></MS></Obj>";
    }

    private static void clixml(ProgramContext context, String content) throws IOException {
        context.stderr().write(CLIXML.formatted(content).getBytes(StandardCharsets.UTF_8));
        context.stderr().flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("no header");
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
