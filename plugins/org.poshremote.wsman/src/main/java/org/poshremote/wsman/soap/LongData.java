package org.poshremote.wsman.soap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * An answer whose long Base64 texts are decoded and taken out before its XML is read, each with a mark in its place. Of a large
 * Receive nearly everything is one such text, and an XML reader takes several times as long for it as decoding does.
 */
final class LongData {
    /** Stands for data that was taken out; followed by its number. For private use in Unicode, and Base64 has no such character. */
    static final char MARK = '\uE000';
    private static final int LONG = 1024;

    private final byte[] rest;
    private final List<byte[]> data;

    private LongData(byte[] rest, List<byte[]> data) {
        this.rest = rest;
        this.data = data;
    }

    /** The answer without the data, in UTF-8. */
    byte[] rest() {
        return rest;
    }

    List<byte[]> data() {
        return data;
    }

    /**
     * Takes out what is the whole text of one element: between a start tag and an end tag, since no other place can look like
     * that in well-formed XML but within comments and CDATA sections, whose text is no Base64 then. What is not UTF-8, or has
     * no such text, stays as it is.
     */
    static LongData of(byte[] answer) {
        List<byte[]> data = new ArrayList<>();
        byte[] rest = new byte[0];
        int restLength = 0;
        int copied = 0;
        int open = 0; // of the tag before the text
        for (int at = 0; at < answer.length; ) {
            int end = indexOf(answer, '>', at);
            if (end < 0) {
                break;
            }
            int next = indexOf(answer, '<', end);
            if (next < 0) {
                break;
            }
            boolean startTag = answer[open] == '<' && open + 1 < end && isLetter(answer[open + 1]) && answer[end - 1] != '/';
            if (next - end > LONG && startTag && next + 1 < answer.length && answer[next + 1] == '/') {
                byte[] decoded = decode(answer, end + 1, next);
                if (decoded.length > 0) {
                    byte[] mark = (MARK + Integer.toString(data.size())).getBytes(StandardCharsets.UTF_8);
                    rest = Arrays.copyOf(rest, restLength + end + 1 - copied + mark.length);
                    System.arraycopy(answer, copied, rest, restLength, end + 1 - copied);
                    System.arraycopy(mark, 0, rest, rest.length - mark.length, mark.length);
                    restLength = rest.length;
                    copied = next;
                    data.add(decoded);
                }
            }
            open = next;
            at = next;
        }
        if (data.isEmpty()) {
            return new LongData(answer, List.of());
        }
        rest = Arrays.copyOf(rest, restLength + answer.length - copied);
        System.arraycopy(answer, copied, rest, restLength, answer.length - copied);
        return new LongData(rest, data);
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static int indexOf(byte[] bytes, char wanted, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Empty where it is no Base64, or Base64 with white space in it. */
    private static byte[] decode(byte[] bytes, int from, int to) {
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return decoded.arrayOffset() == 0 && decoded.remaining() == decoded.array().length ? decoded.array()
                : Arrays.copyOfRange(decoded.array(), decoded.arrayOffset(), decoded.arrayOffset() + decoded.remaining());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
