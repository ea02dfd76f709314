package org.poshremote.wsman.auth.kerberos.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.poshremote.wsman.auth.der.DerReader;

/**
 * A KRB-ERROR (RFC 4120 5.9.1) with which a service answers instead of proving itself; the JDK only says that the token is
 * another one than it expects.
 *
 * @param nodeTime the service's clock
 */
public record KrbError(int code, Optional<Instant> nodeTime) {
    private static final int GSS_TOKEN = 0x60;
    private static final int KRB_ERROR = 0x7E;
    private static final int NEG_TOKEN_RESP = 0xA1;
    private static final int ERROR_TOKEN_ID = 0x0300;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    /** Empty where the token is something else, also where it is damaged. */
    public static Optional<KrbError> in(byte[] token) {
        try {
            return find(new DerReader(token), 0);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<KrbError> find(DerReader reader, int depth) throws IOException {
        if (depth > 2) {
            return Optional.empty();
        }
        switch (reader.peek()) {
            case GSS_TOKEN -> { // RFC 2743 3.1: the mechanism, then its own token
                DerReader inner = reader.next();
                inner.enter(DerReader.OBJECT_IDENTIFIER);
                byte[] rest = inner.rest();
                boolean error = rest.length > 2 && ((rest[0] & 0xFF) << 8 | rest[1] & 0xFF) == ERROR_TOKEN_ID;
                return error ? find(new DerReader(Arrays.copyOfRange(rest, 2, rest.length)), depth + 1) : Optional.empty();
            }
            case NEG_TOKEN_RESP -> { // RFC 4178 4.2.2: responseToken is [2]
                DerReader response = reader.next().enter(DerReader.SEQUENCE);
                while (response.hasMore()) {
                    int tag = response.peek();
                    DerReader element = response.next();
                    if (tag == DerReader.context(2)) {
                        return find(new DerReader(element.octetString()), depth + 1);
                    }
                }
                return Optional.empty();
            }
            case KRB_ERROR -> {
                return Optional.of(error(reader.next().enter(DerReader.SEQUENCE)));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private static KrbError error(DerReader fields) throws IOException {
        int code = -1;
        Optional<Instant> time = Optional.empty();
        while (fields.hasMore()) {
            int tag = fields.peek();
            DerReader field = fields.next();
            if (tag == DerReader.context(6)) {
                code = field.integer();
            } else if (tag == DerReader.context(4)) {
                time = time(field.enter(DerReader.GENERALIZED_TIME).rest());
            }
        }
        if (code < 0) {
            throw new IOException("KRB-ERROR without a number");
        }
        return new KrbError(code, time);
    }

    private static Optional<Instant> time(byte[] text) {
        try {
            return Optional.of(LocalDateTime.parse(new String(text, StandardCharsets.US_ASCII), TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
