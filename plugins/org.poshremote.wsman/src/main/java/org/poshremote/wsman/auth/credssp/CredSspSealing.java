package org.poshremote.wsman.auth.credssp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Piece;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Protocol;

/**
 * HTTP bodies through CredSSP's TLS, at either end: a piece for each TLS record of 16 KB (MS-WSMV 2.2.9.1.3). What the framing
 * calls the header of a piece is the beginning of its record, as long as the record's trailer.
 */
public final class CredSspSealing implements Sealing {
    private final TlsPipe tls;

    public CredSspSealing(TlsPipe tls) {
        this.tls = tls;
    }

    @Override
    public SealedBody seal(byte[] soap, String soapContentType) {
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < soap.length || pieces.isEmpty(); at += TlsPipe.RECORD) {
            byte[] plain = Arrays.copyOfRange(soap, at, Math.min(at + TlsPipe.RECORD, soap.length));
            try {
                byte[] record = tls.wrap(plain);
                int trailer = Math.min(tls.trailer(plain.length), record.length); // nothing makes no record
                pieces.add(new Piece(plain.length, Arrays.copyOf(record, trailer), Arrays.copyOfRange(record, trailer, record.length)));
            } catch (SSLException e) {
                throw new IllegalStateException("The message could not be sealed: " + e.getMessage(), e);
            }
        }
        return EncryptedMultipart.write(Protocol.CREDSSP, soapContentType, pieces);
    }

    @Override
    public byte[] unseal(String contentType, byte[] body) throws SealingException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Piece piece : EncryptedMultipart.read(Protocol.CREDSSP, contentType, body)) {
            try {
                byte[] plain = tls.unwrap(piece.joined());
                if (plain.length != piece.plainLength()) {
                    throw new SealingException("it is of another length than it says");
                }
                all.writeBytes(plain);
            } catch (SSLException e) {
                throw new SealingException("it does not open with the keys agreed on", e);
            }
        }
        return all.toByteArray();
    }
}
