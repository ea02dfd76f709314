package org.poshremote.wsman.auth.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.SealingException;

/**
 * The body of an encrypted HTTP message (MS-WSMV 2.2.9.1): pairs of parts, of which the first tells what the second is and
 * the second holds a length, little-endian, and the sealed bytes. It looks like MIME and is none: part headers begin with a
 * tab, no blank line ends them, and no line end goes before the next boundary.
 */
public final class EncryptedMultipart {
    private static final String BOUNDARY = "Encrypted Boundary";
    /** As many pieces of 16 KB as the largest envelope that any service takes (MaxEnvelopeSizekb is at most 8191) needs. */
    private static final int MOST_PIECES = 1024;

    /** Which scheme sealed; its name goes over the wire. */
    public enum Protocol {
        /** NTLM and Kerberos under "Negotiate". */
        SPNEGO("application/HTTP-SPNEGO-session-encrypted"),
        /** Kerberos under its own name. */
        KERBEROS("application/HTTP-Kerberos-session-encrypted"),
        CREDSSP("application/HTTP-CredSSP-session-encrypted");

        private final String mediaType;

        Protocol(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /**
     * One sealed stretch of a message.
     *
     * @param plainLength bytes of it before sealing (with padding, where the cipher pads)
     * @param header      what the length field counts: signature or token; for CredSSP the first bytes of the TLS record, as many as its trailer has
     * @param data        the rest
     */
    public record Piece(int plainLength, byte[] header, byte[] data) {
        /** Header and data in one. */
        public byte[] joined() {
            byte[] joined = Arrays.copyOf(header, header.length + data.length);
            System.arraycopy(data, 0, joined, header.length, data.length);
            return joined;
        }
    }

    private EncryptedMultipart() {
    }

    /** @param pieces at least one; several make it {@code multipart/x-multi-encrypted} */
    public static SealedBody write(Protocol protocol, String soapContentType, List<Piece> pieces) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            ascii(body, "--" + BOUNDARY + "\r\n\tContent-Type: " + protocol.mediaType() + "\r\n"
                + "\tOriginalContent: type=" + soapContentType + ";Length=" + piece.plainLength() + "\r\n"
                + "--" + BOUNDARY + "\r\n\tContent-Type: application/octet-stream\r\n");
            body.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(piece.header().length).array());
            body.writeBytes(piece.header());
            body.writeBytes(piece.data());
        }
        ascii(body, "--" + BOUNDARY + "--\r\n");
        String type = pieces.size() == 1 ? "multipart/encrypted" : "multipart/x-multi-encrypted";
        return new SealedBody(type + ";protocol=\"" + protocol.mediaType() + "\";boundary=\"" + BOUNDARY + "\"", body.toByteArray());
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws SealingException where it is something else, sealed by another scheme, or not whole */
    public static List<Piece> read(Protocol protocol, String contentType, byte[] body) throws SealingException {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/encrypted") && !type.startsWith("multipart/x-multi-encrypted")) {
            throw new SealingException("it is not sealed, but " + (contentType.isEmpty() ? "of no type" : "\"" + contentType + "\""));
        }
        if (parameter(contentType, "protocol").filter(protocol.mediaType()::equalsIgnoreCase).isEmpty()) {
            throw new SealingException("it is sealed by another scheme than agreed");
        }
        String boundary = parameter(contentType, "boundary").orElse(BOUNDARY);
        return new Reader(body, boundary).pieces();
    }

    /** The value of a parameter of a media type, without its quotes. */
    private static Optional<String> parameter(String contentType, String name) {
        for (String part : contentType.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
                String value = part.substring(equals + 1).strip();
                boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
                return Optional.of(quoted ? value.substring(1, value.length() - 1) : value).filter(v -> !v.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static final class Reader {
        private final byte[] body;
        private final byte[] delimiter;
        private int at;

        Reader(byte[] body, String boundary) {
            this.body = body;
            // Exchange puts a blank after the dashes, and every reader of others trims it
            String dashes = startsWith(body, ("-- " + boundary).getBytes(StandardCharsets.ISO_8859_1), 0) ? "-- " : "--";
            this.delimiter = (dashes + boundary).getBytes(StandardCharsets.ISO_8859_1);
        }

        List<Piece> pieces() throws SealingException {
            List<Piece> pieces = new ArrayList<>();
            delimiter();
            while (!end()) {
                if (pieces.size() == MOST_PIECES) {
                    throw new SealingException("it comes in too many pieces");
                }
                line(); // the rest of the delimiter's line
                int length = originalLength();
                delimiter();
                line();
                octetStream();
                pieces.add(piece(length));
                delimiter();
            }
            if (pieces.isEmpty()) {
                throw new SealingException("it holds nothing");
            }
            return pieces;
        }

        private void delimiter() throws SealingException {
            if (!startsWith(body, delimiter, at)) {
                throw new SealingException("a boundary is missing");
            }
            at += delimiter.length;
        }

        private boolean end() {
            return startsWith(body, new byte[] {'-', '-'}, at);
        }

        private int originalLength() throws SealingException {
            int length = -1;
            while (!startsWith(body, delimiter, at)) {
                String line = line();
                int equals = line.toLowerCase(Locale.ROOT).lastIndexOf("length=");
                if (line.strip().regionMatches(true, 0, "OriginalContent:", 0, 16) && equals >= 0) {
                    length = number(line.substring(equals + 7).strip());
                }
            }
            if (length < 0) {
                throw new SealingException("it does not tell the length of what was sealed");
            }
            return length;
        }

        private void octetStream() throws SealingException {
            if (!line().strip().replace(" ", "").equalsIgnoreCase("Content-Type:application/octet-stream")) {
                throw new SealingException("the sealed part is not where it belongs");
            }
        }

        private Piece piece(int plainLength) throws SealingException {
            int end = indexOf(delimiter, at);
            if (end < 0 || end - at < 4) {
                throw new SealingException("the sealed part is not whole");
            }
            int headerLength = ByteBuffer.wrap(body, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
            int begin = at + 4;
            if (headerLength < 0 || headerLength > end - begin) {
                throw new SealingException("the sealed part is shorter than it says");
            }
            at = end;
            return new Piece(plainLength, Arrays.copyOfRange(body, begin, begin + headerLength), Arrays.copyOfRange(body, begin + headerLength, end));
        }

        private String line() throws SealingException {
            int end = at;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (end == body.length) {
                throw new SealingException("it ends in the middle");
            }
            String line = new String(body, at, end - at, StandardCharsets.ISO_8859_1);
            at = end + 1;
            return line;
        }

        private int indexOf(byte[] wanted, int from) {
            for (int i = from; i <= body.length - wanted.length; i++) {
                if (body[i] == wanted[0] && startsWith(body, wanted, i)) {
                    return i;
                }
            }
            return -1;
        }

        private static int number(String text) throws SealingException {
            try {
                return Integer.parseUnsignedInt(text);
            } catch (NumberFormatException e) {
                throw new SealingException("the length of what was sealed is no number", e);
            }
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] wanted, int from) {
        return from + wanted.length <= bytes.length && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
