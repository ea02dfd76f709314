package org.poshremote.core.run.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/** The text that runs on the node and reads the script; see {@code docs/run-protocol.md}. */
public final class Bootstrap {
    private static final String RESOURCE = "/org/poshremote/core/run/bootstrap/bootstrap.ps1";
    private static final String TEXT = read();

    private Bootstrap() {
    }

    /** As it is in the resource. */
    public static String text() {
        return TEXT;
    }

    /** For {@code -EncodedCommand}. */
    public static String encoded() {
        String lines = TEXT.lines().map(String::strip).collect(Collectors.joining("\n"));
        return Base64.getEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_16LE));
    }

    /** In one line without quotes and percent signs, to stand between double quotes on a line that cmd.exe reads. */
    public static String oneLine() {
        return TEXT.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static String read() {
        try (InputStream in = Bootstrap.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
