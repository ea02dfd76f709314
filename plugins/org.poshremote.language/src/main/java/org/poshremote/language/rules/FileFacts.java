package org.poshremote.language.rules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What is known of the file around a text.
 *
 * @param name without folder; empty for a text that is in no file
 */
public record FileFacts(String name, Encoding encoding) {
    /** How the file's bytes make the text. */
    public enum Encoding {
        /** Not known, such as in an editor that tells only the text. */
        UNKNOWN, ASCII, UTF_8, UTF_8_BOM, UTF_16_LE, UTF_16_BE,
        /** Windows-1252 or another 8-bit code page. */
        ANSI
    }

    public static final FileFacts NONE = new FileFacts("", Encoding.UNKNOWN);

    public static FileFacts named(String name) {
        return new FileFacts(name, Encoding.UNKNOWN);
    }

    public boolean isModule() {
        return lower().endsWith(".psm1");
    }

    public boolean isData() {
        return lower().endsWith(".psd1");
    }

    private String lower() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** By byte order mark, otherwise by whether the bytes are UTF-8. */
    public static Encoding encodingOf(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return Encoding.UTF_8_BOM;
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return Encoding.UTF_16_LE;
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return Encoding.UTF_16_BE;
        }
        boolean ascii = true;
        for (byte b : bytes) {
            ascii &= b >= 0;
        }
        if (ascii) {
            return Encoding.ASCII;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Encoding.UTF_8;
        } catch (CharacterCodingException e) {
            return Encoding.ANSI;
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
