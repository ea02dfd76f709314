package org.poshremote.core.wirelog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.WireLog;

/**
 * A wire log as a text file that only its owner may read. It never sees a header, and with it no token of a sign-in. Writing never
 * breaks a run: what went wrong is told by {@link #failure}. Thread-safe.
 */
public final class WireLogFile implements WireLog, AutoCloseable {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final Pattern OPERATION = Pattern.compile("<(?:\\w+:)?Action[^>]*>[^<]*/(\\w+)</");

    private final BufferedWriter writer;
    private final WireLogContent content;
    private final KnownSecrets secrets = new KnownSecrets();
    private Optional<IOException> failure = Optional.empty();
    private long number;

    private WireLogFile(BufferedWriter writer, WireLogContent content) {
        this.writer = writer;
        this.content = content;
    }

    /**
     * Begins a log; one that is there is replaced.
     *
     * @param title for its first line: the target and how it is reached
     */
    public static WireLogFile open(Path file, WireLogContent content, String title) throws IOException {
        Files.deleteIfExists(file);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        WireLogFile log = onto(file, content);
        log.line("Wire log of PoshRemote, begun " + ZonedDateTime.now().truncatedTo(ChronoUnit.SECONDS) + ": " + title);
        log.line(content == WireLogContent.HIDDEN ? "Scripts, arguments, input and output are hidden. Decrypted; tokens and passwords of the sign-in are never in it."
            : "WITH scripts, arguments, input and output. Decrypted; tokens and passwords of the sign-in are never in it.");
        return log;
    }

    static WireLogFile onto(Path there, WireLogContent content) throws IOException {
        return new WireLogFile(Files.newBufferedWriter(there, StandardCharsets.UTF_8), content);
    }

    @Override
    public void hide(Secret secret) {
        secrets.add(secret);
    }

    @Override
    public synchronized void sent(int lane, byte[] soap) {
        number++;
        Matcher action = OPERATION.matcher(new String(soap, 0, Math.min(soap.length, 2000), StandardCharsets.UTF_8));
        entry(lane, "> " + (action.find() ? action.group(1) : "Identify"), soap);
    }

    @Override
    public synchronized void received(int lane, int status, byte[] soap) {
        number++;
        entry(lane, "< HTTP " + status, soap);
    }

    private void entry(int lane, String what, byte[] soap) {
        line("");
        line("#" + number + " " + CLOCK.format(LocalTime.now()) + " lane " + lane + " " + what + " (" + soap.length + " bytes)");
        write(SoapText.of(soap, content, secrets::masked));
    }

    private synchronized void line(String text) {
        write(secrets.masked(text) + "\n");
    }

    private void write(String text) {
        if (failure.isPresent()) {
            return;
        }
        try {
            writer.write(text);
            writer.flush(); // a log is wanted most of what ended badly
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** Why the log is not complete. */
    public synchronized Optional<IOException> failure() {
        return failure;
    }

    /** Ends the log, and wipes what it knew of secrets. */
    @Override
    public synchronized void close() {
        secrets.close();
        try {
            writer.close();
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
        }
    }
}
