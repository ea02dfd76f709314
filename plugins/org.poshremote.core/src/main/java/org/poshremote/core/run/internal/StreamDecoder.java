package org.poshremote.core.run.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes one stream of bytes that comes in pieces cut anywhere. A character is given once all its bytes are there; bytes
 * that are no character become U+FFFD. A byte order mark at the very beginning is dropped. One thread.
 */
public final class StreamDecoder {
    private final CharsetDecoder decoder;
    private byte[] kept = new byte[0];
    private boolean begun;

    public StreamDecoder(Charset charset) {
        decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    public String decode(byte[] bytes) {
        return decode(bytes, false);
    }

    /** The stream has ended: bytes of an unfinished character become U+FFFD. */
    public String finish() {
        return decode(new byte[0], true);
    }

    private String decode(byte[] bytes, boolean end) {
        ByteBuffer in = ByteBuffer.allocate(kept.length + bytes.length).put(kept).put(bytes).flip();
        CharBuffer out = CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 16);
        while (true) {
            CoderResult result = decoder.decode(in, out, end);
            if (result.isUnderflow() && end) {
                result = decoder.flush(out);
            }
            if (result.isUnderflow()) {
                break;
            }
            out = CharBuffer.allocate(out.capacity() * 2).put(out.flip());
        }
        kept = new byte[in.remaining()];
        in.get(kept);
        String text = out.flip().toString();
        if (!begun && !text.isEmpty()) {
            begun = true;
            return text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
        }
        return text;
    }
}
