package org.poshremote.demo.internal.http;

/** What the server's HTTP reader takes at most, in bytes. */
public record HttpLimits(int headBytes, int bodyBytes) {
    /** HTTP.sys takes 16 KB of headers; a Kerberos ticket with many groups needs more. */
    public static final HttpLimits DEFAULT = new HttpLimits(64 * 1024, 32 * 1024 * 1024);
}
