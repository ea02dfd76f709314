package org.poshremote.wsman.auth.kerberos;

import java.util.List;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.MessageProp;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.kerberos.internal.WrapToken;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Piece;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Protocol;

/** Messages sealed with the keys of an established context, by either side. */
public final class KerberosSealing implements Sealing {
    private final GSSContext context;
    private final Protocol protocol;

    public KerberosSealing(GSSContext context, Protocol protocol) {
        this.context = context;
        this.protocol = protocol;
    }

    @Override
    public SealedBody seal(byte[] soap, String soapContentType) {
        return EncryptedMultipart.write(protocol, soapContentType, List.of(wrap(context, soap)));
    }

    @Override
    public byte[] unseal(String contentType, byte[] body) throws SealingException {
        List<Piece> pieces = EncryptedMultipart.read(protocol, contentType, body);
        if (pieces.size() != 1) {
            throw new SealingException("it comes in " + pieces.size() + " pieces");
        }
        byte[] plain = unwrap(context, pieces.get(0).joined());
        if (plain.length != pieces.get(0).plainLength()) {
            throw new SealingException("it is of another length than it says");
        }
        return plain;
    }

    /** Seals with GSS-API, laid out as Windows does: the header can be sent apart from the data or before it. */
    public static Piece wrap(GSSContext context, byte[] plain) {
        try {
            MessageProp wanted = new MessageProp(0, true);
            byte[] token = context.wrap(plain, 0, plain.length, wanted);
            return WrapToken.split(token, plain.length);
        } catch (GSSException e) {
            throw new IllegalStateException("The message could not be sealed: " + e.getMessage(), e);
        }
    }

    /** @param token header and data in one */
    public static byte[] unwrap(GSSContext context, byte[] token) throws SealingException {
        try {
            MessageProp found = new MessageProp(0, true);
            byte[] plain = context.unwrap(token, 0, token.length, found);
            if (!found.getPrivacy()) {
                throw new SealingException("it is signed, but not encrypted");
            }
            if (found.isDuplicateToken() || found.isOldToken()) {
                throw new SealingException("it was sent before");
            }
            if (found.isUnseqToken() || found.isGapToken()) {
                throw new SealingException("it is out of order");
            }
            return plain;
        } catch (GSSException e) {
            throw new SealingException("it does not open with the keys agreed on", e);
        }
    }
}
