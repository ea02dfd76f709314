package org.poshremote.demo.internal.auth;

import org.poshremote.demo.auth.MessageProtection;
import org.poshremote.demo.auth.ProtectionException;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.SealingException;

/** Message protection by a codec that client and node share. */
public record SealedBodies(Sealing sealing) implements MessageProtection {
    @Override
    public byte[] open(String contentType, byte[] body) throws ProtectionException {
        try {
            return sealing.unseal(contentType, body);
        } catch (SealingException e) {
            throw new ProtectionException(e.getMessage());
        }
    }

    @Override
    public ProtectedBody seal(byte[] soap, String soapContentType) {
        SealedBody sealed = sealing.seal(soap, soapContentType);
        return new ProtectedBody(sealed.contentType(), sealed.bytes());
    }
}
