package org.poshremote.wsman.auth.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The parts of a text file as RFC 7468 has it: "-----BEGIN label-----", Base64, "-----END label-----"; what is between them is passed over. */
final class PemFile {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** @param content wiped by who no longer needs it, where it is a key */
    record Part(String label, byte[] content) {
        boolean isKey() {
            return label.endsWith("PRIVATE KEY");
        }

        /** The header that OpenSSL writes for keys in its own, older encryption. */
        boolean oldEncryption() {
            return content.length == 0;
        }

        @Override
        public String toString() {
            return "Part[" + label + "]";
        }
    }

    private PemFile() {
    }

    static boolean looksLike(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(BEGIN);
    }

    /** @throws IOException with a reason in words */
    static List<Part> parts(byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
            if (labelEnd < 0) {
                throw new IOException("a line \"-----BEGIN …\" has no end");
            }
            String label = text.substring(at + BEGIN.length(), labelEnd);
            int end = text.indexOf(END + label + DASHES, labelEnd);
            if (end < 0) {
                throw new IOException("the part " + printable(label) + " has no end");
            }
            String body = text.substring(labelEnd + DASHES.length(), end);
            parts.add(new Part(label, body.contains("ENCRYPTED") ? new byte[0] : decoded(body, label)));
            at = text.indexOf(BEGIN, end);
        }
        return parts;
    }

    private static byte[] decoded(String body, String label) throws IOException {
        byte[] characters = body.replaceAll("\\s", "").getBytes(StandardCharsets.ISO_8859_1);
        try {
            return Base64.getDecoder().decode(characters);
        } catch (IllegalArgumentException e) {
            throw new IOException("the part " + printable(label) + " is not Base64");
        } finally {
            Arrays.fill(characters, (byte) 0);
        }
    }

    private static String printable(String label) {
        String clean = label.replaceAll("[^A-Za-z0-9 ]", "?");
        return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
    }
}
