package org.poshremote.wsman.auth;

/** Message encryption of one lane (MS-WSMV 2.2.9.1). Stateful: messages count, and their order is checked. */
public interface Sealing {
    SealedBody seal(byte[] soap, String soapContentType);

    /** @throws SealingException where the body is not sealed, not whole, out of order or not the service's */
    byte[] unseal(String contentType, byte[] body) throws SealingException;
}
