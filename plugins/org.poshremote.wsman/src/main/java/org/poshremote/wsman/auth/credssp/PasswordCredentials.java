package org.poshremote.wsman.auth.credssp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.der.DerReader;
import org.poshremote.wsman.auth.der.DerWriter;

/**
 * Account and password as they go to the node: TSCredentials with TSPasswordCreds (MS-CSSP 2.2.1.2), in UTF-16LE.
 *
 * @param password stays the caller's
 */
public record PasswordCredentials(String domain, String user, Secret password) {
    private static final int PASSWORD = 1;

    /** Calls with the encoded credentials, which are wiped when the call returns. */
    public <T> T encoded(Function<byte[], T> use) {
        return password.useUtf16le(secret -> {
            byte[] secretField = DerWriter.context(2, DerWriter.octetString(secret));
            byte[] inner = DerWriter.sequence(DerWriter.context(0, DerWriter.octetString(domain.getBytes(StandardCharsets.UTF_16LE))),
                DerWriter.context(1, DerWriter.octetString(user.getBytes(StandardCharsets.UTF_16LE))), secretField);
            byte[] outer = DerWriter.sequence(DerWriter.context(0, DerWriter.integer(PASSWORD)), DerWriter.context(1, DerWriter.octetString(inner)));
            try {
                return use.apply(outer);
            } finally {
                Arrays.fill(secretField, (byte) 0);
                Arrays.fill(inner, (byte) 0);
                Arrays.fill(outer, (byte) 0);
            }
        });
    }

    /** The node's end. The caller closes the password. */
    public static PasswordCredentials decode(byte[] bytes) throws IOException {
        DerReader outer = new DerReader(bytes).enter(DerReader.SEQUENCE);
        if (outer.enter(DerReader.context(0)).integer() != PASSWORD) {
            throw new IOException("credentials of another kind than a password");
        }
        DerReader inner = new DerReader(outer.enter(DerReader.context(1)).octetString()).enter(DerReader.SEQUENCE);
        String domain = text(inner.enter(DerReader.context(0)).octetString());
        String user = text(inner.enter(DerReader.context(1)).octetString());
        char[] password = StandardCharsets.UTF_16LE.decode(ByteBuffer.wrap(inner.enter(DerReader.context(2)).octetString())).toString().toCharArray();
        try {
            return new PasswordCredentials(domain, user, Secret.of(password));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static String text(byte[] utf16le) {
        return new String(utf16le, StandardCharsets.UTF_16LE);
    }
}
