package org.poshremote.demo.internal.service;

import java.util.OptionalLong;

/** A SOAP reply before it is sealed and framed: the HTTP status is 200, or 500 for a fault (SOAP 1.2 part 2, table 17). */
public record ServiceReply(byte[] soap, OptionalLong faultCode) {
    public int status() {
        return faultCode.isPresent() ? 500 : 200;
    }
}
