package org.poshremote.wsman.http;

/**
 * How much of an answer is read before it is given up.
 *
 * @param headerBytes of status line and all headers
 * @param bodyBytes   of one body, after chunking is undone
 */
public record HttpLimits(int headerBytes, int bodyBytes) {
    /** Kerberos tokens with many groups reach 64 KB; no service sends envelopes of more than a few megabytes. */
    public static final HttpLimits DEFAULTS = new HttpLimits(256 * 1024, 32 * 1024 * 1024);
}
