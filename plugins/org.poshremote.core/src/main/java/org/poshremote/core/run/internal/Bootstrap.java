package org.poshremote.core.run.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.poshremote.core.codepage.CodePage;

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
        return encoded(TEXT);
    }

    private static String encoded(String text) {
        String lines = text.lines().map(String::strip).collect(Collectors.joining("\n"));
        return Base64.getEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_16LE));
    }

    /**
     * The same where no shell has set the console's code page, as WinRS does: PowerShell sets it itself before it says a word.
     * Where that does not work the greeting says which page it is.
     *
     * @param codePage empty: the node's own
     */
    public static String encoded(OptionalInt codePage) {
        return codePage.isEmpty() ? encoded() : encoded(codePageLines(codePage.getAsInt()) + TEXT);
    }

    /** UTF-8 without a byte order mark, which PowerShell would else send to programs that it starts. */
    private static String codePageLines(int codePage) {
        String encoding = codePage == CodePage.UTF_8 ? "(New-Object Text.UTF8Encoding $false)" : "[Text.Encoding]::GetEncoding(" + codePage + ")";
        return "try { [Console]::OutputEncoding = " + encoding + "; [Console]::InputEncoding = " + encoding + " } catch { };\n";
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
