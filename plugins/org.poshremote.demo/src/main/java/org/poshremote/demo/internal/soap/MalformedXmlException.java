package org.poshremote.demo.internal.soap;

/** A body that is not the XML a request may have. */
public final class MalformedXmlException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedXmlException(String message) {
        super(message);
    }
}
