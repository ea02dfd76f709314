package org.poshremote.wsman;

import java.util.List;

/** An HTTP answer that is neither the SOAP reply, nor a SOAP fault, nor a question for a sign-in. */
public final class HttpStatusException extends WsmanException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient List<String> wwwAuthenticate;
    private final String excerpt;

    /** @param excerpt the beginning of the body as text, for a person; foreign data */
    public HttpStatusException(Endpoint endpoint, int status, List<String> wwwAuthenticate, String excerpt) {
        super(endpoint, endpoint + " answered with HTTP status " + status + (excerpt.isEmpty() ? " and no text" : ""), null);
        this.status = status;
        this.wwwAuthenticate = List.copyOf(wwwAuthenticate);
        this.excerpt = excerpt;
    }

    public int status() {
        return status;
    }

    public List<String> wwwAuthenticate() {
        return wwwAuthenticate;
    }

    public String excerpt() {
        return excerpt;
    }
}
