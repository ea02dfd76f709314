package org.poshremote.wsman.auth.ntlm;

import java.util.List;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Piece;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Protocol;

/** HTTP bodies sealed by NTLM: the signature is the header of the one piece. Used at either end. */
public final class NtlmSealing implements Sealing {
    private final NtlmSession session;

    public NtlmSealing(NtlmSession session) {
        this.session = session;
    }

    @Override
    public SealedBody seal(byte[] soap, String soapContentType) {
        NtlmSession.Sealed sealed = session.seal(soap);
        return EncryptedMultipart.write(Protocol.SPNEGO, soapContentType, List.of(new Piece(soap.length, sealed.signature(), sealed.data())));
    }

    @Override
    public byte[] unseal(String contentType, byte[] body) throws SealingException {
        List<Piece> pieces = EncryptedMultipart.read(Protocol.SPNEGO, contentType, body);
        if (pieces.size() != 1) {
            throw new SealingException("it is in " + pieces.size() + " pieces, where NTLM seals in one");
        }
        Piece piece = pieces.getFirst();
        if (piece.plainLength() != piece.data().length) {
            throw new SealingException("it says another length than it has");
        }
        try {
            return session.open(piece.header(), piece.data());
        } catch (NtlmException e) {
            throw new SealingException(e.getMessage(), e);
        }
    }
}
