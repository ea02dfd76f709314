package org.poshremote.wsman.auth;

/** A sealed HTTP body and its Content-Type. */
public record SealedBody(String contentType, byte[] bytes) {
}
