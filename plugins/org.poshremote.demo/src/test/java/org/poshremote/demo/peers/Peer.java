package org.poshremote.demo.peers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of others that talks to the demo node. */
final class Peer {
    private static final long SECONDS = 60;

    private Peer() {
    }

    record Ended(int exitCode, String out, String err) {
    }

    /** The first program of this name, on the path or where Debian puts it, with which the check succeeds. */
    static Optional<String> find(String name, String... check) {
        Stream<String> folders = Stream.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)), Stream.of("/usr/bin"));
        return folders.distinct().map(f -> Path.of(f, name)).filter(Files::isExecutable).map(Path::toString).filter(program -> {
            try {
                return check.length == 0 || run("", Stream.concat(Stream.of(program), Stream.of(check)).toList()).exitCode() == 0;
            } catch (IOException e) {
                return false;
            }
        }).findFirst();
    }

    static Ended run(String input, List<String> command) throws IOException {
        Path out = Files.createTempFile("peer", ".out");
        Path err = Files.createTempFile("peer", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(k -> k.toLowerCase().endsWith("_proxy"));
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // it did not want its input; its exit code tells why
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end within " + SECONDS + " s: " + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
