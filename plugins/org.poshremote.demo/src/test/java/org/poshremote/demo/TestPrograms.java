package org.poshremote.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.poshremote.demo.process.HostedProgram;
import org.poshremote.demo.process.ProgramContext;
import org.poshremote.demo.process.ProgramResolver;

/** Programs for tests of the server: {@code echo}, {@code err}, {@code cat}, {@code exit}, {@code sleep}, {@code flood}, {@code env}, {@code crash}. */
public final class TestPrograms implements ProgramResolver {
    /** Counts down when a {@code sleep} was ended from outside. */
    public final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public HostedProgram resolve(String commandLine, ProgramContext context) {
        String[] parts = commandLine.strip().split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "echo" -> c -> write(c.stdout(), rest + "\r\n");
            case "err" -> c -> write(c.stderr(), rest + "\r\n");
            case "exit" -> c -> (int) Long.parseLong(rest);
            case "cat" -> TestPrograms::cat;
            case "first" -> c -> write(c.stdout(), firstLine(c) + "\r\n");
            case "sleep" -> this::sleep;
            case "quiet" -> c -> {
                Thread.sleep(1500);
                return write(c.stdout(), "at last\r\n");
            };
            case "flood" -> c -> flood(c, Long.parseLong(rest));
            case "both" -> c -> write(c.stdout(), "out") + write(c.stderr(), "err") + write(c.stdout(), "out2");
            case "env" -> c -> write(c.stdout(), c.environment().get(rest) + " " + c.workingDirectory() + " " + c.codePage());
            case "crash" -> c -> {
                throw new IllegalStateException("defect");
            };
            default -> c -> write(c.stderr(), "'" + parts[0] + "' is not recognized\r\n") + 1;
        };
    }

    private static int write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int cat(ProgramContext c) {
        try {
            c.stdin().transferTo(c.stdout());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(ProgramContext c) {
        try {
            StringBuilder line = new StringBuilder();
            for (int b = c.stdin().read(); b >= 0 && b != '\n'; b = c.stdin().read()) {
                line.append((char) b);
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int sleep(ProgramContext c) throws InterruptedException {
        write(c.stdout(), "sleeping\r\n");
        try {
            while (true) {
                Thread.sleep(60_000);
            }
        } catch (InterruptedException e) {
            if (c.interrupted()) {
                interrupted.countDown();
            }
            throw e;
        }
    }

    /** Bytes that tell their place, so that a lost or doubled piece is seen. */
    static int flood(ProgramContext c, long count) {
        byte[] block = new byte[64 * 1024];
        try {
            for (long done = 0; done < count; done += block.length) {
                int length = (int) Math.min(block.length, count - done);
                for (int i = 0; i < length; i++) {
                    block[i] = floodByte(done + i);
                }
                c.stdout().write(block, 0, length);
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sum of the unsigned bytes, modulo 65536. */
    public static int floodSum(long count) {
        int sum = 0;
        for (long i = 0; i < count; i++) {
            sum = sum + (floodByte(i) & 0xff) & 0xffff;
        }
        return sum;
    }

    static byte floodByte(long position) {
        return (byte) (position * 31 + (position >> 8) * 7 + (position >> 16) * 13);
    }
}
