package org.poshremote.cli.scripts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.language.rules.FileFacts;

/** A file with its text and how that was written, so that a changed text can be written the same way. */
public record ScriptFile(Path path, String text, FileFacts facts) {
    public static ScriptFile read(Path path) throws IOException {
        return of(path, Files.readAllBytes(path));
    }

    /** What was read from elsewhere, as if it were a file of that name. */
    public static ScriptFile of(Path path, byte[] bytes) {
        String name = path.getFileName().toString();
        return new ScriptFile(path, ScriptSource.read(name, bytes).text(), new FileFacts(name, FileFacts.encodingOf(bytes)));
    }

    /**
     * In the same encoding, with the same byte order mark; other line ends than those of the text are nobody's doing here. The old
     * file stays whole until the new one is.
     *
     * @throws CharacterCodingException where the text has characters that the file's encoding does not
     */
    public void write(String changed) throws IOException {
        if (!Arrays.equals(bytes(text), Files.readAllBytes(path))) {
            throw new IOException("the file has changed meanwhile, or holds bytes that its encoding does not explain");
        }
        Path real = path.toRealPath();
        Path beside = Files.createTempFile(real.toAbsolutePath().getParent(), ".poshremote", ".tmp");
        try {
            Files.write(beside, bytes(changed));
            try {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(real));
            } catch (UnsupportedOperationException e) {
                // Windows: the folder's permissions hold
            }
            Files.move(beside, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A text as this file would hold it. */
    public byte[] bytes(String content) throws CharacterCodingException {
        byte[] mark = switch (facts.encoding()) {
            case UTF_8_BOM -> new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
            case UTF_16_LE -> new byte[] {(byte) 0xFF, (byte) 0xFE};
            case UTF_16_BE -> new byte[] {(byte) 0xFE, (byte) 0xFF};
            default -> new byte[0];
        };
        Charset charset = switch (facts.encoding()) {
            case UTF_16_LE -> StandardCharsets.UTF_16LE;
            case UTF_16_BE -> StandardCharsets.UTF_16BE;
            case ANSI -> Charset.forName("windows-1252");
            default -> StandardCharsets.UTF_8;
        };
        ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(content));
        byte[] all = Arrays.copyOf(mark, mark.length + encoded.remaining());
        encoded.get(all, mark.length, encoded.remaining());
        return all;
    }
}
