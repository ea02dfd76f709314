package org.poshremote.demo.auth;

/** Opens and seals bodies with the keys that a login gave (MS-WSMV 2.2.9.1). */
public interface MessageProtection {
    /** @throws ProtectionException when the body was not sealed with these keys; the server answers 400 without a body, as Windows does */
    byte[] open(String contentType, byte[] body) throws ProtectionException;

    ProtectedBody seal(byte[] soap, String soapContentType);

    record ProtectedBody(String contentType, byte[] bytes) {
    }
}
