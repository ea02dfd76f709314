package org.poshremote.language.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.rules.FileFacts;

/** Text of script files on the disk. */
public final class SourceText {
    /** In bytes. A longer file is not a script that a person writes, and is left out. */
    public static final int LARGEST = 8 * 1024 * 1024;
    private static final int LOOKED_AT = 8 * 1024;

    private SourceText() {
    }

    /** By the ending of its name. */
    public static boolean isScript(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".ps1") || name.endsWith(".psm1") || name.endsWith(".psd1");
    }

    /** Empty for a file that is gone, cannot be read, is too large or holds no text. */
    public static Optional<String> read(Path file) {
        // not more than the limit, whatever the size was when it was asked for
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? Optional.empty() : decode(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Without byte order mark; empty for bytes that are no text. */
    public static Optional<String> decode(byte[] bytes) {
        return switch (FileFacts.encodingOf(bytes)) {
            case UTF_8_BOM -> Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
            case UTF_16_LE -> Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
            case UTF_16_BE -> Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
            default -> hasNull(bytes) ? Optional.empty() : Optional.of(eightBit(bytes));
        };
    }

    private static String eightBit(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            // what Windows PowerShell takes a file without byte order mark for, on a western system
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean hasNull(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
