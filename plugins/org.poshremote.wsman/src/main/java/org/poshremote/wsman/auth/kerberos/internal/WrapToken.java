package org.poshremote.wsman.auth.kerberos.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Piece;

/**
 * Lays a Wrap token (RFC 4121 4.2.6.2) out as Windows and gss_wrap_iov do: everything but the data in front, the data at
 * the end. Where the encrypted bytes are turned to the right by RRC, the receiver turns them back; RRC is no part of what
 * the checksum covers (4.2.5), so no key is needed for it.
 */
public final class WrapToken {
    private static final int HEADER = 16;
    /** One cipher block goes before the plain text (RFC 3961 5.3), and it is as long for each encryption type of AES. */
    private static final int CONFOUNDER = 16;
    private static final int SEALED = 0x02;

    private WrapToken() {
    }

    /**
     * @param token what the JDK's GSSContext.wrap gave: EC and RRC are 0
     * @param plain number of bytes that were wrapped
     * @throws IllegalArgumentException for a token of another kind, such as RC4 makes
     */
    public static Piece split(byte[] token, int plain) {
        // header, then encrypted: confounder, plain text, copy of the header; then the checksum, whose length is the encryption type's
        int checksum = token.length - HEADER - CONFOUNDER - plain - HEADER;
        boolean sealed = token.length >= HEADER && token[0] == 5 && token[1] == 4 && (token[2] & SEALED) != 0;
        if (!sealed || checksum < 12 || checksum > 24 || ByteBuffer.wrap(token, 4, 4).getInt() != 0) {
            throw new IllegalArgumentException("not a sealed token of RFC 4121 as it comes from the JDK");
        }
        int turn = HEADER + checksum;
        byte[] header = Arrays.copyOf(token, HEADER + turn + CONFOUNDER);
        ByteBuffer.wrap(header).putShort(6, (short) turn);
        System.arraycopy(token, token.length - turn, header, HEADER, turn);
        System.arraycopy(token, HEADER, header, HEADER + turn, CONFOUNDER);
        int data = HEADER + CONFOUNDER;
        return new Piece(plain, header, Arrays.copyOfRange(token, data, data + plain));
    }
}
